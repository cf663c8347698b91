"""What pieces of a plain text state by themselves: enough to see that they make a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reconcile.dates import whole_date
from reconcile.places.placename import place_name
from reconcile.sources.titles import meaning_of

Fact = Literal["country", "date", "number"]
_NUMBER = re.compile(r"\d{1,3}[.、]?")
_LONGEST = 60
_LONGEST_TITLE = 30


def fact_of(text: str) -> Fact | None:
    """Whether a text is a country, a date or a number and no more."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text):
        return "number"
    if whole_date(text):
        return "date"
    return "country" if place_name(text).named_country else None


def are_titles(texts: Sequence[str]) -> bool:
    """Whether these are titles of columns: of partners or places, and of one thing that is not."""
    if max(map(len, texts)) > _LONGEST_TITLE:
        return False
    meanings = set(map(meaning_of, texts))
    others = {"host", "country", "date"}
    if "partner" not in meanings:
        return "place" in meanings and not meanings.isdisjoint(others)
    return not meanings.isdisjoint({*others, "place", "above", "number"})

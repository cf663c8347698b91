"""The page that a name links to: its title often is a fuller name of the place."""

from __future__ import annotations

from reconcile.models import Record
from reconcile.places.placename import place_name
from reconcile.vocabulary import LAST_BRACKET


def without_bracket(title: str) -> str:
    """A name or title without the bracket behind it that tells it from its namesakes."""
    return LAST_BRACKET.sub("", title)


def bracket_of(title: str) -> str | None:
    """What stands in the bracket behind a title."""
    found = LAST_BRACKET.search(title)
    return found[1] if found else None


def linked_title(zh: Record) -> str | None:
    """The title a Chinese name links to, if it is another name; without its bracket."""
    title = without_bracket(zh.target or "")
    other = title and place_name(title).simple != zh.place.simple and "://" not in title
    return title if other else None

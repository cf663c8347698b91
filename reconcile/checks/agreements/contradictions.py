"""What contradicts in two linked rows: name, country, date, host or kind of agreement.

A list of sister cities need not say of each row what kind of agreement it is, such as a friendship
or a memorandum, and whether it ended; only what a row says itself counts.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from reconcile.checks.lists import LinkedLists
from reconcile.models import Link, Record, SourceRef
from reconcile.places.countries import related
from reconcile.vocabulary import COOPERATION_ZH, ENDED_EN, ENDED_ZH, RESUMED

Contradiction = Literal["name", "country", "date", "host", "kind"]

_KINDS = (
    (
        "ended",
        rf"(?s)^(?!.*(?:{RESUMED})).*?(?:{ENDED_ZH}|\b(?:{ENDED_EN})\b|terminat|suspend|cancel)",
    ),
    ("memorandum", r"備忘錄|备忘录|意向|諒解|谅解|memorandum|\bMoU\b|letter of intent"),
    (
        "friendship",
        rf"{COOPERATION_ZH}|友好協[議约定]|友好协[议约定]|夥伴|伙伴"
        r"|friendship|friendly|partner|co-?operation|exchange",
    ),
    # 友好關係 is less than a twinning.
    ("twinning", r"友好城市|友好省|友城|姐妹|姊妹|結好|结好|twin|sister"),
)
"""The kinds of agreement and the words of a remark that state them; the first that fits counts."""


_EITHER = re.compile(r"(?<![姐姊]妹)(?:友好[城都]市|友好省|友城)")
_FRIENDSHIP = re.compile(r"friendship (?:cit|town|state|province)", re.IGNORECASE)
"""What 友好城市 may be called in English: there it is a twin town, here less than one."""


class StatedKind(NamedTuple):
    """A kind of agreement (see `catalogue.agreements.AGREEMENT_KINDS`), and where it is stated."""

    kind: str
    ref: SourceRef
    apart: bool = False
    """Whether a heading or a column of its own states it."""

    @property
    def is_lesser(self) -> bool:
        """Whether a list of twin towns need not have such an agreement."""
        return self.apart and self.kind in ("friendship", "memorandum")


def kind_of(record: Record) -> StatedKind | None:
    """The kind that a rule or the row's remarks state; None if none does."""
    if record.relation is not None and not record.ended:
        kind = "twinning" if record.relation == "sister-city" else record.relation
        return StatedKind(kind, record.partner_ref)
    for kind, words in _KINDS:
        for note in record.notes:
            if re.search(words, note.text, re.IGNORECASE):
                return StatedKind(kind, note.ref, note.apart)
    return StatedKind("ended", record.partner_ref) if record.ended else None


def contradictions(lists: LinkedLists, link: Link) -> tuple[Contradiction, ...]:
    """What contradicts in a link, the gravest first."""
    zh, en = lists.rows_of(link)
    found: list[Contradiction] = ["name"] if link.other is not None else []
    if zh.country and en.country and not _agree(zh.country, en.country):
        found.append("country")
    if zh.date and en.date and zh.date.contradicts(en.date):
        found.append("date")
    if link.relation == "other-host":
        found.append("host")
    if kinds_differ(zh, en):
        found.append("kind")
    return tuple(found)


def _agree(one: str, other: str) -> bool:
    return one == other or related(one, other)


def kinds_differ(zh: Record, en: Record) -> bool:
    """Whether both rows state a kind, and not the same."""
    one, other = kind_of(zh), kind_of(en)
    if one is None or other is None or one.kind == other.kind:
        return False
    return not (_EITHER.search(one.ref.text) and _FRIENDSHIP.search(other.ref.text))

"""What kind of agreement a row states, such as a friendship or a memorandum, and whether it ended.

A list of sister cities need not say so of each row; only what a row says itself counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.facts import Draft, Facts
from reconcile.models import Link, Param, Record, Severity, SourceRef

_KINDS = (
    (
        "ended",
        r"終止|终止|中止|結束|结束|解除|已失效|\bended\b|terminat|former|suspend|defunct|cancel",
    ),
    ("memorandum", r"備忘錄|备忘录|意向|諒解|谅解|memorandum|\bMoU\b|letter of intent"),
    (
        "friendship",
        r"友好交流|友好合作|友好協[議約定]|友好协[议约定]|交流|夥伴|伙伴|合作"
        r"|friendship|friendly|partner|co-?operation|exchange",
    ),
    ("twinning", r"友好城市|友好省|友城|姐妹|姊妹|結好|结好|twin|sister"),
)


def kind_of(record: Record) -> tuple[str, SourceRef, str] | None:
    """The kind that a rule or the row's remarks state, its place and words; None if none does."""
    if record.relation is not None and not record.ended:
        kind = "twinning" if record.relation == "sister-city" else record.relation
        return kind, record.partner_ref, record.partner
    for kind, words in _KINDS:
        for note in record.notes:
            if re.search(words, note.text, re.IGNORECASE):
                return kind, note.ref, note.text
    return ("ended", record.partner_ref, record.partner) if record.ended else None


def kinds_differ(zh: Record, en: Record) -> bool:
    """Whether both rows state a kind, and not the same."""
    one, other = kind_of(zh), kind_of(en)
    return one is not None and other is not None and one[0] != other[0]


def conflicting_kinds(facts: Facts) -> Iterator[Draft]:
    """Linked rows that state different kinds of agreement; notices where only one says it ended."""
    for link in facts.links:
        zh, en = facts.by_id[link.zh], facts.by_id[link.en]
        one, other = kind_of(zh), kind_of(en)
        said = {x[0] for x in (one, other) if x}
        if len(said) == 2 or (said == {"ended"} and None in (one, other)):
            yield _draft(zh, en, link, one, other)


def _draft(
    zh: Record,
    en: Record,
    link: Link,
    one: tuple[str, SourceRef, str] | None,
    other: tuple[str, SourceRef, str] | None,
) -> Draft:
    params: dict[str, Param] = {
        "zh": zh.partner,
        "en": en.partner,
        "zh_kind": one[0] if one else "unstated",
        "en_kind": other[0] if other else "unstated",
    }
    refs = [one[1] if one else zh.partner_ref, other[1] if other else en.partner_ref]
    severity: Severity | None = None if one and other else "notice"
    return Draft(
        "conflict-kind", refs, params, "page", [zh.id, en.id], link=link.id, severity=severity
    )


CHECKS = (conflicting_kinds,)

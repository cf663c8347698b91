"""The check of which kind of agreement two linked rows state, and whether it ended."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.agreements.contradictions import kind_of
from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts


def conflicting_kinds(facts: Facts) -> Iterator[Draft]:
    """Linked rows that state different kinds of agreement; notices where only one says it ended."""
    for link in facts.links:
        zh, en = facts.rows_of(link)
        one, other = kind_of(zh), kind_of(en)
        stated = {x.kind for x in (one, other) if x}
        if len(stated) == 2 or (stated == {"ended"} and None in (one, other)):
            yield Draft(
                "conflict-kind",
                [one.ref if one else zh.partner_ref, other.ref if other else en.partner_ref],
                {
                    "zh": zh.partner,
                    "en": en.partner,
                    "zh_kind": one.kind if one else "unstated",
                    "en_kind": other.kind if other else "unstated",
                },
                records=[zh.id, en.id],
                link=link.id,
                severity=None if one and other else "notice",
            )


CHECKS = (Check(conflicting_kinds, ("conflict-kind",)),)

"""The one host of a list, lent to the other list of a pair where that one names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.models import ParsedSource, Side

_REPEATED = 0.1
"""A city has a partner once: where more of the rows repeat one, they are of several hosts."""


class LentHost(NamedTuple):
    """A host's name, and the side whose rows are taken for its own."""

    name: str
    to: Side


def lent_host(sources: Sequence[ParsedSource]) -> LentHost | None:
    """What one side lends the other: nothing where it has several hosts or the other has any."""
    rows = {
        side: [r for s in sources if s.document.side == side for r in s.records]
        for side in ("zh", "en")
    }
    hosts = {side: {r.host for r in its} for side, its in rows.items()}
    pairs: tuple[tuple[Side, Side], ...] = (("zh", "en"), ("en", "zh"))
    for owner, other in pairs:
        if hosts[other] == {""} and len(hosts[owner]) == 1 and "" not in hosts[owner]:
            names = {(r.name, r.parent, r.country) for r in rows[other]}
            if len(rows[other]) - len(names) <= _REPEATED * len(rows[other]):
                return LentHost(hosts[owner].pop(), other)
    return None

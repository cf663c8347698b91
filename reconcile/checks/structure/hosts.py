"""Checks of rows that no host is named for, where the other list has hosts."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import Param, Severity, Side

_SIDES: tuple[tuple[Side, Side], ...] = (("zh", "en"), ("en", "zh"))


def missing_hosts(facts: Facts) -> Iterator[Draft]:
    """A list of which rows, or most of them, stand under no host: they are not compared.

    Where the other list has one host, it is taken for that of all rows; that is told, too.
    """
    for side, other in _SIDES:
        sources = facts.side(side)
        rows = [r for s in sources for r in s.records]
        lent = next((s.lent_host for s in sources if s.lent_host), None)
        bare = rows if lent else [r for r in rows if not r.host]
        hosts = {r.host for s in facts.side(other) for r in s.records if r.host}
        if not bare or not hosts:
            continue
        params: dict[str, Param] = {
            "side": side,
            "other": other,
            "count": len(bare),
            "all": len(rows),
            "hosts": len(hosts),
            "host": lent or "",
            "then": "lent" if lent else "open",
        }
        severity: Severity = "error" if 2 * len(bare) > len(rows) else "warning"
        yield Draft(
            "missing-host",
            [bare[0].partner_ref],
            params,
            "unknown",
            key=[side],
            severity="notice" if lent else severity,
            systemic=True,
        )


CHECKS = (Check(missing_hosts, ("missing-host",)),)

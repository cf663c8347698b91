"""Checks of hosts: rows that none is named for, hosts under another province."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import Param, ParsedSource, Section, Severity, Side
from reconcile.places.home.base import HomePlace

Find = Callable[[str], tuple[HomePlace, ...]]
"""The home places that a name of one side's language can mean, larger ones first."""
_FIRST = ("province", "municipality")
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


def misplaced_hosts(facts: Facts) -> Iterator[Draft]:
    """Hosts that stand under the heading of a province which they are no part of."""
    if not facts.home.complete:
        return
    for source in facts.sources:
        find = facts.home.find if source.document.side == "zh" else facts.home.find_en
        lines, provinces = [s.ref.line for s in source.sections], _provinces(source, find)
        for block in source.blocks:
            at = bisect_right(lines, block.ref.line) - 1
            section = provinces[at] if at >= 0 else None
            places = find(block.host)
            if section is None or not places or section.province in {p.province for p in places}:
                continue
            province = facts.home.find_en(places[0].province)
            yield Draft(
                "misplaced-host",
                [block.ref, section.ref],
                {
                    "host": block.host,
                    "section": section.title,
                    "province": places[0].province,
                    "province_zh": province[0].zh if province else places[0].province,
                },
                key=[block.host, section.title],
            )


def _provinces(source: ParsedSource, find: Find) -> list[Section | None]:
    """For each section the innermost one around it that is called as a province, itself included.

    A section that is called as a city of it is none.
    """
    found: list[Section | None] = []
    around: list[tuple[int, Section | None]] = []
    for section in source.sections:
        while around and around[-1][0] >= section.level:
            around.pop()
        units = find(section.title)
        own = section.province and (not units or units[0].level in _FIRST)
        around.append((section.level, section if own else around[-1][1] if around else None))
        found.append(around[-1][1])
    return found


CHECKS = (
    Check(missing_hosts, ("missing-host",)),
    Check(misplaced_hosts, ("misplaced-host",)),
)

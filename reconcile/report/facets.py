"""What findings can be filtered and grouped by: each field with its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.models import Finding, HostMatch, Link, Record, Verdict
from reconcile.report.view.captions import (
    ORIGINS,
    SEVERITIES,
    country_name,
    family_of,
    title_of,
)
from reconcile.report.view.view import View

GROUPS = ("code", "section", "host", "severity", "origin", "file", "country")
"""What findings can be put together by."""


@dataclass(frozen=True, slots=True)
class Facets:
    """A finding with all that it concerns."""

    finding: Finding
    view: View
    records: tuple[Record, ...]
    link: Link | None

    def values(self, field: str) -> Sequence[str]:
        """The values of one field; there may be several, or none."""
        return list(_FIELDS[field](self)) if field in _FIELDS else ()

    def text(self) -> str:
        """The text that words without a field are looked for in."""
        f = self.finding
        return "\n".join((f.code, title_of(f.code, f.name), f.message, f.id))

    @property
    def hosts(self) -> list[HostMatch | None]:
        """What the hosts of its records stand for."""
        return [self.view.result.hosts.get(r.id) for r in self.records]

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts of its records."""
        return [self.view.verdict_of[r.id] for r in self.records]


def facets_of(view: View, finding: Finding) -> Facets:
    """A finding with all that it concerns."""
    records = tuple(view.records[r] for r in finding.records if r in view.records)
    return Facets(finding, view, records, view.links.get(finding.link or ""))


_FIELDS: Mapping[str, Callable[[Facets], Iterable[str]]] = {
    "kind": lambda x: ["finding"],
    "code": lambda x: [x.finding.code],
    "name": lambda x: [x.finding.name],
    "family": lambda x: [family_of(x.finding)],
    "severity": lambda x: [x.finding.severity],
    "origin": lambda x: [x.finding.origin],
    "id": lambda x: filter(None, (x.finding.id, x.finding.group)),
    "rule": lambda x: filter(None, (x.finding.rule,)),
    "line": lambda x: (str(ref.line) for ref in x.finding.refs),
    "section": lambda x: [*(r.section for r in x.records), *_headings(x)],
    "province": lambda x: ((h.province if h else None) or "unknown" for h in x.hosts),
    "host": lambda x: (r.host for r in x.records),
    "partner": lambda x: (r.partner for r in x.records),
    "country": lambda x: (c for r in x.records if r.country for c in _country(r.country)),
    "date": lambda x: (str(r.date) for r in x.records if r.date),
    "side": lambda x: [*(r.side for r in x.records), *_sides(x)],
    "verdict": lambda x: (v.verdict for v in x.verdicts),
    "reason": lambda x: (v.reason for v in x.verdicts),
    "relation": lambda x: [x.link.relation] if x.link else [],
    "p": lambda x: [f"{x.link.probability:.4f}"] if x.link else [],
    "file": lambda x: (x.view.documents[ref.source].path for ref in x.finding.refs),
}


def _headings(x: Facets) -> Iterable[str]:
    return filter(None, (x.view.heading_over(ref) for ref in x.finding.refs[:1]))


def _sides(x: Facets) -> Iterable[str]:
    return (x.view.documents[ref.source].side for ref in x.finding.refs)


def _country(iso: str) -> Iterable[str]:
    return iso, country_name(iso, "en")


def grouped(
    view: View, findings: Iterable[Finding], field: str
) -> list[tuple[str, tuple[Finding, ...]]]:
    """Findings by their first value of one of `GROUPS`; `""` where they have none, last.

    Severities and origins stand in their order, files in that of the sources, all else by number.
    """
    groups: dict[str, list[Finding]] = {}
    for f in findings:
        groups.setdefault(next(iter(facets_of(view, f).values(field)), ""), []).append(f)
    orders: Mapping[str, Sequence[str]] = {
        "severity": SEVERITIES,
        "origin": ORIGINS,
        "file": [d.path for d in view.documents.values()],
    }
    order = orders.get(field, ())

    def rank(item: tuple[str, list[Finding]]) -> tuple[object, ...]:
        key, members = item
        return (not key, order.index(key) if key in order else 0, -len(members), key)

    return [(key, tuple(members)) for key, members in sorted(groups.items(), key=rank)]

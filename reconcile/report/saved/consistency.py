"""Whether a report fits together: what its ids name is there, and stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from reconcile.report.contract import SavedFinding, SavedLink, SavedReport


def contradictions(report: SavedReport) -> Iterator[str]:
    """What a report says that it cannot mean, each as half a sentence that begins with a place."""
    yield from _repeated(report)
    yield from _leading_nowhere(report)
    yield from _of_verdicts(report)


def _repeated(report: SavedReport) -> Iterator[str]:
    for name in ("sources", "records", "links", "findings", "rules"):
        seen: set[str] = set()
        for i, thing in enumerate(getattr(report, name)):
            if thing.id in seen:
                yield f"{name}[{i}].id is {thing.id!r}, which stands above already"
            seen.add(thing.id)


def _leading_nowhere(report: SavedReport) -> Iterator[str]:
    known: Mapping[str, Container[str]] = {
        "source": {s.id for s in report.sources},
        "record": report.records_by_id,
        "Chinese record": {r.id for r in report.records if r.side == "zh"},
        "English record": {r.id for r in report.records if r.side == "en"},
        "link": {link.id for link in report.links},
        "rule": {r.id for r in report.rules},
        "finding": {f.id for f in report.findings},
    }
    for place, thing, name in _references(report):
        if name not in known[thing]:
            yield f"{place} names {name!r}, and there is no such {thing}"


def _references(report: SavedReport) -> Iterator[tuple[str, str, str]]:
    """Where an id stands, what kind of thing it names, and the id."""
    for i, record in enumerate(report.records):
        yield f"records[{i}].source", "source", record.source
    for i, link in enumerate(report.links):
        yield from _of_link(f"links[{i}]", link)
    for i, finding in enumerate(report.findings):
        yield from _of_finding(f"findings[{i}]", finding)
    for i, verdict in enumerate(report.verdicts):
        if verdict.zh is not None:
            yield f"verdicts[{i}].zh", "Chinese record", verdict.zh
        if verdict.en is not None:
            yield f"verdicts[{i}].en", "English record", verdict.en
    for i, name in enumerate(report.baseline.new if report.baseline else ()):
        yield f"baseline.new[{i}]", "finding", name


def _of_link(place: str, link: SavedLink) -> Iterator[tuple[str, str, str]]:
    yield f"{place}.zh", "Chinese record", link.zh
    yield f"{place}.en", "English record", link.en
    if link.runner_up:
        yield f"{place}.runner_up.record", "record", link.runner_up.record
    if link.rule is not None:
        yield f"{place}.rule", "rule", link.rule


def _of_finding(place: str, finding: SavedFinding) -> Iterator[tuple[str, str, str]]:
    for i, ref in enumerate(finding.refs):
        yield f"{place}.refs[{i}].source", "source", ref.source
    for i, name in enumerate(finding.records):
        yield f"{place}.records[{i}]", "record", name
    if finding.link is not None:
        yield f"{place}.link", "link", finding.link
    if finding.rule is not None:
        yield f"{place}.rule", "rule", finding.rule


def _of_verdicts(report: SavedReport) -> Iterator[str]:
    """Each record stands in exactly one verdict, and no verdict is about nothing."""
    stated = Counter(i for v in report.verdicts for i in (v.zh, v.en) if i is not None)
    for i, v in enumerate(report.verdicts):
        if v.zh is None and v.en is None:
            yield f"verdicts[{i}] names no record"
    for i, record in enumerate(report.records):
        if stated[record.id] != 1:
            times = "several verdicts" if stated[record.id] else "no verdict"
            yield f"records[{i}] stands in {times}"

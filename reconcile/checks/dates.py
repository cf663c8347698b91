"""Checks of dates: missing, imprecise, impossible, suspicious."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import pairwise

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.dates import find_dates
from reconcile.models import Param, ParsedSource, Record
from reconcile.places.home.base import HomePlaces
from reconcile.places.home.history import earliest

CLUSTERED = 4
"""Agreements are not signed evenly over the years: as many pairs of rows share a day as if there
were only a third of the days (measured on 330 dated rows); a fourth is on the safe side."""
FEWEST_HOSTS = 3
"""Two hosts on one day are no sign of anything."""
UNLIKELY = 0.05
"""A date that so many hosts share only with this chance or less is suspicious."""


def missing_dates(facts: Facts) -> Iterator[Draft]:
    """Rows without a date; one finding for a list that has none at all.

    Lists without hosts are of no agreements: where no row has a date, none lacks one.
    """
    if facts.hostless and all(r.date_ref is None for r in facts.by_id.values()):
        return
    for source in facts.sources:
        not_understood = {cell.line for cell in source.undated}  # told by other checks
        undated = (r for r in source.records if r.date_ref is None)
        bare = [r for r in undated if r.row_line not in not_understood]
        if source.records and len(bare) == len(source.records):
            yield _no_dates_at_all(source)
            continue
        dated = {r.block for r in source.records if r.date_ref is not None}
        for record in bare:
            group = group_id("missing-date", source.document.side, record.section, record.host)
            yield Draft(
                "missing-date",
                [record.partner_ref],
                {"host": record.host, "partner": record.partner},
                records=[record.id],
                group=None if record.block in dated else group,
            )


def _no_dates_at_all(source: ParsedSource) -> Draft:
    document = source.document
    return Draft(
        "missing-date",
        [document.ref(0, len(document.lines[0]))],
        {"side": document.side, "count": len(source.records)},
        key=["whole-source", document.id],
        origin="unknown",
        group=group_id("missing-date", document.side, "whole-source"),
        systemic=True,
    )


def imprecise_dates(facts: Facts) -> Iterator[Draft]:
    """Dates that give the year or month only; one finding for a list of which all do."""
    for source in facts.sources:
        dated = [(r, r.date.precision, r.date_ref) for r in source.records if r.date and r.date_ref]
        vague = [
            (r, precision, ref)
            for r, precision, ref in dated
            if precision != "day" and not any(is_mistyped_date(note.text) for note in r.notes)
        ]
        if len(vague) == len(dated) > 1:
            yield _no_days_at_all(source, {precision for _, precision, _ in dated}, len(dated))
            continue
        for r, precision, ref in vague:
            yield Draft(
                "imprecise-date",
                [ref],
                {
                    "host": r.host,
                    "partner": r.partner,
                    "precision": precision,
                    "date": ref.text,
                },
                records=[r.id],
                group=group_id("imprecise-date", source.document.side, precision),
            )


def _no_days_at_all(source: ParsedSource, precisions: set[str], count: int) -> Draft:
    document = source.document
    return Draft(
        "imprecise-date",
        [document.ref(0, len(document.lines[0]))],
        {"side": document.side, "count": count, "given": "-".join(sorted(precisions))},
        key=["whole-source", document.id],
        origin="unknown",
        group=group_id("imprecise-date", document.side, "whole-source"),
        systemic=True,
    )


_FIGURE = "[0-9lIOo〇零一二三四五六七八九十]"
_NEARLY_DATE = re.compile(
    rf"(?:{_FIGURE}{{3,5}}年+|{_FIGURE}{{1,5}}年+{_FIGURE}{{1,2}}月+)"
    rf"(?:(?<=年){_FIGURE}{{1,2}}月+)?(?:(?<=月){_FIGURE}{{1,3}}[日号號]+)?"
    rf"|{_FIGURE}{{3,5}}[年月]+{_FIGURE}{{1,2}}[年月日]+{_FIGURE}{{1,3}}[年月日号號]+"
    rf"|{_FIGURE}{{3,5}}([-/.]){_FIGURE}{{1,2}}\1{_FIGURE}{{1,3}}"
)
"""What has the form of a date, with letters that look like figures, or signs too many."""


def is_mistyped_date(text: str) -> bool:
    """Whether a text was meant as a date and is none: l981年6月2日, 2004年6年6日, 2oo1-05-03."""
    plain = unicodedata.normalize("NFKC", text).strip(" .。")
    if not _NEARLY_DATE.fullmatch(plain) or not any(c.isdigit() for c in plain):
        return False
    return all(found.text != plain for found in find_dates(plain))


def impossible_dates(facts: Facts) -> Iterator[Draft]:
    """Dates that do not exist, are mistyped, or lie after the day of the run."""
    for source in facts.sources:
        for r in source.records:
            mistyped = [note for note in r.notes if is_mistyped_date(note.text)]
            for note in mistyped:
                params = {"host": r.host, "partner": r.partner, "date": note.text}
                yield Draft(
                    "impossible-date",
                    [note.ref],
                    {**params, "problem": "mistyped"},
                    records=[r.id],
                    key=[note.text],
                    severity="warning" if r.date else None,
                )
            if r.date_ref is None or mistyped:
                continue
            if r.date is None or r.date.first.isoformat() > facts.as_of:
                yield Draft(
                    "impossible-date",
                    [r.date_ref],
                    {
                        "host": r.host,
                        "partner": r.partner,
                        "date": r.date_ref.text,
                        "problem": "future" if r.date else "none",
                    },
                    records=[r.id],
                )


# -- suspicious dates --------------------------------------------------------------------------


def suspicious_dates(facts: Facts) -> Iterator[Draft]:
    """Dates that were filled in or copied, or that lie before there could be agreements."""
    repeated = [draft for source in facts.sources for draft in _repeated(source)]
    yield from repeated
    said_already = {record for draft in repeated for record in draft.records}
    meant = _meant(facts) | said_already
    for source in facts.sources:
        yield from _of_the_row_above(source, meant)
    for source in facts.sources:
        yield from _too_early(source, facts.home)


def _repeated(source: ParsedSource) -> Iterator[Draft]:
    """Days on which more unrelated hosts signed than chance explains: dates filled in."""
    by_day: dict[date, list[Record]] = defaultdict(list)
    for record in source.records:
        if record.date is not None and record.date.precision == "day":
            by_day[record.date.first].append(record)
    if len(by_day) < 2:
        return
    rows = sum(map(len, by_day.values()))
    span = max(1, (max(by_day) - min(by_day)).days / CLUSTERED)
    for day, records in by_day.items():
        hosts = len({r.host for r in records})
        chance = _chance_of_sharing(rows, span, hosts)
        if hosts < FEWEST_HOSTS or chance > UNLIKELY:
            continue
        group = group_id("suspicious-date", source.document.id, day)
        odds = round(1 / max(chance, 1e-6))
        for record in records:
            yield _suspicious(record, "repeated", {"others": hosts - 1, "odds": odds}, group)


def _chance_of_sharing(rows: int, days: float, hosts: int) -> float:
    """The chance that some day of a list is shared by so many hosts (Poisson approximation)."""
    rate = rows / days
    log = math.log(days) + hosts * math.log(rate) - math.lgamma(hosts + 1) - rate
    return -math.expm1(-math.exp(min(log, 50.0)))


def _of_the_row_above(source: ParsedSource, meant: Collection[str]) -> Iterator[Draft]:
    """Rows with the very day of the row above, which has another host or country."""
    for above, record in pairwise(source.records):
        if record.date is None or record.date.precision != "day" or above.date != record.date:
            continue
        one_visit = above.host == record.host and above.country == record.country
        if one_visit or record.id in meant:
            continue
        params = {"other": above.partner, "other_host": above.host}
        yield _suspicious(record, "row-above", params)


def _meant(facts: Facts) -> frozenset[str]:
    """The ids of rows that share the cell of their date, or of which both lists state the day."""
    count = Counter(r.date_ref for r in facts.by_id.values())
    shared = {r.id for r in facts.by_id.values() if r.date_ref and count[r.date_ref] > 1}
    linked = {
        record
        for link in facts.links
        for record in (link.zh, link.en)
        if shared & {link.zh, link.en} or _one_day(*facts.rows_of(link))
    }
    return frozenset(shared | linked)


def _one_day(zh: Record, en: Record) -> bool:
    return zh.date is not None and zh.date.precision == "day" and zh.date == en.date


def _too_early(source: ParsedSource, home: HomePlaces) -> Iterator[Draft]:
    """Dates before the home country had any twin town, or relations with the partner's state.

    Of hosts that are no places of the country, which may be none but a guess, that says nothing;
    nor does it of any where most are none.
    """
    since = earliest(home.country)
    first = since.get("*")
    hosts = {r.host for r in source.records}
    at_home = {h for h in hosts if home.find(h) or home.find_en(h)}
    for record in source.records if 2 * len(at_home) > len(hosts) else ():
        relations = since.get(record.country or "")
        if record.date is None or first is None or record.host not in at_home:
            continue
        problem, bound = "too-early", first
        if relations is not None and record.date.last >= first:
            problem, bound = "before-relations", relations
        if record.date.last < bound:
            yield _suspicious(record, problem, {"first": bound.isoformat()})


def _suspicious(
    record: Record, problem: str, params: Mapping[str, Param], group: str | None = None
) -> Draft:
    return Draft(
        "suspicious-date",
        [record.date_ref or record.partner_ref],
        {
            "partner": record.partner,
            "host": record.host,
            "date": str(record.date),
            "problem": problem,
            **params,
        },
        "unknown",
        [record.id],
        [problem],
        group=group,
    )


def cells_without_date(facts: Facts) -> Iterator[Draft]:
    """Cells in a column of dates that hold figures, and no date that could be read."""
    for source in facts.sources:
        records = {r.row_line: r for r in source.records}
        for cell in source.undated:
            if is_mistyped_date(cell.text):
                continue
            record = records.get(cell.line)
            yield Draft(
                "date-not-understood",
                [cell],
                {"place": source.document.id, "text": cell.text},
                origin="unknown",
                records=[record.id] if record else [],
                key=[cell.text],
                group=group_id("date-not-understood", source.document.side),
            )


CHECKS = (
    Check(missing_dates, ("missing-date",)),
    Check(imprecise_dates, ("imprecise-date",)),
    Check(impossible_dates, ("impossible-date",)),
    Check(suspicious_dates, ("suspicious-date",)),
    Check(cells_without_date, ("date-not-understood",)),
)

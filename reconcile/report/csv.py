"""`reconciled.csv`: one row per agreement, the table that a researcher takes away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.dates import DateInterval
from reconcile.models import Link, Record, Result, Verdict
from reconcile.report.view.breakdown import province_of
from reconcile.report.view.numbers import shown_probability
from reconcile.visible import harmless

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class _Agreement:
    """One row: a verdict with what it is about."""

    verdict: Verdict
    zh: Record | None
    en: Record | None
    link: Link | None
    province: str
    country: str | None
    date: DateInterval | None


_TABLE: tuple[tuple[str, Callable[[_Agreement], object]], ...] = (
    ("verdict", lambda a: a.verdict.verdict),
    ("reason", lambda a: a.verdict.reason),
    ("relation", lambda a: a.link and a.link.relation),
    ("probability", lambda a: a.link and f"{shown_probability(a.link.probability):.4f}"),
    ("name_probability", lambda a: a.link and f"{shown_probability(a.link.names):.4f}"),
    ("province", lambda a: a.province),
    ("country", lambda a: a.country),
    ("zh_host", lambda a: a.zh and a.zh.host),
    ("zh_partner", lambda a: a.zh and a.zh.partner),
    ("en_host", lambda a: a.en and a.en.host),
    ("en_partner", lambda a: a.en and a.en.partner),
    ("zh_country", lambda a: a.zh and a.zh.country_text),
    ("en_country", lambda a: a.en and a.en.country_text),
    ("date", lambda a: a.date),
    ("date_precision", lambda a: a.date and a.date.precision),
    ("zh_date", lambda a: a.zh and a.zh.date),
    ("en_date", lambda a: a.en and a.en.date),
    ("zh_section", lambda a: a.zh and a.zh.section),
    ("en_section", lambda a: a.en and a.en.section),
    ("zh_line", lambda a: a.zh and a.zh.line),
    ("en_line", lambda a: a.en and a.en.line),
    ("zh_id", lambda a: a.zh and a.zh.id),
    ("en_id", lambda a: a.en and a.en.id),
    ("link_id", lambda a: a.link and a.link.id),
    ("why", lambda a: a.verdict.why),
)
"""Each column with what it holds; nothing stated is None."""
COLUMNS = tuple(name for name, _ in _TABLE)


_FORMULA = re.compile(r"[=+@-](?=.)|\t", re.DOTALL)


def render_csv(result: Result) -> str:
    """The merged table as CSV.

    Read it with `pandas.read_csv(path, dtype=str, keep_default_na=False)`: the country code of
    Namibia is `NA`, which is no missing value.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_safe, row) for row in _rows(result))
    return text.getvalue()


def _safe(cell: str) -> str:
    """A cell that no terminal acts upon, and no spreadsheet takes for a formula.

    The apostrophe before it is how spreadsheets themselves mark a text (OWASP, CSV Injection).
    """
    cell = cell.replace("\r\n", "\n")
    return harmless(f"'{cell}" if _FORMULA.match(cell) else cell)


def merged_table(result: Result) -> pd.DataFrame:
    """The same as a frame: one row per verdict, all columns text, nothing stated is empty text."""
    import pandas as pd  # half a second of import that a plain run need not pay

    return pd.DataFrame(_rows(result), columns=list(COLUMNS), dtype=str)


def _rows(result: Result) -> list[list[str]]:
    cells = [cell for _, cell in _TABLE]
    return [
        ["" if (x := cell(a)) is None else str(x) for cell in cells] for a in _agreements(result)
    ]


def _agreements(result: Result) -> Iterator[_Agreement]:
    records: dict[str | None, Record] = {r.id: r for r in result.records}
    links: dict[tuple[str | None, str | None], Link] = {(x.zh, x.en): x for x in result.links}
    for v in result.verdicts:
        zh, en = records.get(v.zh), records.get(v.en)
        yield _Agreement(
            verdict=v,
            zh=zh,
            en=en,
            link=links.get((v.zh, v.en)),
            province=province_of(result, v),
            country=_agreed_country(zh, en),
            date=_agreed_date(zh, en),
        )


def _agreed_country(*records: Record | None) -> str | None:
    """What both say, or the one that speaks; none where they contradict."""
    countries = {r.country for r in records if r and r.country}
    return countries.pop() if len(countries) == 1 else None


def _agreed_date(*records: Record | None) -> DateInterval | None:
    """The more exact of two that fit, or the one that is given; none where they contradict."""
    dates = [r.date for r in records if r and r.date]
    if len(dates) == 2 and dates[0].contradicts(dates[1]):
        return None
    return max(dates, key=lambda d: ("year", "month", "day").index(d.precision), default=None)

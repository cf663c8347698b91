"""`reconciled.csv`: one row per agreement, the table that a researcher takes away."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeVar

from reconcile.models import Link, Record, Result, Verdict
from reconcile.report.view.coverage import province_of
from reconcile.report.view.numbers import shown_probability

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")

COLUMNS = (
    *("verdict", "reason", "relation", "probability", "province", "country"),
    *("zh_host", "zh_partner", "en_host", "en_partner", "zh_country", "en_country"),
    *("date", "date_precision", "zh_date", "en_date"),
    *("zh_section", "en_section", "zh_line", "en_line", "zh_id", "en_id", "link_id", "why"),
)


def render_csv(result: Result) -> str:
    """The merged table as CSV.

    Read it with `pandas.read_csv(path, dtype=str, keep_default_na=False)`: the country code of
    Namibia is `NA`, which is no missing value.
    """
    rows = _rows(result)
    # A lone carriage return is quoted by no writer, and ends the row for every reader.
    every = any("\r" in field for row in rows for field in row)
    text = io.StringIO()
    writer = csv.writer(
        text, lineterminator="\n", quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL
    )
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def merged_table(result: Result) -> pd.DataFrame:
    """The same as a frame: one row per verdict, all columns text, nothing stated is empty text."""
    import pandas as pd  # half a second of import that a plain run need not pay

    return pd.DataFrame(_rows(result), columns=list(COLUMNS), dtype=str)


def _rows(result: Result) -> list[tuple[str, ...]]:
    records = {r.id: r for r in result.records}
    links = {(link.zh, link.en): link for link in result.links}
    return [_row(result, v, records, links) for v in result.verdicts]


def _row(
    result: Result,
    v: Verdict,
    records: dict[str, Record],
    links: dict[tuple[str, str], Link],
) -> tuple[str, ...]:
    zh = records[v.zh] if v.zh else None
    en = records[v.en] if v.en else None
    link = links.get((zh.id, en.id)) if zh and en else None
    date = _date(zh, en)
    country = _agreed(zh.country if zh else None, en.country if en else None)
    return (
        v.verdict,
        v.reason,
        link.relation if link else "",
        f"{shown_probability(link.probability):.4f}" if link else "",
        province_of(result, v),
        country or "",
        zh.host if zh else "",
        zh.partner if zh else "",
        en.host if en else "",
        en.partner if en else "",
        (zh.country_text or "") if zh else "",
        (en.country_text or "") if en else "",
        *date,
        str(zh.date or "") if zh else "",
        str(en.date or "") if en else "",
        zh.section if zh else "",
        en.section if en else "",
        str(zh.line) if zh else "",
        str(en.line) if en else "",
        v.zh or "",
        v.en or "",
        link.id if link else "",
        v.why,
    )


def _agreed(a: T | None, b: T | None) -> T | None:
    """What both say, or the one that speaks; nothing where they contradict."""
    return (a if a == b else None) if a and b else a or b


def _date(zh: Record | None, en: Record | None) -> tuple[str, str]:
    """The date and its precision: the more exact of two that fit, none where they contradict."""
    found = [r.date for r in (zh, en) if r and r.date]
    if not found or (len(found) == 2 and found[0].contradicts(found[1])):
        return "", ""
    best = max(found, key=lambda d: ("year", "month", "day").index(d.precision))
    return str(best), best.precision

"""Lists with dates, in which names, dates or both are wrong: `dated.tsv` has the rows.

The lists are made up after real ones. `verdict` and `finding` are what is wanted of a row.
`benchmarks.dated` has many more.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

import pytest

import reconcile

TABLE = Path(__file__).parent / "dated.tsv"
Row = dict[str, str]


def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def listed(side: str) -> str:
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(("host", "partner", "country", "date"))
    lines.writerows((r[f"{side}_host"], r[side], r["country"], r[f"{side}_day"]) for r in rows())
    return out.getvalue()


@cache
def found() -> list[tuple[str, set[str]]]:
    """The verdict on the Chinese record of each row, and the findings about the row."""
    texts = [(f"{side}.csv", listed(side)) for side in ("zh", "en")]
    result = reconcile.run(texts[0], texts[1], home="JP", as_of="2026-01-01")
    on = {r.line: {r.id} for r in result.records if r.side == "zh"}
    for r in result.records:
        on[r.line].add(r.id)
    verdicts = {v.zh: v.verdict for v in result.verdicts}
    return [
        (
            next(verdicts[i] for i in ids if i in verdicts),
            {f.name for f in result.findings if ids & set(f.records)},
        )
        for _, ids in sorted(on.items())
    ]


@pytest.mark.parametrize(
    ("number", "row"),
    [pytest.param(n, r, id=f"{r['zh']}-{r['en']}") for n, r in enumerate(rows())],
)
def test_row(number: int, row: Row) -> None:
    verdict, findings = found()[number]
    assert verdict == row["verdict"], findings
    assert not row["finding"] or row["finding"] in findings

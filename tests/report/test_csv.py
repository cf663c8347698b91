from __future__ import annotations

import io
from dataclasses import replace

import pandas as pd
import pytest

from reconcile.dates import DateInterval
from reconcile.models import Record, Result, Verdict
from reconcile.report.csv import COLUMNS, merged_table, render_csv


def read(text: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)


def changed(result: Result, verdict: Verdict, **fields: object) -> Result:
    """The result with the Chinese record of `verdict` changed."""
    sources = tuple(
        replace(
            s,
            records=tuple(
                replace(r, **fields) if r.id == verdict.zh else r  # type: ignore[arg-type]
                for r in s.records
            ),
        )
        for s in result.sources
    )
    return replace(result, sources=sources)


def test_it_is_read_back_unchanged(result: Result) -> None:
    table = merged_table(result)
    back = read(render_csv(result))
    assert list(back.columns) == list(COLUMNS)
    assert back.to_dict("list") == table.to_dict("list")


def test_one_row_per_agreement(result: Result) -> None:
    back = read(render_csv(result))
    assert list(back["verdict"]) == [v.verdict for v in result.verdicts]


def test_namibia_is_no_missing_value(result: Result) -> None:
    back = read(render_csv(result))
    partners = back[back["country"] == "NA"]["zh_partner"]
    assert {"恩納納", "烏塔皮"} <= set(partners)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3|cmd", "'-2+3|cmd"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a<U+000D>b"),
        ("é\u202eb", "é<U+202E>b"),
        ("\x1b]52;c;eA==\x07", "<U+001B>]52;c;eA==<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
    ],
)
def test_nothing_acts_on_a_terminal_or_in_a_spreadsheet(
    result: Result, text: str, shown: str
) -> None:
    verdict = next(v for v in result.verdicts if v.zh)
    assert shown in list(read(render_csv(changed(result, verdict, partner=text)))["zh_partner"])


@pytest.mark.parametrize(
    "text",
    ["-", "00123", "a\nb", 'say "x"', " , ", "NA", "null", "é", "1e5"],
)
def test_text_is_not_altered(result: Result, text: str) -> None:
    verdict = next(v for v in result.verdicts if v.zh)
    made = changed(result, verdict, partner=text)
    back = read(render_csv(made))
    assert back.to_dict("list") == merged_table(made).to_dict("list")
    row = back[back["zh_id"] == verdict.zh].iloc[0]
    assert row["zh_partner"] == text


def test_dates_that_contradict_give_no_date(result: Result) -> None:
    link = next(x for x in result.links)
    verdict = next(v for v in result.verdicts if v.zh == link.zh)

    def dated(one: DateInterval | None, other: DateInterval | None) -> tuple[str, str]:
        values = {link.zh: one, link.en: other}

        def put(r: Record) -> Record:
            return replace(r, date=values[r.id]) if r.id in values else r

        sources = tuple(replace(s, records=tuple(map(put, s.records))) for s in result.sources)
        table = merged_table(replace(result, sources=sources))
        row = table[table["zh_id"] == verdict.zh].iloc[0]
        return row["date"], row["date_precision"]

    day, year = DateInterval(1986, 5, 15), DateInterval(1986)
    assert dated(day, None) == ("1986-05-15", "day")
    assert dated(year, day) == ("1986-05-15", "day")
    assert dated(year, None) == ("1986", "year")
    assert dated(day, DateInterval(1987)) == ("", "")
    assert dated(None, None) == ("", "")

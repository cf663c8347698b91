"""What short years are counted from, as a list and its home country tell."""

from __future__ import annotations

import pytest

from reconcile.places.home import load_home
from reconcile.sources import parse
from reconcile.sources.document import read_document

_TITLED = "城市,國家,締盟日期（民國）\n東京,日本,68.3.2\n漢堡,德國,85年11月5日\n"
_PAST_99 = "編號,國家,城市,日期\n1,日本,東京,88.10.12\n2,德國,漢堡,100.5.30\n"
_MIXED = "# 姊妹市\n\n* 美國 聖荷西（66年5月20日）\n* 日本 日光（民國98年1月16日）\n"
_PLAIN = "国家,城市,日期\n日本,东京,79-05-01\n德国,不来梅,85-04-17\n"
_TRADITIONAL = "國家,城市,日期\n日本,東京,79-05-01\n德國,漢堡,85-04-17\n"
_ERAS = "國家,城市,日期\n中國,上海,S48.11.30\n韓國,釜山,H18.3.2\n印度,孟買,40.6.26\n"
_ENGLISH = "City,Country,Date\nHouston,United States,50/12/5\nSeoul,South Korea,57.3.23\n"
_ENGLISH_ROC = _ENGLISH.replace("Date", "Date (ROC year)")
_CASES = [
    ("a.csv", _TITLED, "CN", ["1979-03-02", "1996-11-05"]),
    ("a.csv", _PAST_99, "CN", ["1999-10-12", "2011-05-30"]),
    ("a.md", _MIXED, "US", ["1977-05-20", "2009-01-16"]),
    ("a.csv", _TRADITIONAL, "TW", ["1990-05-01", "1996-04-17"]),
    ("a.csv", _PLAIN, "CN", ["1979-05-01", "1985-04-17"]),
    ("a.csv", _ENGLISH_ROC, "TW", ["1961-12-05", "1968-03-23"]),
    # Nothing tells what these are counted from.
    ("a.csv", _TRADITIONAL, "CN", [None, None]),
    ("a.csv", _PLAIN, "TW", [None, None]),
    ("a.csv", _PLAIN, "JP", [None, None]),
    ("a.csv", _ERAS, "JP", ["1973-11-30", "2006-03-02", None]),
    ("a.csv", _ENGLISH, "TW", [None, None]),
]


@pytest.mark.parametrize(("name", "text", "home", "dates"), _CASES)
def test_short_years(name: str, text: str, home: str, dates: list[str | None]) -> None:
    side = "zh" if "日" in text else "en"
    source = parse(read_document(text.encode(), name, side), load_home(home))  # type: ignore[arg-type]  # a side
    assert [str(r.date) if r.date else None for r in source.records] == dates
    assert len(source.undated) == dates.count(None)

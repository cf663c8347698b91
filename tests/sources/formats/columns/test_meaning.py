"""What columns hold, by their titles or as the user says."""

from __future__ import annotations

import json

import pytest

from reconcile.errors import ReconcileError
from reconcile.sources import Layout
from reconcile.sources.formats.columns.meaning import (
    are_titles,
    known_columns,
    names_a_table,
    read_map,
)
from tests.sources.column_texts import read_columns
from tests.sources.test_seed_tables import written_csv

MAPS: list[tuple[str, str, tuple[str, str]]] = [
    ("a,b,c\n上海市,橫濱,日本\n", "host=a,partner=b,country=c", ("上海市", "橫濱")),
    ("上海市,橫濱,日本\n上海市,大阪,日本\n", "host=1,partner=2", ("上海市", "橫濱")),
    ("城市,友城,a\n上海市,日本,橫濱\n", "partner=a, country=友城", ("上海市", "橫濱")),
    ('[{"x": {"y": "上海市"}, "z": "橫濱"}]', "host=x.y,partner=z", ("上海市", "橫濱")),
]


@pytest.mark.parametrize(("text", "columns", "first"), MAPS)
def test_the_user_says_what_columns_hold(text: str, columns: str, first: tuple[str, str]) -> None:
    record = read_columns(text, layout=Layout(columns=read_map(columns))).records[0]
    assert (record.host, record.partner) == first


ERRORS: list[tuple[str, str | None, str, int | None]] = [
    ("a,b,c\n1,2,3\n", None, "the columns are a, b, c. Say which is which: --map host=", 1),
    ("host,partner\nx,y\n", "partner=prtner", "no column 'prtner'", 1),
    ("host,partner\nx,y\n", "partner=partners", "did you mean partner?", 1),
    ("host,partner,date,date\nx,y,1,2\n", None, "columns 3 and 4 are both called 'date'", 1),
]


@pytest.mark.parametrize(("text", "columns", "message", "line"), ERRORS)
def test_refusals(text: str, columns: str | None, message: str, line: int | None) -> None:
    layout = Layout(columns=read_map(columns) if columns else ())
    with pytest.raises(ReconcileError) as error:
        read_columns(text, layout=layout)
    assert message in error.value.message
    assert error.value.line == line
    assert len(str(error.value)) < 400


@pytest.mark.parametrize("text", ["host:x", "partner", "prtner=x", ""])
def test_a_map_that_says_nothing(text: str) -> None:
    with pytest.raises(ReconcileError):
        read_map(text)


TITLES: list[tuple[str, str]] = [
    ("主方|国家|友城|结好时间", "host country partner date"),
    ("己方城市|国别|对方城市|缔结日期|备注", "host country partner date note"),
    ("省份|城市|友好城市|國家|締結時間", "section host partner country date"),
    ("中国城市|外国城市|所在国|签约年份", "host partner country date"),
    ("City|Sister city|Country|Since", "host partner country date"),
    ("Province|City|Twin town|State|Nation|Year", "section host partner parent country date"),
    ("host|partner|iso|date_signed|ended|url", "host partner code date status target"),
    ("都市|姉妹都市|国|提携年月日", "host partner country date"),
    ("Partner|Country", "partner country"),
    ("友好城市|国家|建立友好关系日期", "partner country date"),
    ("item|itemLabel|sistercityLabel|countryLabel|startTime", "host partner country date"),
    (
        "origincityLabel|origincountry|sistercityLabel|destination_countryLabel",
        "host partner country",
    ),
    (
        "cityLabel|countryLabel|partnerLabel|partnerCountryLabel|pointInTime",
        "host partner country date",
    ),
    (
        "host_city|host_country|twin_town|twin_country|start_date|end_date",
        "host partner country date status",
    ),
    ("partnerCity|hostCity|signedOn|agreementType|population", "partner host date kind"),
    ("Kommune|Partnerstadt|Land|Datum|Bemerkung", "partner country date note"),
    ("ville|pays|ville jumelée|année", "host country partner date"),
    ("ciudad|país|ciudad hermana|fecha", "host country partner date"),
    ("도시|국가|자매도시|체결일", "host country partner date"),
    ("City|Country|Sister city|Country", "host partner country"),
]


@pytest.mark.parametrize(("titles", "columns"), TITLES)
def test_titles(titles: str, columns: str) -> None:
    found = known_columns(titles.split("|"))
    assert " ".join(c for c, _ in sorted(found.items(), key=lambda x: x[1])) == columns


def test_fields_tell_what_unknown_titles_do_not() -> None:
    (record,) = read_columns(
        "主方,友城,几时,哪里,别的\n长沙市,鹿儿岛市,1982年10月30日,日本,两市自1980年起往来，并互派学生。\n"
    ).records
    assert (str(record.date), record.country) == ("1982-10-30", "JP")
    assert [n.text for n in record.notes] == ["两市自1980年起往来，并互派学生。"]


def test_of_two_columns_of_dates_without_known_title_none_is_taken() -> None:
    (record,) = read_columns("主方,友城,甲,乙\n长沙市,鹿儿岛市,1982年,2002年\n").records
    assert record.date is None


def test_the_kind_of_agreement_and_remarks_are_kept() -> None:
    (record,) = read_columns(
        "主方,友城,类型,备注\n长沙市,鹿儿岛市,友好交流城市,1999年续签\n"
    ).records
    assert [n.text for n in record.notes] == ["友好交流城市", "1999年续签"]


def test_titles_in_doubt_are_none() -> None:
    assert are_titles(["上海市", "友好城市"])
    assert not are_titles(["no", "local", "城市", "省"])
    assert names_a_table(["友好城市", "日期"])
    assert not names_a_table(["国家", "日期"])


def test_markup_in_fields_makes_no_page_of_a_table() -> None:
    rows = [{"host": "[[上海市]]", "partner": "{{flag|JPN}} [[橫濱]]<br>[x](y)"}] * 9
    assert len(read_columns(json.dumps(rows)).blocks) == 1
    named = read_columns(written_csv(rows))
    assert len(named.blocks) == 1
    assert "not-understood" not in named.uses


def test_other_columns_of_a_row() -> None:
    (record,) = read_columns(
        "City,Partner,Partner state,Link,Code,Status,Remarks,Since\n"
        "Jinan,Vantaa,Uusimaa,https://en.wikipedia.org/wiki/Vantaa_(city),FIN,ended,x,soon\n",
        "en",
    ).records
    assert (record.parent, record.target, record.country, record.ended) == (
        "Uusimaa",
        "Vantaa (city)",
        "FI",
        True,
    )
    assert [n.text for n in record.notes] == ["soon", "x"]

"""Records: each fact from the best place that states it, with that place."""

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.sources.reading import recorder
from tests.conftest import parse_text


def test_a_flag_is_the_proof_of_a_country_that_no_word_names() -> None:
    source = parse_text("== 上海市 ==\n* {{flagicon|JPN}} [[横滨市]]\n", name="list.wiki")
    (record,) = source.records
    assert record.country_ref is not None
    assert (record.country, record.country_text) == ("JP", None)
    assert "JPN" in record.country_ref.text


def test_the_country_of_a_column_goes_before_that_of_the_entry() -> None:
    head = "| 己方 | 國家 | 對方 |\n|---|---|---|\n"
    (record,) = parse_text(f"{head}| 长沙市 | 法国 | 圣但尼（德国） |\n").records
    assert (record.country, record.country_text) == ("FR", "法国")


def test_a_territory_is_more_exact_than_its_state() -> None:
    text = "== 天津市 ==\n* {{flagicon|REU}} 圣但尼（法国）\n"
    (record,) = parse_text(text, name="list.wiki").records
    assert (record.country, record.country_text) == ("RE", "法国")


def test_a_parent_in_a_column_of_its_own() -> None:
    head = "| 城市 | 友好城市 | 所属州 |\n|---|---|---|\n"
    (record,) = parse_text(f"{head}| 长沙市 | 鹿兒島市 | 鹿兒島縣 |\n").records
    assert (record.partner, record.name, record.parent) == (
        "鹿兒島市",
        "鹿兒島市",
        "鹿兒島縣",
    )


def test_other_dates_of_a_cell_are_a_remark() -> None:
    head = "| 城市 | 友好城市 | 日期 |\n|---|---|---|\n"
    (record,) = parse_text(f"{head}| 长沙市 | 鹿兒島市 | 1982年、2005年续签 |\n").records
    assert str(record.date) == "1982"
    assert [note.text for note in record.notes] == ["2005年续签"]


@pytest.mark.parametrize(
    ("remark", "ended"),
    [("已终止", True), ("友好协议", False), ("双方曾" + "很久" * 15 + "终止往来", False)],
)
def test_a_short_remark_may_say_that_it_has_ended(remark: str, ended: bool) -> None:
    head = "| 城市 | 友好城市 | 备注 |\n|---|---|---|\n"
    (record,) = parse_text(f"{head}| 长沙市 | 鹿兒島市 | {remark} |\n").records
    assert record.ended is ended


def test_blank_lines_inside_a_block_are_gaps() -> None:
    source = parse_text("长沙市\n\n- 日本鹿兒島市\n- 韩国龟尾市\n\n- 法国蒙斯\n")
    assert [r.gap_before for r in source.records] == [False, False, True]
    assert source.blocks[0].gaps == (5,)
    assert [r.position for r in source.records] == [0, 1, 2]


def test_no_host_has_thousands_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "MOST_OF_A_HOST", 1)
    with pytest.raises(ReconcileError, match="more than 1 rows stand under one host") as error:
        parse_text("长沙市\n\n- 日本鹿兒島市\n- 韩国龟尾市\n")
    assert error.value.line == 4


def test_numeric_dates_are_read_as_the_document_shows() -> None:
    rows = "- Kyoto, Japan (05/02/1979)\n"
    day = parse_text(f"## Nanjing\n\n{rows}- Osaka, Japan (25/02/1980)\n", "en").records[0]
    month = parse_text(f"## Nanjing\n\n{rows}- Osaka, Japan (02/25/1980)\n", "en").records[0]
    open_ = parse_text(f"## Nanjing\n\n{rows}", "en").records[0]
    assert [str(r.date) for r in (day, month, open_)] == ["1979-02-05", "1979-05-02", "1979"]


def test_dates_of_padded_cells_keep_their_place() -> None:
    source = parse_text(
        "| 己方 | 國家 | 對方 | 日期 |\n|---|---|---|---|\n| 石家莊市 | 日本 | 長野 |   1981年  |\n"
    )
    ref = source.records[0].date_ref
    assert ref is not None
    assert ref.text == "1981年"

"""Layouts that pages of the family use: every row reads with host, partner, country and date.

`layouts/<home country>/<language>-<what>.<format>` is a page, and the `.tsv` beside it what it
states; a row without a partner is one that names none.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document
from tests.conftest import parse_text

FOLDER = Path(__file__).parent / "layouts"
PAGES = sorted(p for p in FOLDER.glob("*/*") if p.suffix != ".tsv")
COLUMNS = ("line", "section", "host", "partner", "parent", "country", "date", "ended")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_layout(page: Path) -> None:
    home = load_home(page.parent.name)
    side: Side = "zh" if page.name.startswith("zh-") else "en"
    source = parse(read_document(page.read_bytes(), page.name, side), home)
    found: list[tuple[object, ...]] = [
        (r.line, r.section, r.host, r.name, r.parent, r.country, r.date, "yes" if r.ended else None)
        for r in source.records
    ]
    found += [
        (p.ref.line, p.section, p.host, None, None, p.country, p.date, None)
        for p in source.partnerless
    ]
    shown = sorted((tuple(str(x or "") for x in row) for row in found), key=lambda r: int(r[0]))
    text = page.with_suffix(".tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    expected = [tuple(row[c] for c in COLUMNS) for row in rows]
    assert shown == expected
    assert "not-understood" not in source.uses


def test_each_of_several_partners_points_at_its_own_text() -> None:
    source = parse_text(
        "## 南京市\n\n- 名古屋市（日本，1978年）、圣路易斯（美国，1979年11月2日）\n"
    )
    refs = [(r.partner_ref.text, r.partner_ref.column, r.row_line) for r in source.records]
    assert refs == [("名古屋市", 3, 3), ("圣路易斯", 18, 3)]
    dates = [r.date_ref.text for r in source.records if r.date_ref]
    assert dates == ["1978年", "1979年11月2日"]


def test_a_flag_is_the_proof_of_a_country_that_no_word_names() -> None:
    source = parse_text("== 上海市 ==\n* {{flagicon|JPN}} [[横滨市]]\n", name="list.wiki")
    (record,) = source.records
    assert record.country_ref is not None
    assert (record.country, record.country_text) == ("JP", None)
    assert "JPN" in record.country_ref.text


IGNORED = [
    # text after a heading that names a host, why it is ignored
    ("1978年，中国与日本签署和平友好条约。", "prose"),
    ("- 1979年，市长访问美国圣路易斯。", "prose"),
    ("- 省级：20对", "remark"),
    ("| 年份 | 人口 |\n| --- | --- |\n| 1982年 | 374万 |", "other-topic"),
    ("| 国家 | 友好城市 |\n| --- | --- |\n| 日本 | 名古屋 |\n| 共计 | 1对 |", "remark"),
    ("### 友好港口\n\n- 名古屋港（日本，1985年）", "other-topic"),
    ("### 参考资料\n\n- 日本名古屋（1985年）", "navigation"),
    ("南京市自1978年起与20多个国家往来。", "prose"),
    ("- 1949年4月23日，解放军进入南京。", "prose"),
    ("| 友好城市 | 时间 |\n| --- | --- |\n| 名古屋 | 1978年 |\n| 共1个 | |", "remark"),
    ("### 交通\n\n- 南京禄口国际机场（1997年）", "other-topic"),
    ("| 友好城市 | 时间 |\n| --- | --- |\n| 名古屋 | 1978年 |\n| 注：截至2010年 | |", "remark"),
]


@pytest.mark.parametrize(("text", "reason"), IGNORED)
def test_what_states_no_partner_is_ignored_for_a_reason(text: str, reason: str) -> None:
    source = parse_text(f"## 南京市\n\n{text}\n")
    assert source.uses[-1] == f"ignored:{reason}"
    assert all(r.line != len(source.uses) for r in source.records)
    assert source.partnerless == ()


SUBJECTS = [
    # the first line of a page, and the host of a table below it that names none
    ("'''江苏省友好城市列表'''列出[[江苏省]]各市的友好城市。", "江苏省"),
    ("以下为中国[[江苏省]]及其下辖各市的友好城市：", "江苏省"),
    ("截至2014年，南京市（含各区）已与世界上20个城市建立友好城市关系。", "南京市"),
    ("'''南京市'''，简称宁，是[[江苏省]]省会。", "南京市"),
    ("北京市与47个城市、上海市与72个城市结为友好城市。", ""),
    ("1973年起各地相继缔结友好城市。", ""),
]


@pytest.mark.parametrize(("line", "host"), SUBJECTS)
def test_the_first_lines_tell_the_host_that_nothing_else_names(line: str, host: str) -> None:
    table = "{|\n! 国家 !! 友好城市\n|-\n| 意大利 || [[佛罗伦萨]]\n|}\n"
    source = parse_text(f"{line}\n\n== 列表 ==\n{table}\n== 市级 ==\n{table}", name="list.wiki")
    assert [r.host for r in source.records] == [host, "" if host == "江苏省" else host]


def test_a_code_that_is_no_country_is_not_passed_over() -> None:
    source = parse_text("== Nanjing ==\n* {{XQZ}}\n* {{NED}} Breda\n{{TOC}}\n", "en", "a.wiki")
    assert source.uses == ("structure", "not-understood", "record", "structure")


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


def test_old_line_ends_are_line_ends() -> None:
    text = "## 湖南\r| | |\r| --- | --- |\r| 〖長沙市〗- | 日本鹿兒島（1982年） |\r"
    assert [(r.host, r.line) for r in parse_text(text).records] == [("長沙市", 4)]


def test_headings_are_hosts_of_english_lists_too() -> None:
    text = "## Hebei\n\n### Shijiazhuang\n\n- Nagano, Japan (1981)\n- Des Moines, United States\n"
    found = [(r.host, r.name, r.country) for r in parse_text(text, "en").records]
    assert found == [("Shijiazhuang", "Nagano", "JP"), ("Shijiazhuang", "Des Moines", "US")]


def test_nothing_of_a_table_is_lost_silently() -> None:
    text = """\
<table>
<caption>Partners of Hunan</caption>
<tr><td>長沙市</td><td>鹿兒島<script>x</td><td>1982年</td></tr>
<tr><td>岳陽市</td><td>沼津</td><td>1985年</td></tr>
</table>
"""
    source = parse_text(text)
    assert [(r.host, str(r.date)) for r in source.records] == [
        ("長沙市", "1982"),
        ("岳陽市", "1985"),
    ]
    assert source.uses[1] == "not-understood"


def test_a_text_too_long_for_a_name_is_no_record() -> None:
    text = "## 長沙市\n\n- 日本鹿兒島（1982年）\n- 日本" + "鹿" * 5000 + "（1983年）\n"
    source = parse_text(text)
    assert len(source.records) == 1
    assert source.uses[3] == "not-understood"

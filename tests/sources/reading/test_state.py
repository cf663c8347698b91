"""What stands above decides: hosts, countries, sections, and what a page is about."""

from __future__ import annotations

import pytest

from tests.conftest import parse_text

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


ABOVE = [
    # what stands above a bullet, its host and country
    ("## 湖南省\n\n### 长沙市\n", "长沙市", None),
    ("## 长沙市\n\n### 亚洲\n", "长沙市", None),
    ("## 长沙市\n\n### 日本\n", "长沙市", "JP"),
    ("## 长沙市\n\n### 新加坡\n", "长沙市", None),
    ("## 长沙市\n\n### 日本\n\n### 列表\n", "长沙市", None),
    ("## 浙江省\n\n浙江省杭州市\n\n", "浙江省杭州市", None),
]


@pytest.mark.parametrize(("above", "host", "country"), ABOVE)
def test_hosts_and_countries_of_headings(above: str, host: str, country: str | None) -> None:
    (record,) = parse_text(f"{above}\n- 鹿兒島市（1982年）\n").records
    assert (record.host, record.country) == (host, country)


def test_a_host_that_a_heading_names_is_not_named_again() -> None:
    (record,) = parse_text("## 杭州市\n\n浙江省杭州市\n\n- 日本岐阜市\n").records
    assert record.host == "杭州市"


def test_entries_beyond_any_name_are_not_taken_apart() -> None:
    source = parse_text("## 长沙市\n\n- 日本" + "鹿" * 5_001 + "\n")
    assert source.records == ()

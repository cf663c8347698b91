"""Whose list it is, where two countries' cities stand side by side: read as the rows say."""

from __future__ import annotations

import pytest

from reconcile.places.home import load_home
from reconcile.sources import parse, read_document
from reconcile.sources.home_country import home_of

US_TURNED = """\
# 中美友好城市一览表（按美国各州）

| 州 | 美方城市 | 中方城市 | 结好时间 |
| --- | --- | --- | --- |
| 密苏里州 | 堪萨斯城 | 西安市 | 1989年4月6日 |
| 密苏里州 | 圣路易斯 | 南京市 | 1979年11月2日 |
"""
GERMAN = """\
<h2>德国和中国之间的友好城市</h2>
<table><tr><th>中方城市</th><th>德方城市</th><th>结好时间</th></tr>
<tr><td>上海市</td><td>汉堡</td><td>1986年5月29日</td></tr>
<tr><td>武汉市</td><td>杜伊斯堡</td><td>1982年10月8日</td></tr></table>
"""
JAPANESE = """\
== 日中友好城市 ==
{| class="wikitable"
! 日方城市 !! 中方城市 !! 年份
|-
| 神户市 || 天津市 || 1973
|-
| 横滨市 || 上海市 || 1973
|}
"""
LISTS = {
    "by state": (US_TURNED, "x.md", "CN", ["西安市 堪萨斯城", "南京市 圣路易斯"]),
    "German": (GERMAN, "x.html", "DE", ["汉堡 上海市", "杜伊斯堡 武汉市"]),
    "Japanese": (JAPANESE, "x.wiki", "JP", ["神户市 天津市", "横滨市 上海市"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_country_named_first_is_at_home(name: str) -> None:
    text, path, home, rows = LISTS[name]
    document = read_document(text.encode(), path, "zh")
    assert home_of([document]) == home
    found = parse(document, load_home(home)).records
    assert [f"{r.host} {r.partner.removeprefix(r.parent or '')}" for r in found] == rows


def test_a_title_of_two_countries_over_one_column_of_partners_decides_nothing() -> None:
    rows = "| 城市 | 友好城市 |\n| --- | --- |\n| 汉堡 | 上海市 |\n| 科隆 | 北京市 |\n"
    text = f"# 中德友好城市\n\n{rows}"
    assert home_of([read_document(text.encode(), "x.md", "zh")]) != "CN"

"""Layouts of the family that the seeds do not have: every row reads with host, partner and date."""

from __future__ import annotations

import pytest

from tests.conftest import parse_text

# text, then (host, country, parent, name, date) of every record
LAYOUTS = {
    "bullets under headings": (
        """\
# 江苏省友好城市列表

## 南京市友好城市

  - [日本](a)[名古屋市](b)（1978年12月21日）
  - [美国](a)[圣路易斯](b)，1979年11月2日
""",
        [
            ("南京市", "JP", None, "名古屋市", "1978-12-21"),
            ("南京市", "US", None, "圣路易斯", "1979-11-02"),
        ],
    ),
    "nested bullets with bold hosts": (
        """\
## 苏南

  - **无锡市**：
      - 日本[明石市](x)（1981年8月29日）
      - 查塔努加（美国，1982年10月12日）

常州市（2个）

  - [高槻市](x)（日本）1987.03.27
""",
        [
            ("无锡市", "JP", None, "明石市", "1981-08-29"),
            ("无锡市", "US", None, "查塔努加", "1982-10-12"),
            ("常州市", "JP", None, "高槻市", "1987-03-27"),
        ],
    ),
    "numbers before the host": (
        """\
| 序号 | 中国城市 | 国家 | 外国城市 | 日期 |
| --- | --- | --- | --- | --- |
| 1 | 扬州市 | 日本 | 唐津市 | 1982年2月22日 |
| 2 |  | 日本 | 厚木市 | 1984年10月23日 |
| 3 | 美国 | 肯特市 | 1994年4月9日 |
""",
        [
            ("扬州市", "JP", None, "唐津市", "1982-02-22"),
            ("扬州市", "JP", None, "厚木市", "1984-10-23"),
            ("扬州市", "US", None, "肯特市", "1994-04-09"),
        ],
    ),
    "titles that do not tell the host": (
        """\
| 城市 | 友好城市 | 國家 | 結好時間 |
| --- | --- | --- | --- |
| 南京市 | 名古屋市 | 日本 | 1978.12.21 |
| 南京市 | 佛羅倫斯 | 義大利 | 1980年2月22日 |
| 蘇州市 | 威尼斯 | 義大利 | 1980-03-24 |
""",
        [
            ("南京市", "JP", None, "名古屋市", "1978-12-21"),
            ("南京市", "IT", None, "佛羅倫斯", "1980-02-22"),
            ("蘇州市", "IT", None, "威尼斯", "1980-03-24"),
        ],
    ),
    "continents, and rows that slid": (
        """\
## 上海市

| 洲 | 國家 | 城市 | 日期 |
| --- | --- | --- | --- |
| 亞洲 | 日本 | 橫濱市 | 1973年11月30日 |
| 大阪市 | 1974年4月18日 |  |  |
| 歐洲 | 意大利 | 米蘭 | 1979年 |
""",
        [
            ("上海市", "JP", None, "橫濱市", "1973-11-30"),
            ("上海市", None, None, "大阪市", "1974-04-18"),
            ("上海市", "IT", None, "米蘭", "1979"),
        ],
    ),
    "a partner in Latin letters, and dates in padded cells": (
        """\
| 己方 | 國家 | 對方 | 日期 |
|---|---|---|---|
| 石家莊市 | 日本 | 長野 | 1981 |
| 唐山市 | 美國 | [Des Moines](https://en.wikipedia.org/wiki/Des_Moines) | 1985年3月4日  |
| | 德國 | 波恩 | |
""",
        [
            ("石家莊市", "JP", None, "長野", "1981"),
            ("唐山市", "US", None, "Des Moines", "1985-03-04"),
            ("唐山市", "DE", None, "波恩", None),
        ],
    ),
    "parents in their own column": (
        """\
| 己方 | 國家 | 州 | 城市 | 日期 |
| --- | --- | --- | --- | --- |
| 大連市 | 美國 | 加利福尼亞州 | 奧克蘭 | 1982年3月31日 |
""",
        [("大連市", "US", "加利福尼亞州", "奧克蘭", "1982-03-31")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    source = parse_text(text)
    found = [
        (r.host, r.country, r.parent, r.name, str(r.date) if r.date else None)
        for r in source.records
    ]
    assert found == expected
    assert source.partnerless == ()
    assert "not-understood" not in source.uses


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

"""Lines of a page: what each is used for, and the records that they make."""

from __future__ import annotations

import pytest

from reconcile.models import ParsedSource
from tests.conftest import parse_text

# a text below the heading 南京市, what its lines are used for, and its records
LINES: dict[str, tuple[str, str, list[str]]] = {
    "a level": ("省级\n- 日本名古屋市", "structure record", ["南京市 JP 名古屋市"]),
    "a label": ("友好城市：\n- 日本名古屋市", "structure record", ["南京市 JP 名古屋市"]),
    "a label of former ones": (
        "前友好城市：\n- 日本名古屋市",
        "structure record",
        ["南京市 JP 名古屋市 ended"],
    ),
    "a label on the line": ("- 前友好城市：日本名古屋市", "record", ["南京市 JP 名古屋市 ended"]),
    "contents": ("- 南京市\n- 日本名古屋市", "ignored:contents record", ["南京市 JP 名古屋市"]),
    "a category": ("Category:城市", "ignored:category", []),
    "a country": (
        "日本\n- 名古屋市\n- 大阪市",
        "structure record record",
        ["南京市 JP 名古屋市", "南京市 JP 大阪市"],
    ),
    "a country of deeper items": (
        "- 日本\n  - 名古屋市\n- 乌得勒支",
        "structure record record",
        ["南京市 JP 名古屋市", "南京市 None 乌得勒支"],
    ),
    "a continent": ("亚洲\n- 日本名古屋市", "structure record", ["南京市 JP 名古屋市"]),
    "hosts": (
        "无锡市\n- 日本明石市\n- 苏州市\n  - 日本金泽市",
        "structure record structure record",
        ["无锡市 JP 明石市", "苏州市 JP 金泽市"],
    ),
    "hosts on the line": (
        "无锡市：明石市（日本，1981年）、查塔努加（美国，1982年）",
        "record",
        ["无锡市 JP 明石市 1981", "无锡市 US 查塔努加 1982"],
    ),
    "a sentence": (
        "无锡市与日本明石市于1981年结为友好城市。",
        "record",
        ["无锡市 JP 明石市 1981"],
    ),
    "a sentence of another place": ("名古屋市与日本明石市结为友好城市。", "ignored:prose", []),
    "a sentence that begins with the partner": (
        "美国布法罗市与无锡市于1981年结为友好城市。",
        "ignored:prose",
        [],
    ),
    "several partners": (
        "- 日本名古屋市、大阪市",
        "record",
        ["南京市 JP 名古屋市", "南京市 JP 大阪市"],
    ),
    "a plain line without a fact": ("名古屋市", "not-understood", []),
    "a plain line with a date": ("名古屋市（1978年）", "record", ["南京市 None 名古屋市 1978"]),
    "a country without a city": ("- 日本", "record", []),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str) -> None:
    text, uses, records = LINES[name]
    source = parse_text(f"## 南京市\n\n{text}\n")
    assert " ".join(source.uses[2:]) == uses
    assert shown(source) == records


def test_a_country_alone_is_a_row_without_partner() -> None:
    (row,) = parse_text("## 南京市\n\n- 日本（1978年）\n").partnerless
    assert (row.host, row.country, row.country_text, str(row.date)) == (
        "南京市",
        "JP",
        "日本",
        "1978",
    )
    assert not row.bare


def shown(source: ParsedSource) -> list[str]:
    return [
        " ".join(
            [r.host, str(r.country), r.name, *[str(r.date)] * bool(r.date), *["ended"] * r.ended]
        )
        for r in source.records
    ]


def test_each_of_several_partners_points_at_its_own_text() -> None:
    source = parse_text(
        "## 南京市\n\n- 名古屋市（日本，1978年）、圣路易斯（美国，1979年11月2日）\n"
    )
    refs = [(r.partner_ref.text, r.partner_ref.column, r.row_line) for r in source.records]
    assert refs == [("名古屋市", 3, 3), ("圣路易斯", 18, 3)]
    dates = [r.date_ref.text for r in source.records if r.date_ref]
    assert dates == ["1978年", "1979年11月2日"]


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


def test_a_text_too_long_for_a_name_is_no_record() -> None:
    text = "## 長沙市\n\n- 日本鹿兒島（1982年）\n- 日本" + "鹿" * 5000 + "（1983年）\n"
    source = parse_text(text)
    assert len(source.records) == 1
    assert source.uses[3] == "not-understood"

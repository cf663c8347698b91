"""Tables in two languages: of what stands there twice, each side reads its own."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import SourceFile, parse, read_side
from reconcile.sources.formats.columns.meaning import known_columns
from reconcile.sources.title_languages import in_two_languages, seen_by
from tests.sources.workbooks.files import xlsx

_SIDES: tuple[Side, Side] = ("zh", "en")
TABLES = [
    # titles, a row, what the Chinese side reads, what the English side reads
    (
        "citynameCN,itatCode,countrynameCN,countrynameEN,airportnameEN",
        "慕尼黑,MUC,德国,DE,MUNICH",
        "partner=慕尼黑 country=德国",
        "partner=MUNICH country=DE",
    ),
    ("Zh_tw,En", "慕尼黑,Munich", "partner=慕尼黑", "partner=Munich"),
    ("name_zh,name_en", "慕尼黑,Munich", "partner=慕尼黑", "partner=Munich"),
    ("Chinese,English", "慕尼黑,Munich", "partner=慕尼黑", "partner=Munich"),
    ("zh-hans,en", "大阪,Osaka", "partner=大阪", "partner=Osaka"),
    ("nameCn,nameEn,cc", "大阪,Osaka,JP", "partner=大阪 code=JP", "partner=Osaka code=JP"),
    (
        "中文名,英文名,国家",
        "慕尼黑,Munich,德国",
        "partner=慕尼黑 country=德国",
        "partner=Munich country=德国",
    ),
    (
        "国家(中文),国家(英文),中文名称,英文名称",
        "德国,Germany,慕尼黑,Munich",
        "partner=慕尼黑 country=德国",
        "partner=Munich country=Germany",
    ),
    (
        "城市,City,国家,Country",
        "慕尼黑,Munich,德国,Germany",
        "partner=慕尼黑 country=德国",
        "partner=Munich country=Germany",
    ),
    (
        "城市,City,友城,Sister city,国家,Country,年份",
        "上海,Shanghai,大阪,Osaka,日本,Japan,1974",
        "host=上海 partner=大阪 country=日本 date=1974",
        "host=Shanghai partner=Osaka country=Japan date=1974",
    ),
    (
        "主方,友城,英文名,国家,日期",
        "上海,大阪,Osaka,日本,1974年",
        "host=上海 partner=大阪 country=日本 date=1974年",
        "host=上海 partner=Osaka country=日本 date=1974年",
    ),
    (
        "host,partner_zh,partner_en,country_en",
        "Shanghai,大阪,Osaka,Japan",
        "host=Shanghai partner=大阪 country=Japan",
        "host=Shanghai partner=Osaka country=Japan",
    ),
    (
        "name.zh,name.en,country.zh,country.en,since",
        "大阪,Osaka,日本,Japan,1974",
        "partner=大阪 country=日本 date=1974",
        "partner=Osaka country=Japan date=1974",
    ),
    (
        "序号,友城（中文）,友城（英文）,结好时间",
        "1,大阪,Osaka,1974年",
        "partner=大阪 date=1974年",
        "partner=Osaka date=1974年",
    ),
    (
        "name,name_zh,country",
        "Osaka,大阪,Japan",
        "partner=大阪 country=Japan",
        "partner=Osaka country=Japan",
    ),
]


@pytest.mark.parametrize(("titles", "row", "zh", "en"), TABLES)
def test_each_side_reads_its_own(titles: str, row: str, zh: str, en: str) -> None:
    cells = row.split(",")
    expected: dict[Side, str] = {"zh": zh, "en": en}
    for side, wanted in expected.items():
        seen = seen_by(side, titles.split(","), [[c] for c in cells])
        found = known_columns([title or "" for title in seen])
        assert {f"{column}={cells[i]}" for column, i in found.items()} == set(wanted.split())


IN_ONE_LANGUAGE = [
    ("城市,友城,国家", "上海,大阪,日本"),
    ("City,友城,国家", "Shanghai,大阪,日本"),
    ("City,Sister city,Country", "Shanghai,Osaka,Japan"),
    ("国家,城市,代码", "英国,利兹,LBA"),
    ("English name,Country", "Osaka,Japan"),
]


@pytest.mark.parametrize(("titles", "row"), IN_ONE_LANGUAGE)
def test_others_are_left_as_they_are(titles: str, row: str) -> None:
    shown = tuple(titles.split(","))
    cells = [[cell] for cell in row.split(",")]
    assert seen_by("zh", shown, cells) == seen_by("en", shown, cells) == shown
    assert not in_two_languages(shown)


FILES = [
    "name_zh,name_en\n慕尼黑,Munich\n大阪,Osaka\n",
    "Chinese\tEnglish\n慕尼黑\tMunich\n大阪\tOsaka\n",
    '[{"Zh_tw": "慕尼黑", "En": "Munich"}, {"Zh_tw": "大阪", "En": "Osaka"}]',
    '{"Zh_tw": "慕尼黑", "En": "Munich"}\n{"Zh_tw": "大阪", "En": "Osaka"}\n',
    '[{"name": {"zh": "慕尼黑", "en": "Munich"}}, {"name": {"zh": "大阪", "en": "Osaka"}}]',
]


@pytest.mark.parametrize("text", FILES)
def test_one_file_is_given_for_both_sides(text: str) -> None:
    result = reconcile.run(("both", text), ("both", text))
    names = [(r.side, r.name) for r in result.records]
    assert names == [("zh", "慕尼黑"), ("zh", "大阪"), ("en", "Munich"), ("en", "Osaka")]
    assert len(result.links) == 2
    assert "unused-column" not in {f.name for f in result.findings}
    for column in result.sources[0].columns:
        assert column.used_as in ("partner", "other language")


PAGES = [
    "## 上海市\n\n| 中文 | English | 国家 | 日期 |\n|---|---|---|---|\n"
    "| 大阪 | Osaka | 日本 | 1974年 |\n| 汉堡 | Hamburg | 德国 | 1986年 |\n",
    "{| class=wikitable\n! 友城中文名 !! 友城英文名 !! 国家 !! 结好时间\n|-\n"
    "| 大阪 || Osaka || 日本 || 1974年4月18日\n|-\n| 汉堡 || Hamburg || 德国 || 1986年\n|}\n",
    "<h1>Shanghai</h1><table><tr><th>Chinese name</th><th>English name</th><th>Country</th></tr>\n"
    "<tr><td>大阪</td><td>Osaka</td><td>Japan</td></tr>\n"
    "<tr><td>汉堡</td><td>Hamburg</td><td>Germany</td></tr></table>",
]


@pytest.mark.parametrize("text", PAGES)
def test_a_table_of_a_page_has_both_languages(text: str) -> None:
    result = reconcile.run(both=("page", text))
    stated = [(r.name, r.country) for r in result.records]
    assert stated == [("大阪", "JP"), ("汉堡", "DE"), ("Osaka", "JP"), ("Hamburg", "DE")]
    assert len(result.links) == 2
    assert "Of 2 rows with a name in both languages, 2 have" in result.view.rate_sentence


def test_a_sheet_has_both_languages() -> None:
    rows = [
        ["友城中文名", "友城英文名", "国家"],
        ["大阪", "Osaka", "日本"],
        ["汉堡", "Hamburg", "德国"],
    ]
    found = [
        [r.name for r in parse(document, load_home("CN")).records]
        for side in _SIDES
        for document in read_side([SourceFile("a.xlsx", xlsx(rows))], side)
    ]
    assert found == [["大阪", "汉堡"], ["Osaka", "Hamburg"]]


def test_a_chinese_list_is_still_no_english_one() -> None:
    text = "城市,友城,国家\n上海,大阪,日本\n"
    with pytest.raises(reconcile.ReconcileError, match="given as the English list and is Chinese"):
        reconcile.run(("a.csv", text), ("b.csv", text))


def test_a_code_that_is_none_of_a_country_is_not_used_as_such() -> None:
    text = "国家,城市,代码\n英国,利兹,LBA\n德国,慕尼黑,MUC\n法国,里昂,LYS\n"
    result = reconcile.run(("a.csv", text), ("b.csv", "City,Country\nLeeds,United Kingdom\n"))
    assert [r.code for r in result.sources[0].records] == [None] * 3
    assert [c.title for c in result.sources[0].columns if c.used_as is None] == ["代码"]

"""Lists without hosts on either side are one block each, compared by country and name."""

from __future__ import annotations

import pytest

import reconcile

LISTS = [
    pytest.param(
        "国家,城市,代码\n德国,慕尼黑,MUC\n英国,利兹,LBA\n英国,纽卡斯尔,NCL\n法国,波尔多,BOO\n",
        "Country,City,IATA\nDE,MUNICH,MUC\nGB,LEEDS,LBA\nGB,NEWCASTLE,NCL\nFR,BODO,BOO\n",
        [("慕尼黑", "MUNICH"), ("利兹", "LEEDS"), ("纽卡斯尔", "NEWCASTLE")],
        id="airports, with countries by code",
    ),
    pytest.param(
        '[{"国家":"美国","城市":"洛杉矶"},{"国家":"美国","城市":"休斯敦"},{"国家":"日本","城市":"长崎"}]',
        '[{"country":"United States","city":"Houston"},{"country":"Japan","city":"Nagasaki"}]',
        [("休斯敦", "Houston"), ("长崎", "Nagasaki")],
        id="consulates",
    ),
    pytest.param(
        "| 国家 | 城市 | 代码 |\n|---|---|---|\n| 德国 | 慕尼黑 | MUC |\n| 英国 | 利兹 | LBA |\n",
        "| Country | City | IATA |\n|---|---|---|\n| Germany | Munich | MUC |\n"
        "| United Kingdom | Leeds | LBA |\n",
        [("慕尼黑", "Munich"), ("利兹", "Leeds")],
        id="a table of a page",
    ),
    pytest.param(
        "### 日本\n\n- 长崎\n- 大阪\n\n### 美国\n\n- 休斯敦\n",
        "### Japan\n\n- Nagasaki\n- Osaka\n\n### United States\n\n- Houston\n",
        [("长崎", "Nagasaki"), ("大阪", "Osaka"), ("休斯敦", "Houston")],
        id="bullets below their countries",
    ),
    pytest.param(
        "国家,城市\n中国,北京\n日本,大阪\n新加坡,新加坡\n卢森堡,卢森堡\n",
        "Country,City\nChina,Beijing\nJapan,Osaka\nSingapore,Singapore\nLuxembourg,Luxembourg\n",
        [("北京", "Beijing"), ("大阪", "Osaka"), ("新加坡", "Singapore"), ("卢森堡", "Luxembourg")],
        id="places at home as well",
    ),
]


@pytest.mark.parametrize(("zh", "en", "expected"), LISTS)
def test_lists_without_hosts(zh: str, en: str, expected: list[tuple[str, str]]) -> None:
    result = reconcile.run(("zh", zh), ("en", en))
    partner = {r.id: r.partner for r in result.records}
    assert [(partner[x.zh], partner[x.en]) for x in result.links] == expected
    assert not {v.verdict for v in result.verdicts} & {"not-comparable", "conflict"}
    told = {f.name for f in result.findings}
    assert not told & {"missing-host", "missing-date", "wrong-link", "inconsistent-country-name"}
    assert "under " not in " ".join(f.message for f in result.findings)
    assert "Neither list has hosts" in result.view.rate_sentence
    assert "兩列表都沒有主辦城市" in result.view.in_language("zh-Hant").rate_sentence


def test_rows_without_host_are_not_those_of_any_host() -> None:
    zh = ("zh", "国家,城市\n日本,大阪\n")
    en = ("en", "Host,Partner,Country\nShanghai,Osaka,Japan\nNanjing,Nagoya,Japan\n")
    result = reconcile.run(zh, en)
    assert not result.links
    assert "Neither" not in result.view.rate_sentence

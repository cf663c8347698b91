"""Rules copied from the page are accepted as they are, and do what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from ruamel.yaml import YAML

from reconcile.models import Result
from reconcile.overrides import load_rules
from reconcile.overrides.run.decide import resolve
from tests.browser.conftest import opened
from tests.cli.command import Command
from tests.conftest import AS_OF

ZH = """\
## 北京

| 城市 | 國家 | 友好城市 | 結好日期 |
| --- | --- | --- | --- |
| 北京市 | 日本 | 東京 | 1979年3月14日 |
| 北京市 | 阿爾及利亞大 | 阿爾及爾 | 1985年9月16日 |
| 北京市 | 義大利 | 羅馬 | 1998年5月28日 |
| 北京市 | 义大利 | 米蘭 | 1998年5月29日 |
| 北京市 | 韩国 | 首尔 | 1993年10月23日 |
| 北京市 | 德国 | 科隆 | 1987年9月14日 |
| 北京市 | 德国 | 柏林 | 1994年4月5日 |
| 北京市 | 荷兰 | 阿姆斯特丹 | 1994年10月29日 |
| 北京市 | 澳大利亚 | 花園之州 | 2000年9月14日 |
| 北京市 | 美国 | 纽约 |  |
| 北京市 |  |  |  |
| 北京市 |  |  |  |
"""
EN = """\
==B==
Beijing

- ALG Algiers, Algeria
- NED Amsterdam, Netherlands
- GER Berlin, Germany
- GER Cologne, Germany
- ITA Milan, Italy
- USA New York City, United States
- ITA Rome, Italy
- KOR Seoul, South Korea
- JPN Tokyo, Japan
- AUS Victoria, Australia
"""
PAIR = ("--zh", "zh.md", "--en", "en.txt", "--as-of", "2026-11-30")
RULES = "rules/copied.yaml"


@pytest.fixture
def pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    (tmp_path / "zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    return Command(tmp_path, capsys)


def run(pair: Command, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pair("run", *PAIR, *options, "--json", "-").out)
    return found


def take(pair: Command, browser: Browser, ident: str, what: str, lang: str = "en") -> str:
    """The rule that a reader copies from an opened entry, in a file that passes the check."""
    with opened(
        browser, pair.folder / "reports/index.html", address=f"#open={ident}&lang={lang}"
    ) as seen:
        seen.page.locator(f".row[open] [data-copy='{what}']").click()
        seen.page.locator("#toast.shown").wait_for()
        rule = str(seen.page.evaluate("navigator.clipboard.readText()"))
    (pair.folder / "rules").mkdir(exist_ok=True)
    (pair.folder / RULES).write_text(f"version: 1\nrules:\n{rule}", encoding="utf-8")
    checked = pair("check", RULES, *PAIR)
    assert checked.code == 0, checked.out + checked.err
    return rule


@pytest.mark.parametrize("lang", ["en", "zh-Hant"])
def test_a_finding_is_ignored(pair: Command, browser: Browser, lang: str) -> None:
    before = run(pair)
    wrong = next(f for f in before["findings"] if f["name"] == "country-name")
    take(pair, browser, wrong["id"], "ignore", lang)
    after = run(pair, "--rules", RULES)
    settled = [f["id"] for f in after["findings"] if f["rule"]]
    assert settled == [wrong["id"]]


def test_a_group_is_ignored(pair: Command, browser: Browser) -> None:
    before = run(pair)
    grouped: dict[str, list[str]] = {}
    for f in before["findings"]:
        if f["group"]:
            grouped.setdefault(f["group"], []).append(f["id"])
    group, ids = next((g, i) for g, i in grouped.items() if len(i) > 1)
    take(pair, browser, group, "ignore")
    after = run(pair, "--rules", RULES)
    assert {f["id"] for f in after["findings"] if f["rule"]} == set(ids)


def test_a_link_is_undone_and_made(pair: Command, browser: Browser) -> None:
    before = run(pair)
    link = before["links"][0]
    take(pair, browser, link["id"], "no-match")
    after = run(pair, "--rules", RULES)
    assert (link["zh"], link["en"]) not in {(x["zh"], x["en"]) for x in after["links"]}
    run(pair)
    take(pair, browser, link["id"], "match")
    made = next(x for x in run(pair, "--rules", RULES)["links"] if x["zh"] == link["zh"])
    assert (made["en"], made["rule"]) == (link["en"], f"match-{link['id']}")


def test_a_row_stands_alone(pair: Command, browser: Browser) -> None:
    before = run(pair)
    alone = next(v for v in before["verdicts"] if v["verdict"] == "only-zh")
    take(pair, browser, alone["zh"], "only-in")
    after = run(pair, "--rules", RULES)
    verdict = next(v for v in after["verdicts"] if v["zh"] == alone["zh"])
    assert (verdict["verdict"], verdict["reason"]) == ("only-zh", "only-in")


ODD = [
    *("yes", "12", "1e3", "2020-01-01", "~", "- a", "a: b", "a #b", "[x]", "{x", "*a", "&a", "!a"),
    *("", " ", "a ", "A, B", 'say "x"', "it's", "back\\slash", "tab\there", "\u202eabc", "\u0085"),
    *("北京：上海", "聖路易斯 (密蘇里州)", "null", "\ufeffx", "%a", "@b", "`c", "a\x07b", "𠮷野"),
]


def test_any_text_can_stand_in_a_rule(browser: Browser, report: Path) -> None:
    with opened(browser, report) as seen:
        written = seen.page.evaluate("odd => odd.map(x => yaml({id: x, zh: {host: x}}))", ODD)
    for text, rule in zip(ODD, written, strict=True):
        (read,) = YAML(typ="rt").load(rule)
        assert str(read["id"]) == str(read["zh"]["host"]) == text
        assert isinstance(read["id"], str)


def test_every_rule_that_the_page_offers_can_be_read(
    browser: Browser, report: Path, seeds: Result
) -> None:
    """Those of all entries and agreements, a file for each kind of offer."""
    script = "[...app.list.byId.values()].filter(i => !i.settled).flatMap(i => offers(i))"
    with opened(browser, report) as seen:
        made = seen.page.evaluate(script)
    texts: dict[str, str] = {}
    for offer in made:
        key = f"{offer['kind']} {offer.get('side') or ''}".strip()
        texts[key] = texts.get(key, "version: 1\nrules:\n") + offer["text"]
    assert {"ignore", "match", "no-match", "only-in", "typo", "no-date"} <= texts.keys()
    for kind, text in texts.items():
        rules = load_rules([("rules/a.yaml", text)])
        assert {x.kind for x in rules.rules} == {kind.split()[0]}
        assert [x.why for x in resolve(rules, seeds.records, AS_OF).stale] == []

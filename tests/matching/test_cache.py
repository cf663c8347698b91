"""Comparisons that are kept give what comparing anew would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.matching.comparison import Comparer
from reconcile.models import Result
from reconcile.overrides import load_rules
from reconcile.pipeline import RunCache, Settings, run
from reconcile.sources import read_document

ZH = """\
## 湖南

| 城市 | 國家 | 友好城市 | 結好日期 |
| --- | --- | --- | --- |
| 長沙市 | 日本 | 鹿兒島 | 1982年10月30日 |
| 長沙市 | 美國 | 聖保羅 | 1988年5月9日 |
| 長沙市 | 俄羅斯 | 庫爾斯克 | 2016年6月7日 |
"""
EN = """\
==C==
Changsha

- JPN Kagoshima, Japan (30 October 1982)
- RUS Kursk, Russia
- USA Saint Paul, United States
"""
APART = (
    "version: 1\nrules:\n  - {id: a, kind: no-match, zh: {partner: 鹿兒島},"
    " en: {partner: Kagoshima}, because: x}\n"
)


def result_of(
    cache: RunCache | None, zh: str = ZH, rules: str = "", host: str | None = None
) -> Result:
    documents = [
        replace(read_document(zh.encode(), "zh.md", "zh"), host=host),
        read_document(EN.encode(), "en.txt", "en"),
    ]
    return run(documents, load_rules([("r.yaml", rules)]), Settings("2026-11-30"), cache=cache)


def outcome(result: Result) -> tuple[object, ...]:
    """All but the last digits of probabilities, which depend on what is compared together."""
    links = [(x.zh, x.en, x.relation, round(x.probability, 5)) for x in result.links]
    reasons = [(e.name, e.detail) for x in result.links for e in x.evidence]
    compared = [(z, e, round(p, 5)) for z, e, p in result.considered]
    return links, reasons, compared, result.findings, result.verdicts, result.sources, result.rules


@pytest.mark.parametrize(
    ("zh", "rules"),
    [
        (ZH, ""),
        (ZH, APART),
        ("\n\n" + ZH, ""),  # every line has moved
        (ZH.replace("鹿兒島", "神户"), ""),
        (ZH.replace("10月30日", "10月31日"), ""),
        (ZH + "| 長沙市 | 比利時 | 蒙斯 | 1996年 |\n", APART),
    ],
)
def test_a_run_with_a_cache_gives_what_a_run_without_it_gives(zh: str, rules: str) -> None:
    cache = RunCache()
    result_of(cache)
    assert outcome(result_of(cache, zh, rules)) == outcome(result_of(None, zh, rules))


def test_a_host_that_the_user_says_is_read_anew() -> None:
    cache, zh = RunCache(), ZH.replace("長沙市", "").replace("湖南", "友好城市")
    assert {r.host for r in result_of(cache, zh).records} == {"Changsha"}
    assert {r.host for r in result_of(cache, zh, host="長沙市").records} == {"長沙市", "Changsha"}


def test_nothing_is_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = RunCache()
    first = result_of(cache)
    monkeypatch.setattr(Comparer, "_compare_all", None)
    assert outcome(result_of(cache)) == outcome(first)

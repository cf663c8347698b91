"""A small pair of lists, and runs of it under rules."""

from __future__ import annotations

from reconcile.models import Result
from reconcile.overrides import RuleSet, load_rules
from reconcile.pipeline import RunCache, Settings, run
from reconcile.sources import read_document
from tests.overrides.factory import AS_OF, text

ZH = """\
## 北京

| 城市 | 國家 | 友好城市 | 結好日期 |
| --- | --- | --- | --- |
| 北京市 | 日本 | 東京 | 1979年3月14日 |
| 北京市 | 法国 | 巴黎 | 20015年3月1日 |
| 北京市 | 德国 | 科隆 |  |
| 北京市 | 瑞典 | 塞德港 | 1999年4月8日 |
| 北京市 | 西班牙 | 马德里 | 1985年9月16日 |
"""


EN = """\
==B==
Beijing

- Cologne, Germany
- Paris, France
- Port Said, Egypt
- Tokyo, Japan (1980)
"""


CACHE = RunCache()


def result_of(*rules: str, zh: str = ZH) -> Result:
    """A run under rules that are written as the inside of a flow mapping."""
    return result_under(load_rules([("r.yaml", text(*rules))]), zh)


def result_under(rules: RuleSet, zh: str = ZH) -> Result:
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(EN.encode(), "en.txt", "en"),
    ]
    return run(documents, rules, Settings(AS_OF), cache=CACHE)


def names(result: Result, partner: str, open_only: bool = True) -> set[str]:
    """The names of the findings about the rows of one partner."""
    ids = {r.id for r in result.records if partner in r.partner}
    return {
        f.name
        for f in result.findings
        if ids & set(f.records) and (f.rule is None or not open_only)
    }


PARIS = "id: t, kind: typo, at: {side: zh, quote: 20015年}, should-be: 2015年, because: x"


TOKYO = "pair: {zh: {partner: 東京}, en: {partner: Tokyo}}"

"""No two findings of one row contradict each other; `tests/field` holds its own reports to it."""

from __future__ import annotations

import pytest

from reconcile.catalogue import BY_NAME
from reconcile.catalogue.examples import examples
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from tests.checks.contradictions import EXCLUSIVE, contradicting
from tests.checks.runs import result_of
from tests.checks.test_cases import FILES
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, document_of

PAIRS = {
    "seeds": (ZH_SEED, EN_SEED, "CN"),
    "head": (ZH_SEED, "tests/samples/en_china_list_other_rendering_head.txt", "CN"),
    "guangdong": ("tests/samples/zh_guangdong.md", EN_SEED, "CN"),
    "sichuan": ("tests/samples/zh_sichuan.md", EN_SEED, "CN"),
    "zhejiang": ("tests/samples/zh_zhejiang.md", EN_SEED, "CN"),
    "japan": (
        "examples/zh-sister-cities-of-japan.wiki",
        "examples/en-twin-towns-and-sister-cities-in-japan.wiki",
        "JP",
    ),
}


def test_only_kinds_that_there_are_exclude_each_other() -> None:
    assert {name for pair in EXCLUSIVE for name in pair} <= BY_NAME.keys()


@pytest.mark.parametrize("pair", PAIRS)
def test_lists(pair: str) -> None:
    zh, en, home = PAIRS[pair]
    documents = [document_of(zh, "zh"), document_of(en, "en")]
    assert contradicting(run(documents, load_rules([]), Settings(AS_OF, home=home)).findings) == []


@pytest.mark.parametrize("code", FILES)
def test_cases(code: str) -> None:
    for case in examples(code):
        found = result_of(case.zh, case.en, case.rules, both=case.both).findings
        assert contradicting(found) == []

"""Every kind of finding by texts that fire, at the exact place, and texts that stay silent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reconcile.catalogue import BY_NAME, CODES
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.cli.conftest import EN, ZH
from tests.conftest import AS_OF

CASES: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['name']}-{len(c['fires'])}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    documents = [
        read_document(case.get("zh", ZH).encode(), "zh.md", "zh"),
        read_document(case.get("en", EN).encode(), "en.txt", "en"),
    ]
    rules = load_rules([("rules.yaml", case["rules"])] if "rules" in case else [])
    result = run(documents, rules, Settings(AS_OF))
    found = [f for f in result.findings if f.name == case["name"]]
    assert [[f.refs[0].line, f.refs[0].column, f.message] for f in found] == case["fires"]
    assert all(f.code == BY_NAME[case["name"]].code for f in found)


def test_a_clean_pair_has_no_warnings() -> None:
    documents = [
        read_document(ZH.encode(), "zh.md", "zh"),
        read_document(EN.encode(), "en.txt", "en"),
    ]
    result = run(documents, load_rules([]), Settings(AS_OF))
    assert [f.name for f in result.findings if f.severity in ("error", "warning")] == []


def test_codes_and_names_are_unique_and_every_template_can_be_filled() -> None:
    assert len({c.code for c in CODES}) == len(CODES) == len(BY_NAME)
    for code in CODES:
        assert code.meaning.endswith(".")
        assert code.action.endswith(".")

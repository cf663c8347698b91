from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from reconcile.overrides.file.rule_schema import rules_schema
from reconcile.overrides.rules.kinds import RULE_KINDS, kind_name
from tests.conftest import ROOT
from tests.overrides.factory import text

HERE = Path(__file__).parent
SCHEMA = rules_schema()


def faults(body: str) -> list[str]:
    """What an editor would underline: it reads YAML with numbers, and dates as text."""
    yaml = YAML(typ="safe", pure=True)
    data = _dates_as_text(yaml.load(body))
    return [e.message for e in Draft202012Validator(SCHEMA).iter_errors(data)]


def _dates_as_text(node: Any) -> Any:
    if isinstance(node, dict):
        return {k: _dates_as_text(v) for k, v in node.items()}
    if isinstance(node, list):
        return [_dates_as_text(n) for n in node]
    return node.isoformat() if hasattr(node, "isoformat") else node


def test_the_schema_beside_the_rules_is_that_of_today() -> None:
    """Write it anew with: reconcile schema rules > rules/rules.schema.json."""
    written = json.loads((ROOT / "rules/rules.schema.json").read_text(encoding="utf-8"))
    assert written == SCHEMA


def test_the_rules_of_the_repository_are_accepted() -> None:
    for path in (ROOT / "rules").glob("*.yaml"):
        assert faults(path.read_text(encoding="utf-8")) == []


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "body",
    [
        (HERE / "accepted.yaml").read_text(encoding="utf-8"),
        "version: 1\nrules:\n",
        "version: 1\nrules: []\ntests: []\n",
        text("id: 7, kind: ignore, finding: 12345678, because: x"),
    ],
)
def test_accepted(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    "rule",
    [
        "kind: ignore, code: S101, because: x",
        "id: a, code: S101, because: x",
        "id: a, kind: ignore, code: S101",
        "id: a, kind: ignore, code: S101, because: ''",
        "id: a, kind: ignore, because: x",
        "id: a b, kind: ignore, code: S101, because: x",
        "id: a, kind: ignroe, code: S101, because: x",
        "id: a, kind: ignore, code: S101, because: x, until: soon",
        "id: a, kind: ignore, code: S101, because: x, by: null",
        "id: a, kind: ignore, code: S101, because: x, expect: four",
        "id: a, kind: ignore, code: S101, because: x, expect: -1",
        "id: a, kind: ignore, code: S101, because: x, where: {}",
        "id: a, kind: ignore, code: S101, because: x, were: {host: a}",
        "id: a, kind: match, zh: {line: 3}, en: {partner: x}, because: x",
        "id: a, kind: match, zh: {partner: x}, because: x",
        "id: a, kind: match, zh: x, en: {partner: x}, because: x",
        "id: a, kind: alias, side: cn, name: a, same-as: b, because: x",
        "id: a, kind: alias, side: zh, name: a, same_as: b, because: x",
        "id: a, kind: place, side: zh, name: a, is: {}, because: x",
        "id: a, kind: place, side: zh, name: a, is: {country: China}, because: x",
        "id: a, kind: date, pair: {}, value: 1980, because: x",
        "id: a, kind: date, pair: {zh: {partner: a}}, value: soon, because: x",
        "id: a, kind: typo, at: {side: zh}, should-be: a, because: x",
        "id: a, kind: typo, at: {side: zh, quote: a, near-line: 0}, should-be: a, because: x",
        "id: a, kind: status, pair: {zh: {partner: a}}, because: x",
        "id: a, kind: status, pair: {zh: {partner: a}}, relation: twin, because: x",
        "id: a, kind: host, side: zh, name: a, because: x",
        "id: a, kind: only-in, pair: {zh: {partner: a}}, because: x",
    ],
)
def test_refused(rule: str) -> None:
    assert faults(text(rule))


@pytest.mark.parametrize(
    "body", ["rules: []\n", "version: 2\n", "version: 1\nrule: []\n", "version: 1\ntests: [a]\n"]
)
def test_refused_files(body: str) -> None:
    assert faults(body)


def test_every_key_has_hover_text_and_none_is_null() -> None:
    def keys(node: Any, path: str = "") -> None:
        if isinstance(node, list):
            for n in node:
                keys(n, path)
        if isinstance(node, dict):
            assert "default" not in node, path
            for name, value in node.get("properties", {}).items():
                if "const" not in value or len(value) > 1:
                    assert {"title", "description"} <= value.keys(), f"{path}/{name}"
            for name, value in node.items():
                keys(value, f"{path}/{name}")

    keys(SCHEMA["$defs"])
    assert [b["then"]["$ref"] for b in SCHEMA["properties"]["rules"]["items"]["allOf"]] == [
        f"#/$defs/{k.__name__}" for k in RULE_KINDS
    ]
    assert SCHEMA["properties"]["rules"]["items"]["properties"]["kind"]["enum"] == [
        kind_name(k) for k in RULE_KINDS
    ]

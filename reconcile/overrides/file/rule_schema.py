"""The JSON Schema of rule files, for editors that check and explain while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from reconcile.overrides.rules.kinds import RULE_KINDS, LinkTest, kind_name


def rules_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of rule files, with a title and a description for every key."""
    models: tuple[type[BaseModel], ...] = (*RULE_KINDS, LinkTest)
    wanted: list[tuple[type[BaseModel], Literal["validation"]]] = [
        (model, "validation") for model in models
    ]
    refs, shared = models_json_schema(wanted, by_alias=True)
    kinds = {kind_name(k): refs[k, "validation"] for k in RULE_KINDS}
    for kind in RULE_KINDS:  # what an editor offers is called as in the file
        shared["$defs"][kind.__name__]["title"] = f"{kind_name(kind)} rule"
    version = _key("Version", "The version of this format: 1.", const=1)
    rules = _list("Rules", "The rules, in any order.", _any_rule(kinds))
    tests = _list("Tests", "What must hold of the result.", refs[LinkTest, "validation"])
    schema: dict[str, Any] = _tidy(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Override rules of reconcile",
            "description": "Decisions about rows and findings, each with its reason.",
            "type": "object",
            "required": ["version"],
            "additionalProperties": False,
            "properties": {"version": version, "rules": rules, "tests": tests},
            "$defs": shared["$defs"],
        }
    )
    return schema


def _key(title: str, description: str, **rest: Any) -> dict[str, Any]:
    return {"title": title, "description": description, **rest}


def _list(title: str, description: str, items: Any) -> dict[str, Any]:
    # A key with nothing below it is a list without entries.
    return _key(title, description, type=["array", "null"], items=items)


def _any_rule(kinds: Mapping[str, Any]) -> dict[str, Any]:
    """`kind` chooses the model, so that an editor speaks of that kind alone."""
    meanings = "\n".join(f"- {kind_name(k)}: {_first_line(k)}" for k in RULE_KINDS)
    return {
        "type": "object",
        "title": "Rule",
        "description": "One decision, with its reason.",
        "required": ["id", "kind", "because"],
        "properties": {
            "kind": _key("Kind", f"What the rule does:\n\n{meanings}", enum=list(kinds)),
        },
        "allOf": [
            {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": ref}
            for name, ref in kinds.items()
        ],
    }


def _first_line(kind: type[BaseModel]) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def _tidy(node: Any) -> Any:
    """Without null: leaving a key out is the only way not to give it."""
    if isinstance(node, list):
        return [_tidy(n) for n in node]
    if not isinstance(node, dict):
        return node
    tidy = {k: _tidy(v) for k, v in node.items() if not (k == "default" and v is None)}
    if {"type": "null"} in tidy.get("anyOf", ()):
        (kind,) = (n for n in tidy.pop("anyOf") if n != {"type": "null"})
        tidy |= kind
    return tidy

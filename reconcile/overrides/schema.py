"""The JSON Schema of rule files, for editors that check and explain while one types."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from reconcile.overrides.kinds import KINDS, LinkTest, kind_name


def rules_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of rule files, with a title and a description for every key."""
    models: tuple[type[BaseModel], ...] = (*KINDS, LinkTest)
    wanted: list[tuple[type[BaseModel], Literal["validation"]]] = [
        (model, "validation") for model in models
    ]
    refs, shared = models_json_schema(wanted, by_alias=True)
    branches = [
        {
            "if": {"properties": {"kind": {"const": kind_name(k)}}, "required": ["kind"]},
            "then": refs[k, "validation"],
        }
        for k in KINDS
    ]
    schema: dict[str, Any] = _tidy(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Override rules of reconcile",
            "description": "Decisions about rows and findings, each with its reason.",
            "type": "object",
            "required": ["version"],
            "additionalProperties": False,
            "properties": {
                "version": {
                    "const": 1,
                    "title": "Version",
                    "description": "The version of this format: 1.",
                },
                "rules": {
                    "title": "Rules",
                    "description": "The rules, in any order.",
                    "type": ["array", "null"],
                    "items": {
                        "type": "object",
                        "required": ["id", "kind", "because"],
                        "properties": {
                            "kind": {
                                "title": "Kind",
                                "description": "What the rule does.",
                                "enum": [kind_name(k) for k in KINDS],
                            }
                        },
                        "allOf": branches,
                    },
                },
                "tests": {
                    "title": "Tests",
                    "description": "What must hold of the result; checked by reconcile check.",
                    "type": ["array", "null"],
                    "items": refs[LinkTest, "validation"],
                },
            },
            "$defs": shared["$defs"],
        }
    )
    return schema


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

"""Reading a `report.json` back, checked against the keys that this program relies on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reconcile.errors import ReconcileError
from reconcile.report.json import SCHEMA
from reconcile.report.saved.schema import report_schema

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def read_report(text: str, path: str) -> dict[str, Any]:
    """The report in `text`.

    Raises:
        ReconcileError: it is no JSON, no report, one of another version, or lacks a key.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"a report must be valid JSON: {error.msg}"
        raise ReconcileError(message, path=path, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise ReconcileError("a report must be valid JSON", path=path) from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        what = f"its schema is {schema!r}" if schema else "it names no schema"
        raise ReconcileError(f"this is no report that I know ({what}, not {SCHEMA!r})", path=path)
    _check(data, report_schema(), "", path)
    assert isinstance(data, dict)
    return data


def _check(value: Any, schema: Mapping[str, Any], place: str, path: str) -> None:
    """Types and required keys, as far down as the schema goes."""
    kinds = schema.get("type")
    if kinds is not None:
        named = [kinds] if isinstance(kinds, str) else kinds
        if not any(isinstance(value, _TYPES[k]) for k in named):
            raise ReconcileError(f"{place} is not of the type {' or '.join(named)}", path=path)
    if isinstance(value, dict):
        for key in schema.get("required", ()):
            if key not in value:
                raise ReconcileError(f"{place or 'the report'} has no {key!r}", path=path)
        for key, inner in schema.get("properties", {}).items():
            if key in value:
                _check(value[key], inner, f"{place}.{key}" if place else key, path)
    if isinstance(value, list) and "items" in schema:
        for i, item in enumerate(value):
            _check(item, schema["items"], f"{place}[{i}]", path)

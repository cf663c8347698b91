"""Reading a `report.json` back: what is no report, or contradicts itself, is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from reconcile.errors import ReconcileError
from reconcile.report.contract import SCHEMA, SavedReport
from reconcile.report.contract.schema import adapter
from reconcile.report.saved.consistency import contradictions
from reconcile.visible import visible

_ASKED = {
    "string_type": "be a string",
    "int_type": "be a whole number",
    "float_type": "be a number",
    "bool_type": "be true or false",
    "none_required": "be null",
    "tuple_type": "be a list",
    "dict_type": "be an object",
    "dataclass_type": "be an object",
    "greater_than_equal": "be at least {ge:g}",
    "less_than_equal": "be at most {le:g}",
    "string_unicode": "be a string without half a character",
    "string_too_short": "not be empty",
    "too_short": "have an entry for each of the {min_length} verdicts",
}
"""pydantic's name of a fault → what is asked for; else what pydantic says behind "should"."""
_LONGEST = 40
"""So many characters of a wrong value are shown."""


def read_report(text: str, path: str) -> SavedReport:
    """The report in the file `path`, whose text is `text`.

    Raises:
        ReconcileError: it is no JSON, no report, one of another version, lacks a key, has a value
            that the contract does not allow, or refers to something that is not in it.
    """
    data = _json(text, path)
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        named = isinstance(schema, str) and schema[:_LONGEST]
        what = f"its schema is {named!r}" if named else "it names no schema"
        raise ReconcileError(f"this is no report that I know ({what}, not {SCHEMA!r})", path=path)
    try:
        report = adapter().validate_python(data)
    except ValidationError as error:
        raise ReconcileError(_fault(error, data), path=path) from None
    for contradiction in contradictions(report):
        raise ReconcileError(f"the report contradicts itself: {contradiction}", path=path)
    return report


def _json(text: str, path: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"a report must be valid JSON: {error.msg}"
        raise ReconcileError(message, path=path, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise ReconcileError("a report must be valid JSON", path=path) from None


def _fault(error: ValidationError, data: Any) -> str:
    """The first fault in one sentence: `findings[3].refs[0].line must be at least 1, not 0`."""
    faults: list[Any] = error.errors(include_url=False)
    first, _ = _located(faults[0]["loc"], data)
    if faults[0]["type"] == "missing":
        return visible(f"{first or 'the report'} has no {faults[0]['loc'][-1]!r}")
    # Where a value may be of several types, each has its fault: one in a part of it tells most.
    places = [_located(fault["loc"], data) for fault in faults]
    place, value = max((p for p in places if p[0].startswith(first)), key=lambda p: len(p[0]))
    asked = [_asked(fault) for fault, p in zip(faults, places, strict=True) if p[0] == place]
    return visible(f"{place} must {' or '.join(asked)}, not {_shown(value)}")


def _located(loc: Sequence[int | str], data: Any) -> tuple[str, Any]:
    """A place as people write it, and what stands there; pydantic adds names of types to it."""
    place = ""
    for part in loc:
        if isinstance(data, dict) and part in data:
            place += f".{part}" if place else str(part)
        elif isinstance(data, list) and isinstance(part, int):
            place += f"[{part}]"
        else:
            continue
        data = data[part]
    return place, data


def _shown(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _asked(fault: Mapping[str, Any]) -> str:
    known = _ASKED.get(fault["type"])
    if known:
        return known.format(**fault.get("ctx", {}))
    message: str = fault["msg"]
    return message.partition(" should ")[2] or message

"""The JSON Schema of `report.json`: the keys that other tools may rely on. More may be added."""

from __future__ import annotations

from typing import Any, get_args

from reconcile.models import Origin, Relation, Severity, Side, VerdictName
from reconcile.report.json import SCHEMA

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_LINE: Schema = {"type": "integer", "minimum": 1}
_ID: Schema = {"type": "string", "minLength": 1}
_PROBABILITY: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_SOURCE_ID: Schema = {"type": "string", "pattern": "^(zh|en):."}
_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_COUNTRY: Schema = {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}
_OPTIONAL_TEXT: Schema = {"type": ["string", "null"]}
_PARAM: Schema = {"type": ["string", "number", "array"], "items": {"type": "string"}}


def _record(**properties: Schema) -> Schema:
    """An object that must have all of `properties`, and may have more."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(names: Any) -> Schema:
    return {"enum": list(get_args(names))}


def _optional(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _source() -> Schema:
    return _record(
        id=_SOURCE_ID,
        side=_one_of(Side),
        path=_TEXT,
        sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        lines=_COUNT,
        accounting=_record(
            record=_COUNT,
            structure=_COUNT,
            ignored={"type": "object", "additionalProperties": _COUNT},
            not_understood=_COUNT,
        ),
    )


def _row() -> Schema:
    return _record(
        id=_ID,
        side=_one_of(Side),
        source=_SOURCE_ID,
        line=_LINE,
        row_line=_LINE,
        section=_TEXT,
        host=_record(text=_TEXT, en=_OPTIONAL_TEXT),
        partner=_record(text=_TEXT, parent=_OPTIONAL_TEXT, target=_OPTIONAL_TEXT),
        country=_COUNTRY,
        country_text=_OPTIONAL_TEXT,
        date=_DATE,
        notes=_list(_TEXT),
        raw=_TEXT,
    )


def _link() -> Schema:
    rival = _record(record=_ID, text=_TEXT, probability=_PROBABILITY)
    return _record(
        id=_ID,
        zh=_ID,
        en=_ID,
        relation=_one_of(Relation),
        probability=_PROBABILITY,
        method=_TEXT,
        evidence=_list(_record(name=_TEXT, detail=_TEXT, weight={"type": "number"})),
        runner_up=_optional(rival),
        rule=_OPTIONAL_TEXT,
    )


def _finding() -> Schema:
    ref = _record(source=_SOURCE_ID, line=_LINE, column=_LINE, end_column=_LINE, text=_TEXT)
    return _record(
        id=_ID,
        code={"type": "string", "pattern": "^[A-Z][0-9]+$"},
        name={"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        severity=_one_of(Severity),
        origin=_one_of(Origin),
        message=_TEXT,
        params={"type": "object", "additionalProperties": _PARAM},
        refs=_list(ref),
        records=_list(_ID),
        link=_OPTIONAL_TEXT,
        group=_OPTIONAL_TEXT,
        suggestion=_OPTIONAL_TEXT,
        rule=_OPTIONAL_TEXT,
    )


def _verdict() -> Schema:
    schema = _record(
        zh=_OPTIONAL_TEXT,
        en=_OPTIONAL_TEXT,
        verdict=_one_of(VerdictName),
        reason=_ID,
        why=_TEXT,
        params={"type": "object", "additionalProperties": _PARAM},
    )
    one_side = [{"properties": {side: {"type": "string"}}} for side in ("zh", "en")]
    return schema | {"anyOf": one_side}


def _rule() -> Schema:
    return _record(id=_ID, kind=_ID, path=_TEXT, line=_LINE, because=_TEXT, effects=_list(_ID))


def report_schema() -> Schema:
    """The JSON Schema (draft 2020-12) that every `report.json` fulfils."""
    parts = _record(
        schema={"const": SCHEMA},
        as_of={"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        threshold=_PROBABILITY,
        summary=_TEXT,
        counts=_record(
            comparable={"type": "object"},
            verdicts=_record(**dict.fromkeys(get_args(VerdictName), _COUNT)),
            findings=_record(total=_COUNT, open=_COUNT, settled=_COUNT, entries=_COUNT),
            rules=_record(used=_COUNT, read=_COUNT),
            lines_not_understood=_COUNT,
        ),
        sources=_list(_source()),
        records=_list(_row()),
        links=_list(_link()),
        findings=_list(_finding()),
        verdicts=_list(_verdict()),
        rules=_list(_rule()),
    )
    gone = {"type": "object", "additionalProperties": _TEXT}
    parts["properties"]["baseline"] = _record(path=_TEXT, new=_list(_ID), gone=gone)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:reconcile:report:1",
        "title": "Report of reconcile",
    }
    return head | parts

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest

from reconcile.models import Result
from reconcile.report.contract.schema import adapter, report_schema
from reconcile.report.json import render_json
from reconcile.report.view.view import View

SCHEMA = report_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def data(result: Result, view: View) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render_json(result, view))
    return loaded


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema, or what its reference leads to."""
    found: dict[str, Any] = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    return found


def test_the_schema_is_sound_and_the_report_fulfils_it(
    data: dict[str, Any], compared: View
) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(data)
    VALIDATOR.validate(json.loads(render_json(compared.result, compared)))


def test_the_schema_says_what_each_part_is(data: dict[str, Any]) -> None:
    schema = SCHEMA
    assert schema["$id"] == "urn:reconcile:report:1"
    for part in schema["$defs"].values():
        assert part["description"]
        assert not any("default" in p or "title" in p for p in part["properties"].values())
    assert resolved(schema["properties"]["links"]["items"])["properties"]["relation"]["enum"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdicts", 0, "verdict"), "maybe"),
        (("links", 0, "relation"), "similar"),
        (("links", 0, "probability"), 1.2),
        (("links", 0, "evidence", 0, "weight"), "4"),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "origin"), "somewhere"),
        (("findings", 0, "refs", 0, "column"), 0),
        (("findings", 0, "params", "x"), {}),
        (("records", 0, "side"), "fr"),
        (("records", 0, "date"), "24 June 1973"),
        (("records", 0, "country"), "GER"),
        (("sources", 0, "sha256"), "abc"),
        (("sources", 0, "accounting", "ignored"), {"prose": -1}),
        (("counts", "verdicts"), {"agree": 1}),
        (("as_of",), "today"),
        (("baseline",), None),
        (("schema",), "reconcile-report/2"),
    ],
)
def test_the_schema_refuses(data: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    broken = copy.deepcopy(data)
    place: Any = broken
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken)


@pytest.mark.parametrize("kind", ["sources", "records", "links", "findings", "verdicts", "rules"])
def test_the_schema_asks_for_every_key_that_lasts(data: dict[str, Any], kind: str) -> None:
    required = resolved(SCHEMA["properties"][kind]["items"])["required"]
    assert len(required) >= 6
    for key in required:
        broken = copy.deepcopy(data)
        del broken[kind][0][key]
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate(broken)


def test_a_verdict_needs_a_record(data: dict[str, Any]) -> None:
    broken = copy.deepcopy(data)
    broken["verdicts"][0].update(zh=None, en=None)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken)


def without_optional(value: Any, schema: dict[str, Any]) -> Any:
    """A value without the keys that its schema does not ask for: as older versions wrote it."""
    if "$ref" in schema:
        return without_optional(value, resolved(schema))
    if isinstance(value, list):
        return [without_optional(x, schema["items"]) for x in value]
    if isinstance(value, dict) and "properties" in schema:
        asked = schema["required"]
        return {k: without_optional(value[k], schema["properties"][k]) for k in asked}
    return value


def test_a_report_without_the_keys_that_are_not_asked_for_is_a_report(data: dict[str, Any]) -> None:
    older = without_optional(data, SCHEMA)
    assert len(json.dumps(older)) < len(json.dumps(data))
    assert "province" not in older["records"][0]["host"]
    VALIDATOR.validate(older)
    assert adapter().validate_python(older).records[0].host.province is None


def test_more_keys_are_no_fault(data: dict[str, Any]) -> None:
    newer = copy.deepcopy(data) | {"wholly": "new"}
    newer["findings"][0]["more"] = [1]
    VALIDATOR.validate(newer)
    assert adapter().validate_python(newer) == adapter().validate_python(data)

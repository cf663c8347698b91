"""The contract as pydantic knows it: what checks a report that is read, and its JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from reconcile.report.contract import SavedReport


@cache
def adapter() -> TypeAdapter[SavedReport]:
    """What checks a report that is read; made when first asked for, as that takes a while."""
    return TypeAdapter(SavedReport)


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `report.json` fulfils."""
    title = {"title": "Report of reconcile"}
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": "urn:reconcile:report:1"}
    return head | title | adapter().json_schema(schema_generator=_JsonSchema) | title


class _JsonSchema(GenerateJsonSchema):
    """Without titles that repeat the key, and without defaults, which only reading needs."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> Any:
        return self.generate_inner(schema["schema"])

"""What the parts of the contract are made of: kinds of values, and what all parts share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import methodcaller
from typing import Annotated, Any, ClassVar, get_args

from pydantic import ConfigDict, Field

from reconcile.models import VerdictName
from reconcile.visible import escaped_json

# A length that is asked for, though none is too short: only so is half a character refused.
Text = Annotated[str, Field(min_length=0, json_schema_extra=lambda schema: schema.pop("minLength"))]
Id = Annotated[str, Field(min_length=1)]
SourceId = Annotated[str, Field(pattern="^(zh|en):.")]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]
Position = Annotated[int, Field(strict=True, ge=1)]
Probability = Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)]
Weight = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Code = Annotated[str, Field(pattern="^[A-Z][0-9]+$")]
FindingName = Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Param = Text | Annotated[int, Field(strict=True)] | Weight | tuple[Text, ...]
Counts = Mapping[Text, Count]
ByVerdict = Mapping[VerdictName, Count]
ByEveryVerdict = Annotated[ByVerdict, Field(min_length=len(get_args(VerdictName)))]


class Part:
    """What all parts have in common: a line of text below a field describes it."""

    __pydantic_config__ = ConfigDict(use_attribute_docstrings=True)
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def field_names(cls) -> Iterable[str]:
        """The keys of such a part, in order."""
        return cls.__dataclass_fields__

    def as_mapping(self) -> dict[str, Any]:
        """Its keys with their values, which may be parts again."""
        return {key: getattr(self, key) for key in self.__dataclass_fields__}


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, default=methodcaller("as_mapping")
)


def to_json(value: object) -> str:
    """A part of the report, or a mapping or list of parts, as JSON on one line."""
    return escaped_json(_ENCODER.encode(value))

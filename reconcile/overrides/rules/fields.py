"""What the keys of a rule may hold: texts, days, counts, rows of a source, and where they stand.

All values arrive as text (see `overrides.file.tree`); what is a number is made one here. Every key
has the title and the description that editors show.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from reconcile.catalogue import CODES
from reconcile.dates import DateInterval, find_dates
from reconcile.models import Side
from reconcile.overrides.file.full_width import narrow
from reconcile.overrides.file.position import NOWHERE, Position
from reconcile.places.countries import code_of
from reconcile.places.placename import place_name
from reconcile.suggest import did_you_mean

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def refuse(sentence: str) -> PydanticCustomError:
    """The error that says `sentence` of the key (or rule) it is raised for."""
    # Braces would be taken for a template of pydantic's.
    return PydanticCustomError("rule", "{sentence}", {"sentence": sentence})


def _filled(value: str) -> str:
    if not value.strip():
        raise refuse("is empty: write a text, or delete the key")
    return value


def _reason(value: str) -> str:
    if not value.strip():
        raise refuse("is empty: say in a few words why this rule is right")
    return value


def _word(value: str) -> str:
    if not value or any(c.isspace() for c in value):
        raise refuse("must be one word without blanks, such as kuala-lumpur")
    return value


def _iso_day(value: str) -> str:
    try:
        if not _ISO_DAY.fullmatch(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise refuse(
            f"must be a day written as year-month-day, such as 2027-06-30, not {value}"
        ) from None
    return value


def interval(value: str) -> DateInterval:
    """The date that `1980`, `1980-01` or `1980-01-28` stands for.

    Raises ValueError where it is none of these, or no such day exists.
    """
    found = _PARTIAL_DAY.fullmatch(value)
    if not found:
        raise ValueError(value)
    year, month, day = (int(x) if x else None for x in found.groups())
    date(year or 0, month or 1, day or 1)
    return DateInterval(year or 0, month, day)


def _partial_day(value: str) -> str:
    try:
        interval(value)
    except ValueError:
        meant = next((found.date for found in find_dates(narrow(value)) if found.date), None)
        raise refuse(
            f"must be a date written as 1980-01-28, 1980-01 or 1980, not {value or 'empty'}"
            + (f": type {meant}" if meant else "")
        ) from None
    return value


def _country(value: str) -> str:
    if _COUNTRY.fullmatch(value) and code_of(value, "iso2"):
        return value
    meant = place_name(value.strip()).named_country
    hint = f": type {meant.iso}" if meant else ", such as US"
    raise refuse(f"must be the ISO code of a country, two capital letters, not {value}{hint}")


def _one_line(value: str) -> str:
    if "\n" in value:
        raise refuse("must lie on one line of the source: quote a part of one line")
    return value


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _NUMBER.fullmatch(value):
        return int(value)
    plain = narrow(value)
    hint = f"type {plain} in half-width digits" if _NUMBER.fullmatch(plain) else "type digits only"
    raise refuse(f"must be a whole number, not {value or 'empty'}: {hint}")


def _from_one(value: int) -> int:
    if value < 1:
        raise refuse("must be 1 or more")
    return value


def _code(value: str) -> str:
    known = [c.code for c in CODES] + [c.name for c in CODES]
    if any(c.code.startswith(value) or c.name == value for c in CODES) and value:
        return value
    raise refuse(f"names no finding: {value or 'empty'}{did_you_mean(value, known)}")


_ID_SCHEMA = WithJsonSchema({"type": ["string", "number"], "pattern": r"^\S+$"})
"""YAML editors take an id such as 12345678 for a number; this program takes it for text."""

Text = Annotated[str, AfterValidator(_filled), WithJsonSchema({"type": "string", "pattern": r"\S"})]
Reason = Annotated[
    str, AfterValidator(_reason), WithJsonSchema({"type": "string", "pattern": r"\S"})
]
Word = Annotated[str, AfterValidator(_word), _ID_SCHEMA]
IsoDay = Annotated[
    str,
    AfterValidator(_iso_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_ISO_DAY.pattern}$"}),
]
Count = Annotated[int, BeforeValidator(_number), WithJsonSchema({"type": "integer", "minimum": 0})]
LineNumber = Annotated[
    int,
    BeforeValidator(_number),
    AfterValidator(_from_one),
    WithJsonSchema({"type": "integer", "minimum": 1}),
]
PartialDay = Annotated[
    str,
    AfterValidator(_partial_day),
    # Editors take 1980 for a number; this program takes it for text.
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": f"^{_PARTIAL_DAY.pattern}$", "minimum": 1000}
    ),
]
Country = Annotated[
    str,
    AfterValidator(_country),
    WithJsonSchema({"type": "string", "pattern": f"^{_COUNTRY.pattern}$"}),
]
Quote = Annotated[
    str,
    AfterValidator(_filled),
    AfterValidator(_one_line),
    WithJsonSchema({"type": "string", "pattern": r"\S"}),
]
CodeOrName = Annotated[str, AfterValidator(_code), WithJsonSchema({"type": "string"})]


class Part(BaseModel):
    """What all models share: keys with hyphens, nothing unknown, frozen, no magic."""

    model_config = ConfigDict(
        strict=True,
        defer_build=True,  # of most kinds a run has no rule
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


def one_of(*keys: str) -> dict[str, Any]:
    """For the schema: at least one of these keys must be given."""
    return {"anyOf": [{"required": [k]} for k in keys]}


class Selector(Part):
    """Which row of a source: by what it shows; section and line only narrow a choice down."""

    model_config = ConfigDict(json_schema_extra=one_of("host", "partner", "id"))

    host: Text | None = Field(
        default=None, title="Host", description="The Chinese place, exactly as the source shows it."
    )
    partner: Text | None = Field(
        default=None,
        title="Partner",
        description="The place abroad, exactly as the source shows it, without flags and notes.",
    )
    id: Word | None = Field(
        default=None, title="Row id", description="The id of the row (a record) in the report."
    )
    section: Text | None = Field(
        default=None, title="Section", description="The heading above the row, such as 河北省."
    )
    line: LineNumber | None = Field(
        default=None,
        title="Line",
        description="The line of the row: used only to choose between rows that look the same.",
    )

    @model_validator(mode="after")
    def _names_a_row(self) -> Selector:
        if self.host is None and self.partner is None and self.id is None:
            raise refuse("says of no row: give its partner, and its host if the name is not rare")
        return self


class RowPair(Part):
    """The two rows of one agreement, or the one row there is."""

    model_config = ConfigDict(json_schema_extra=one_of("zh", "en"))

    zh: Selector | None = Field(
        default=None, title="Chinese row", description="The row of the Chinese source."
    )
    en: Selector | None = Field(
        default=None, title="English row", description="The row of the English source."
    )

    @model_validator(mode="after")
    def _names_a_side(self) -> RowPair:
        if self.zh is None and self.en is None:
            raise refuse("says of no row: give zh: or en: with the row, or both")
        return self

    @property
    def rows(self) -> tuple[tuple[Side, Selector], ...]:
        """The rows that are named, each with its side."""
        both: tuple[tuple[Side, Selector | None], ...] = (("zh", self.zh), ("en", self.en))
        return tuple((side, row) for side, row in both if row is not None)


class Spot(Part):
    """A place in the text of a source: found by what stands there."""

    side: Side = Field(title="Language", description="The side of the source: zh or en.")
    quote: Quote = Field(
        title="Quote",
        description="The text as it stands in the file, markup included: as much of one line "
        "as makes it unmistakable.",
    )
    near_line: LineNumber | None = Field(
        default=None,
        title="Near line",
        description="Chooses between several places with the same text: the nearest one is meant.",
    )
    source: Text | None = Field(
        default=None,
        title="Source",
        description="The file, where a side has several: its id in the report, or its file name.",
    )


class Stated(Part):
    """Where a place is, in place of what the source says."""

    model_config = ConfigDict(json_schema_extra=one_of("country", "region"))

    country: Country | None = Field(
        default=None, title="Country", description="ISO 3166-1 alpha-2 code, such as US."
    )
    region: Text | None = Field(
        default=None,
        title="Region",
        description="The state, province or region that the place is part of, such as Illinois.",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Stated:
        if not self.model_fields_set:
            raise refuse("is empty: give country, region or both")
        return self


class Where(Part):
    """The findings that an `ignore` rule is limited to; all keys given must hold."""

    model_config = ConfigDict(
        json_schema_extra=one_of("section", "host", "partner", "source"),
    )

    section: Text | None = Field(
        default=None, title="Section", description="Only findings under this heading."
    )
    host: Text | None = Field(
        default=None, title="Host", description="Only findings about rows of this host."
    )
    partner: Text | None = Field(
        default=None, title="Partner", description="Only findings about rows with this partner."
    )
    source: Text | None = Field(
        default=None,
        title="Source",
        description="Only findings of this file: its id in the report, or its file name.",
    )

    @model_validator(mode="after")
    def _limits(self) -> Where:
        if not self.model_fields_set:
            raise refuse("is empty: give section, host, partner or source, or delete it")
        return self


class Placed(Part):
    """What stands at a known place of a rule file."""

    _position: Position = PrivateAttr(default=NOWHERE)

    @property
    def position(self) -> Position:
        """Where this begins: file, line, column."""
        return self._position

    def put(self, position: Position) -> None:
        """Note where this stands (for the loader alone)."""
        self._position = position

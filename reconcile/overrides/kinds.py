"""The kinds of override rules, one class each, with the text that editors show for every key.

A new kind is one class here, one line in `KINDS`, and the call in the stage it acts on. All
values arrive as text (see `overrides.tree`); what is a number is made one here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

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
from reconcile.overrides.wording import Place, narrow, nearest

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def _refuse(sentence: str) -> PydanticCustomError:
    # Braces would be taken for a template of pydantic's.
    return PydanticCustomError("rule", "{sentence}", {"sentence": sentence})


def _filled(value: str) -> str:
    if not value.strip():
        raise _refuse("is empty: write a text, or delete the key")
    return value


def _reason(value: str) -> str:
    if not value.strip():
        raise _refuse("is empty: say in a few words why this rule is right")
    return value


def _word(value: str) -> str:
    if not value or any(c.isspace() for c in value):
        raise _refuse("must be one word without blanks, such as kuala-lumpur")
    return value


def _iso_day(value: str) -> str:
    try:
        if not _ISO_DAY.fullmatch(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise _refuse(
            f"must be a day written as year-month-day, such as 2027-06-30, not {value}"
        ) from None
    return value


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _NUMBER.fullmatch(value):
        return int(value)
    plain = narrow(value)
    hint = f"type {plain} in half-width digits" if _NUMBER.fullmatch(plain) else "type digits only"
    raise _refuse(f"must be a whole number, not {value or 'empty'}: {hint}")


def _from_one(value: int) -> int:
    if value < 1:
        raise _refuse("must be 1 or more")
    return value


def _code(value: str) -> str:
    known = [c.code for c in CODES] + [c.name for c in CODES]
    if any(c.code.startswith(value) or c.name == value for c in CODES) and value:
        return value
    best = nearest(value, known)
    raise _refuse(
        f"names no finding: {value or 'empty'}" + (f"; did you mean {best}?" if best else "")
    )


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
CodeOrName = Annotated[str, AfterValidator(_code), WithJsonSchema({"type": "string"})]


class _Part(BaseModel):
    """What all models share: keys with hyphens, nothing unknown, frozen, no magic."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


def _one_of(*keys: str) -> dict[str, Any]:
    return {"anyOf": [{"required": [k]} for k in keys]}


class Selector(_Part):
    """Which row of a source: by what it shows; section and line only narrow a choice down."""

    model_config = ConfigDict(json_schema_extra=_one_of("host", "partner", "id"))

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
            raise _refuse("says of no row: give its partner, and its host if the name is not rare")
        return self


class Where(_Part):
    """The findings that an `ignore` rule is limited to; all keys given must hold."""

    model_config = ConfigDict(
        json_schema_extra=_one_of("section", "host", "partner", "source"),
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
            raise _refuse("is empty: give section, host, partner or source, or delete it")
        return self


class Placed(_Part):
    """What stands at a known place of a rule file."""

    _place: Place = PrivateAttr(default=Place("", 0, 0))

    @property
    def place(self) -> Place:
        """Where this begins: file, line, column."""
        return self._place

    def put(self, place: Place) -> None:
        """Note where this stands (for the loader alone)."""
        self._place = place


class Rule(Placed):
    """What every rule has. `place` tells where it stands; it is set by the loader."""

    id: Word = Field(
        title="Name of this rule",
        description="A short name without blanks, used once in all rule files.",
    )
    kind: str
    because: Reason = Field(
        title="Reason", description="Why this rule is right, for the next editor to read."
    )
    by: Text | None = Field(default=None, title="Author", description="Who decided it.")
    on: IsoDay | None = Field(
        default=None, title="Decided on", description="The day it was decided: 2025-01-31."
    )
    source: Text | None = Field(
        default=None, title="Proof", description="Where it can be checked: a URL or a citation."
    )
    until: IsoDay | None = Field(
        default=None,
        title="Last day",
        description="The last day on which the rule applies; later it is reported as expired.",
    )
    expect: Count | None = Field(
        default=None,
        title="Expected number",
        description="How many links, pairs or findings it should touch; else it is reported.",
    )


class Match(Rule):
    """These two rows speak of the same agreement."""

    kind: Literal["match"] = Field(title="Kind", description="The two rows are the same agreement.")
    zh: Selector = Field(title="Chinese row", description="The row of the Chinese source.")
    en: Selector = Field(title="English row", description="The row of the English source.")


class NoMatch(Rule):
    """These rows do not speak of the same agreement, however alike they look."""

    kind: Literal["no-match"] = Field(
        title="Kind", description="The rows are never linked; a selector may name several rows."
    )
    zh: Selector = Field(title="Chinese rows", description="The row or rows of the Chinese source.")
    en: Selector = Field(title="English rows", description="The row or rows of the English source.")


class Alias(Rule):
    """A name means the same place as another name in the same language."""

    kind: Literal["alias"] = Field(
        title="Kind", description="A name is another name of a place, in every row."
    )
    side: Literal["zh", "en"] = Field(title="Language", description="The side of both names.")
    name: Text = Field(title="Name", description="The name as the source shows it.")
    same_as: Text = Field(title="Same as", description="The usual name of the same place.")


class Ignore(Rule):
    """Findings that are known and accepted: they are counted, and no longer put forward."""

    model_config = ConfigDict(json_schema_extra=_one_of("code", "finding"))

    kind: Literal["ignore"] = Field(
        title="Kind", description="The findings are settled: known and accepted."
    )
    code: CodeOrName | None = Field(
        default=None,
        title="Code",
        description="The code (D101), the beginning of one (D1) or the name (empty-row).",
    )
    finding: Word | None = Field(
        default=None, title="Finding id", description="The id of one finding, such as 7f3a91c2."
    )
    where: Where | None = Field(
        default=None, title="Where", description="Limits the rule to a part of the sources."
    )

    @model_validator(mode="after")
    def _names_a_finding(self) -> Ignore:
        if self.code is None and self.finding is None:
            raise _refuse("names no finding: give its code, or finding: with its id")
        return self


class LinkTest(Placed):
    """A promise about the result: the row with this Chinese name is linked to that English one."""

    zh: Text = Field(title="Chinese name", description="A partner of the Chinese source.")
    links_to: Text = Field(title="English name", description="The partner it must be linked to.")


KINDS: tuple[type[Rule], ...] = (Match, NoMatch, Alias, Ignore)


def kind_name(kind: type[Rule]) -> str:
    """The word that stands after `kind:` in a rule file."""
    return str(get_args(kind.model_fields["kind"].annotation)[0])


BY_KIND: dict[str, type[Rule]] = {kind_name(k): k for k in KINDS}

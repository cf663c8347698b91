"""The kinds of override rules, one class each, with the text that editors show for every key.

A new kind is one class here, one line in `RULE_KINDS`, and the call in the stage it acts on
(`stage` names it): the pipeline takes the stages in the order source, rows, hosts, links, findings.
"""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import ConfigDict, Field, JsonValue, model_validator

from reconcile.catalogue.finding_names import FindingName
from reconcile.models import Side
from reconcile.overrides.rules.fields import (
    CodeOrName,
    Count,
    IsoDay,
    PartialDay,
    Placed,
    Reason,
    RowPair,
    Selector,
    Spot,
    Stated,
    Text,
    Where,
    Word,
    one_of,
    refuse,
)

Stage = Literal["source", "rows", "hosts", "links", "findings"]


def _example(**keys: JsonValue) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [keys]})


class Rule(Placed):
    """What every rule has. `position` tells where it stands; it is set by the loader."""

    stage: ClassVar[Stage]
    settles: ClassVar[tuple[FindingName, ...]] = ()
    """Names of the findings about the rows of a rule that it answers."""

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
        description="How many links, rows or findings it should touch; else it is reported.",
    )


class Match(Rule):
    """These two rows speak of the same agreement."""

    stage = "links"
    settles = ("conflict-host", "level-difference", "elsewhere", "many-to-one")
    model_config = _example(
        id="nelspruit",
        kind="match",
        zh={"host": "包头市", "partner": "內爾斯普雷特"},
        en={"host": "Baotou", "partner": "Mbombela"},
        because="Nelspruit has been called Mbombela since 2009.",
    )

    kind: Literal["match"] = Field(title="Kind", description="The two rows are the same agreement.")
    zh: Selector = Field(title="Chinese row", description="The row of the Chinese source.")
    en: Selector = Field(title="English row", description="The row of the English source.")


class NoMatch(Rule):
    """These rows do not speak of the same agreement, however alike they look."""

    stage = "links"
    model_config = _example(
        id="suzhou",
        kind="no-match",
        zh={"partner": "宿州"},
        en={"partner": "Suzhou"},
        because="The English row means 苏州.",
    )

    kind: Literal["no-match"] = Field(
        title="Kind", description="The rows are never linked; a selector may name several rows."
    )
    zh: Selector = Field(title="Chinese rows", description="The row or rows of the Chinese source.")
    en: Selector = Field(title="English rows", description="The row or rows of the English source.")


class Alias(Rule):
    """A name means the same place as another name in the same language."""

    stage = "links"
    settles = ("unusual-transliteration", "truncated-name")
    model_config = _example(
        id="sf",
        kind="alias",
        side="zh",
        name="三藩市",
        because="Hong Kong usage.",
        **{"same-as": "旧金山"},
    )

    kind: Literal["alias"] = Field(
        title="Kind", description="A name is another name of a place, in every row."
    )
    side: Side = Field(title="Language", description="The side of both names.")
    name: Text = Field(title="Name", description="The name as the source shows it.")
    same_as: Text = Field(title="Same as", description="The usual name of the same place.")


_IS_ILLINOIS: dict[str, JsonValue] = {"is": {"country": "US", "region": "Illinois"}}


class PlaceIs(Rule):
    """A partner's name means a place in this country or region, whatever the row says."""

    stage = "rows"
    settles = ("missing-country", "ambiguous-partner", "country-name")
    model_config = _example(
        id="springfield",
        kind="place",
        side="en",
        name="Springfield",
        because="Twinned with Illinois's capital, see the city's list.",
        **_IS_ILLINOIS,
    )

    kind: Literal["place"] = Field(
        title="Kind", description="Says in which country or region a partner is, in every row."
    )
    side: Side = Field(title="Language", description="The side of the name.")
    name: Text = Field(title="Name", description="The partner's name as the source shows it.")
    host: Text | None = Field(
        default=None, title="Host", description="Only in the rows of this host."
    )
    stated: Stated = Field(alias="is", title="Is", description="Where the place is.")


_DATES: tuple[FindingName, ...] = (
    "missing-date",
    "imprecise-date",
    "impossible-date",
    "suspicious-date",
    "date-order",
)


class DateIs(Rule):
    """The date of an agreement, in place of what its rows say."""

    stage = "rows"
    settles = (*_DATES, "date-not-understood")
    model_config = _example(
        id="gazette",
        kind="date",
        pair={"zh": {"host": "上海市", "partner": "旧金山"}},
        value="1980-01-28",
        source="https://example.org/gazette",
        because="The day of the signature, as the gazette has it.",
    )

    kind: Literal["date"] = Field(
        title="Kind", description="The date that the rows named are compared by."
    )
    pair: RowPair = Field(title="Rows", description="The row or the two rows of the agreement.")
    value: PartialDay = Field(title="Date", description="The date: 1980-01-28, 1980-01 or 1980.")


class NoDate(Rule):
    """An agreement has no date that could be given: none is missing, and none is compared."""

    stage = "rows"
    settles = _DATES
    model_config = _example(
        id="never",
        kind="no-date",
        pair={"zh": {"host": "上海市", "partner": "旧金山"}},
        because="No date was ever published.",
    )

    kind: Literal["no-date"] = Field(
        title="Kind", description="The rows named have no date, and it is not missed."
    )
    pair: RowPair = Field(title="Rows", description="The row or the two rows of the agreement.")


class Typo(Rule):
    """A slip in a source: the text is read as if it said something else."""

    stage = "source"
    model_config = _example(
        id="year",
        kind="typo",
        at={"side": "zh", "quote": "20015年", "near-line": 1204},
        because="The fifth digit is a slip; the city's page has 2015.",
        **{"should-be": "2015年"},
    )

    kind: Literal["typo"] = Field(
        title="Kind", description="Corrects a slip in the text of a source before it is read."
    )
    at: Spot = Field(title="At", description="Where the slip stands.")
    should_be: Text = Field(
        title="Should be", description="What is read in place of the quoted text."
    )


class HostIs(Rule):
    """A host's name means another name: a block of the other list, or a known place."""

    stage = "hosts"
    settles = ("ambiguous-host", "host-name", "host-pair")
    model_config = _example(
        id="hailar",
        kind="host",
        side="zh",
        name="海拉爾市",
        because="A district of Hulunbuir since 2001.",
        **{"is": "Hulunbuir – Hailar"},
    )

    kind: Literal["host"] = Field(
        title="Kind", description="Says which place a host's name means, before hosts are matched."
    )
    side: Side = Field(title="Language", description="The side of the name.")
    name: Text = Field(title="Name", description="The host as the source shows it.")
    section: Text | None = Field(
        default=None, title="Section", description="Only under this heading."
    )
    means: Text = Field(
        alias="is",
        title="Is",
        description="The host as the other list shows it, or another name of the place.",
    )


class OnlyIn(Rule):
    """An agreement that only one list has, and rightly so."""

    stage = "links"
    settles = ("only-zh", "only-en", "likely-dropped", "weak-link", "tied-link")
    model_config = _example(
        id="ended",
        kind="only-in",
        side="zh",
        pair={"zh": {"host": "上海市", "partner": "旧金山"}},
        because="Ended in 2003, and the English list has dropped it.",
    )

    kind: Literal["only-in"] = Field(
        title="Kind", description="The row has no counterpart, and is not linked to any."
    )
    side: Side = Field(title="Language", description="The side that has the agreement.")
    pair: RowPair = Field(title="Row", description="The row of that side.")

    @model_validator(mode="after")
    def _names_its_side(self) -> OnlyIn:
        if [side for side, _ in self.pair.rows] != [self.side]:
            raise refuse(f"names the side {self.side}: its pair must name that row, and it alone")
        return self


class StatusIs(Rule):
    """What kind of agreement it is, and whether it has ended."""

    stage = "rows"
    settles = ("conflict-kind",)
    model_config = ConfigDict(
        json_schema_extra={
            **one_of("relation", "ended"),
            "examples": [
                {
                    "id": "ended",
                    "kind": "status",
                    "pair": {"zh": {"host": "上海市", "partner": "旧金山"}},
                    "relation": "friendship",
                    "ended": "1995",
                    "because": "The council's minutes of 1995.",
                }
            ],
        }
    )

    kind: Literal["status"] = Field(
        title="Kind", description="Says what kind of agreement the rows are, or that it has ended."
    )
    pair: RowPair = Field(title="Rows", description="The row or the two rows of the agreement.")
    relation: Literal["sister-city", "friendship", "memorandum"] | None = Field(
        default=None, title="Relation", description="The kind of agreement."
    )
    ended: PartialDay | None = Field(
        default=None, title="Ended", description="When it ended: 1995, 1995-06 or 1995-06-30."
    )

    @model_validator(mode="after")
    def _says_something(self) -> StatusIs:
        if self.relation is None and self.ended is None:
            raise refuse("says nothing of the agreement: give relation, ended or both")
        return self


class Ignore(Rule):
    """Findings that are known and accepted: they are counted, and no longer put forward."""

    stage = "findings"
    model_config = ConfigDict(
        json_schema_extra={
            **one_of("code", "finding", "group"),
            "examples": [
                {
                    "id": "hebei-empty",
                    "kind": "ignore",
                    "code": "empty-row",
                    "where": {"section": "河北省"},
                    "because": "Being filled in; see the talk page.",
                }
            ],
        }
    )

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
    group: Word | None = Field(
        default=None,
        title="Group id",
        description="The id of a group of findings, such as only-zh-7f3a91c2.",
    )
    where: Where | None = Field(
        default=None, title="Where", description="Limits the rule to a part of the sources."
    )

    @model_validator(mode="after")
    def _names_a_finding(self) -> Ignore:
        if self.code is None and self.finding is None and self.group is None:
            raise refuse("names no finding: give its code, or finding: or group: with its id")
        return self


class LinkTest(Placed):
    """A promise about the result: the row with this Chinese name is linked to that English one."""

    zh: Text = Field(title="Chinese name", description="A partner of the Chinese source.")
    links_to: Text = Field(title="English name", description="The partner it must be linked to.")


RULE_KINDS: tuple[type[Rule], ...] = (
    Match,
    NoMatch,
    Alias,
    PlaceIs,
    DateIs,
    NoDate,
    Typo,
    HostIs,
    OnlyIn,
    StatusIs,
    Ignore,
)


def kind_name(kind: type[Rule]) -> str:
    """The word that stands after `kind:` in a rule file."""
    return str(get_args(kind.model_fields["kind"].annotation)[0])


BY_KIND: dict[str, type[Rule]] = {kind_name(k): k for k in RULE_KINDS}

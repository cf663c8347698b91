from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from reconcile.dates import DateInterval
from reconcile.overrides.rules import fields


def read(kind: Any, value: str) -> Any:
    return TypeAdapter(kind).validate_python(value, strict=True)


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        (fields.Text, " 吉隆坡 ", " 吉隆坡 "),
        (fields.Word, "kuala-lumpur", "kuala-lumpur"),
        (fields.IsoDay, "2028-02-29", "2028-02-29"),
        (fields.Count, "0", 0),
        (fields.LineNumber, "12", 12),
        (fields.PartialDay, "1980-01", "1980-01"),
        (fields.Country, "US", "US"),
        (fields.CodeOrName, "D1", "D1"),
        (fields.CodeOrName, "empty-row", "empty-row"),
    ],
)
def test_what_is_taken(kind: Any, value: str, meant: object) -> None:
    assert read(kind, value) == meant


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (fields.Text, "  ", "is empty: write a text"),
        (fields.Reason, "", "is empty: say in a few words"),
        (fields.Word, "kuala lumpur", "must be one word without blanks"),
        (fields.IsoDay, "2027-02-29", "must be a day written as year-month-day"),
        (fields.Count, "-1", "must be a whole number, not -1: type digits only"),
        (fields.Count, "１２", "must be a whole number, not １２: type 12 in half-width digits"),
        (fields.LineNumber, "0", "must be 1 or more"),
        (fields.PartialDay, "1980-13", "must be a date written as"),
        (fields.PartialDay, "28 January 1980", ": type 1980-01-28"),
        (fields.Country, "Nowhere", "such as US"),
        (fields.Country, "United States", ": type US"),
        (fields.Country, "us", "must be the ISO code of a country"),
        (fields.Quote, "a\nb", "must lie on one line"),
        (fields.CodeOrName, "Q1", "names no finding: Q1"),
        (fields.CodeOrName, "emtpy-row", "did you mean empty-row?"),
    ],
)
def test_what_is_refused_and_what_to_type_instead(kind: Any, value: str, said: str) -> None:
    with pytest.raises(ValidationError) as error:
        read(kind, value)
    assert said in str(error.value)


def test_a_part_of_a_date_is_an_interval() -> None:
    assert fields.interval("1980") == DateInterval(1980, None, None)
    assert fields.interval("1980-01-28") == DateInterval(1980, 1, 28)
    with pytest.raises(ValueError, match="out of range"):
        fields.interval("1980-02-30")


@pytest.mark.parametrize("model", [fields.Selector, fields.RowPair, fields.Stated, fields.Where])
def test_a_part_that_says_nothing_is_refused(model: type[fields.Part]) -> None:
    with pytest.raises(ValidationError):
        model()

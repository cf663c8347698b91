"""What is read of an entry, whatever its language."""

from __future__ import annotations

import pytest

from reconcile.sources.inline import Span
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.entry import EntryReading, NamedPart, first_country, is_region
from tests.sources.texts import shown


@pytest.mark.parametrize(
    ("name", "iso", "expected"),
    [
        ("加利福尼亚州", None, True),
        ("加利福尼亚", "US", True),
        ("美国 加利福尼亚州", "US", True),
        ("苏格兰", None, True),
        ("洛杉矶市", "US", False),
        ("大阪府", "JP", True),
        ("大阪", "JP", False),
        ("州", None, False),
    ],
)
def test_regions(name: str, iso: str | None, expected: bool) -> None:
    assert is_region(name, iso) is expected


def test_a_country_s_name_can_be_a_place() -> None:
    reading = read_chinese(shown("日本（1994年）"))
    assert (reading.name, reading.iso) == ("", "JP")
    place = reading.as_place()
    assert (place.name, place.partner, place.iso) == ("日本", "日本", "JP")
    assert place.as_place() is place


def test_the_first_rule_that_finds_a_country_counts() -> None:
    whole = Span(0, 3)
    found = first_country(
        (
            lambda *_: None,
            lambda *_: NamedPart(None, Span(1, 2)),
            lambda *_: NamedPart(None, whole),
        ),
        shown("abc"),
        "abc",
        whole,
    )
    assert found.name == Span(1, 2)
    assert first_country((), shown("abc"), "abc", whole) == NamedPart(None, whole)


def test_nothing_is_stated_by_what_has_no_name() -> None:
    nothing = EntryReading.without_name(shown("x"))
    assert (nothing.name, nothing.iso, nothing.date, nothing.notes) == ("", None, None, ())

"""Values in sentences, in each language."""

from __future__ import annotations

import pytest

from reconcile.catalogue import Lang, Text, counted, listed, say
from reconcile.models import Param


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "row", "1 row"),
        (2, "row", "2 rows"),
        (1407, "row", "1,407 rows"),
        (1, "entry", "1 entry"),
        (2, "entry", "2 entries"),
        (0, "finding", "0 findings"),
    ],
)
def test_counted(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said


@pytest.mark.parametrize(
    ("values", "lang", "said"),
    [
        (["A"], "en", "A"),
        (["A", "B"], "en", "A and B"),
        (["A", "B", "C"], "en", "A, B and C"),
        ("A", "en", "A"),
        (["甲", "乙", "丙"], "zh-Hant", "甲、乙、丙"),
        ([], "en", ""),
    ],
)
def test_listed(values: list[str] | str, lang: Lang, said: str) -> None:
    assert listed(values, lang) == said


PARAMS: dict[str, Param] = {
    "n": 1407,
    "share": 0.34,
    "iso": "DE",
    "side": "zh",
    "kind": "county",
    "to": "month",
}
FORMATS = "{n:n row} {n:n} {share:percent} {iso:country} {side:side} {kind:level} {to:precision}"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "1,407 rows 1,407 34% Germany Chinese a county month"),
        ("zh-Hant", "1,407 1,407 34% 德國 中文 縣或郡 月份"),
        ("zh-Hans", "1,407 1,407 34% 德国 中文 县或郡 月份"),
    ],
)
def test_each_kind_of_value_is_said_in_the_language_of_the_sentence(lang: Lang, said: str) -> None:
    assert say(Text(FORMATS, FORMATS), PARAMS, lang) == said


def test_a_phrase_takes_the_place_of_its_value_and_is_filled_itself() -> None:
    phrases = {"why": {"renamed": Text("was {former} until {year}", "原名{former}（{year}年前）")}}
    params: dict[str, Param] = {"why": "renamed", "former": "Madras", "year": 1996}
    text = Text("Chennai {why}.", "清奈{why}。")
    assert say(text, params, "en", phrases) == "Chennai was Madras until 1996."
    assert say(text, params, "zh-Hans", phrases) == "清奈原名Madras（1996年前）。"


def test_what_is_not_given_or_not_listed_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(Text("{name}", "{name}"), {}, "en")
    with pytest.raises(KeyError):
        say(Text("{why}", "{why}"), {"why": "x"}, "en", {"why": {"y": Text("", "")}})

from __future__ import annotations

import pytest

from reconcile.suggest import did_you_mean, nearest

WORDS = ("match", "no-match", "S101", "empty-row")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("macth", "match"),
        ("Match", "match"),
        ("ｍａｔｃｈ", "match"),
        (" s101", "S101"),
        ("emtpy-row", "empty-row"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_a_slip_of_the_pen_is_told_from_another_word(word: str, meant: str | None) -> None:
    assert nearest(word, WORDS) == meant
    assert did_you_mean(word, WORDS) == (f"; did you mean {meant}?" if meant else "")


def test_of_several_the_most_alike_is_meant_and_none_of_none() -> None:
    assert nearest("no_match", WORDS) == "no-match"
    assert nearest("match", ()) is None


def test_who_asks_may_be_stricter() -> None:
    assert nearest("mtch", ["match"], cutoff=95) is None

"""Translated parts of names: several characters become one unit of the channel, and back."""

from __future__ import annotations

from reconcile.names.parts import parts, spelled, with_units, words_of


def test_a_part_of_several_characters_is_one_unit() -> None:
    text = with_units("海滩市")
    assert len(text) == 2
    assert spelled(text[0]) == "海滩"
    assert "beach" in words_of(text[0])


def test_a_character_stands_for_itself() -> None:
    assert with_units("新") == "新"
    assert spelled("新") == "新"
    assert "new" in words_of("新")
    assert words_of("贝") == ()


def test_words_are_folded() -> None:
    words = [w for found in parts().values() for w in found]
    assert words
    assert all(w.isascii() and w.islower() and w.isalnum() for w in words)

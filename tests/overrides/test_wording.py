from __future__ import annotations

from reconcile.overrides.wording import joined, same, shown


def test_texts_are_compared_composed_and_without_blanks_around_them() -> None:
    assert same(" Ma\u0301laga\u3000") == "Málaga"


def test_words_are_joined_as_one_says_them() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"], "or") == "a, b or c"


def test_a_text_in_a_sentence_is_one_line_and_not_endless() -> None:
    assert shown("a\n  b") == "a b"
    assert shown("x" * 50) == "x" * 39 + "…"

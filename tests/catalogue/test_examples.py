"""The examples that `reconcile explain` shows."""

from __future__ import annotations

from reconcile.catalogue.examples import default_pair, examples


def test_a_case_without_a_text_for_a_side_has_that_of_the_default_pair() -> None:
    zh, en = default_pair()
    example = next(x for x in examples("S104") if x.fires)
    assert example.zh == zh
    assert example.en != en
    assert example.side == "en"


def test_a_finding_about_one_list_shows_that_list_alone() -> None:
    about_one = next(x for x in examples("S104") if x.fires)
    assert about_one.one_side == "en"
    assert [side for side, _ in about_one.texts()] == ["en"]
    about_both = next(x for x in examples("A103") if x.fires)
    assert about_both.one_side is None
    assert [side for side, _ in about_both.texts()] == ["zh", "en"]


def test_a_code_without_a_file_has_no_examples() -> None:
    assert examples("R105") == ()

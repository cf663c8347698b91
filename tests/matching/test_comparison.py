"""A Chinese record and its candidates: which names are tried, and which pairs are compared."""

from __future__ import annotations

import pytest

from reconcile.matching.candidates import CandidatePair
from reconcile.matching.comparison import Comparer, Comparison
from reconcile.weights import RECORD_LISTED_NAME_RANGE, RECORD_NAME_RANGE
from tests.matching.factory import MODEL, en_list, pair_of, source_of, zh_list


def compared(zh: str, *en: str, comparer: Comparer | None = None) -> list[Comparison]:
    record = source_of(zh_list(zh), "zh").records[0]
    others = source_of(en_list(*en), "en").records
    pairs = [CandidatePair(record, other, False) for other in others]
    return (comparer or Comparer(MODEL)).compare(pairs)


def test_weights_add_up_and_the_prior_is_no_support() -> None:
    (it,) = compared("日本|鹿兒島", "Kagoshima, Japan")
    assert it.weight == pytest.approx(sum(e.weight for e in it.evidence))
    prior = next(e.weight for e in it.evidence if e.name == "prior")
    assert it.support == pytest.approx(it.weight - prior)
    assert it.evidence[: len(it.others)] == it.others


def test_the_sound_of_a_name_stays_within_its_range() -> None:
    for zh, en in (("塞爾維亞|貝爾格萊德", "Belgrade, Serbia"), ("日本|鹿兒島", "Boring, Japan")):
        (it,) = compared(zh, en)
        listed = any(e.name == "gazetteer" for e in it.others)
        low, high = RECORD_LISTED_NAME_RANGE if listed else RECORD_NAME_RANGE
        assert low <= it.name.weight <= high + 1e-9


def test_an_exonym_has_no_sound_to_compare() -> None:
    (it,) = compared("美國|檀香山", "Honolulu, United States")
    assert (it.name.weight, it.name.evidence) == (0.0, ())


def test_a_row_that_contradicts_the_country_is_compared_only_where_no_other_fits() -> None:
    fitting = compared("日本|鹿兒島", "Kagoshima, Japan", "Kagoshima, Peru")
    assert [it.pair.en.country for it in fitting] == ["JP"]
    without = compared("日本|鹿兒島", "Nagasaki, Japan", "Kagoshima, Peru")
    assert [it.pair.en.country for it in without] == ["JP", "PE"]


def test_the_title_behind_a_link_is_tried_as_well() -> None:
    (it,) = compared("日本|[甲乙](../Page/鹿兒島市.md)", "Kagoshima, Japan")
    assert it.name.why == "its link target"
    assert any(e.detail.endswith("(by its link target)") for e in it.name.evidence)
    assert it.name.weight > 0


def test_what_rules_say_that_a_name_means_is_tried_as_well() -> None:
    aliases = {("zh", "甲乙"): ["鹿兒島"]}
    (it,) = compared("日本|甲乙", "Kagoshima, Japan", comparer=Comparer(MODEL, aliases))
    assert it.name.why == "a rule"
    (it,) = compared(
        "日本|鹿兒島",
        "Boring, Japan",
        comparer=Comparer(MODEL, {("en", "Boring"): ["Kagoshima"]}),
    )
    assert any(e.name == "gazetteer" for e in it.others)


def test_without_entries_written_by_hand_an_exonym_is_not_known() -> None:
    pair = pair_of("美國|檀香山", "Honolulu, United States")
    (it,) = Comparer(MODEL, curated=False).compare([pair])
    assert not any(e.name == "exonym" for e in it.others)

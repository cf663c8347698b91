from __future__ import annotations

from reconcile.overrides.questions import chosen, questions
from tests.overrides.pair import TOKYO, ZH, result_of


def test_conflicts_come_first_then_what_is_likely() -> None:
    conflict, weak = questions(result_of())
    assert (conflict.zh.partner, conflict.en.partner, conflict.is_conflict) == (
        "東京",
        "Tokyo",
        True,
    )
    assert conflict.link is not None
    assert conflict.probability == conflict.link.probability
    assert (weak.zh.partner, weak.en.partner, weak.is_conflict) == ("塞德港", "Port Said", False)
    assert 0 < weak.probability < conflict.probability
    assert weak.finding is not None
    assert weak.text == weak.finding.message


def test_a_rule_answers_a_question() -> None:
    answered = questions(result_of(f"id: a, kind: date, {TOKYO}, value: 1980, because: x"))
    assert [q.zh.partner for q in answered] == ["塞德港"]
    apart = "zh: {partner: 塞德港}, en: {partner: Port Said}"
    answered = questions(result_of(f"id: a, kind: no-match, {apart}, because: x"))
    assert [q.zh.partner for q in answered] == ["東京"]


def test_a_question_is_found_by_all_ids_of_what_it_is_about() -> None:
    found = questions(result_of())
    for question in found:
        assert question.id == question.keys[0]
        for key in question.keys:
            assert question in chosen(found, [key])
        assert question in chosen(found, [question.id[:6]])
    assert chosen(found, []) == list(found)
    assert chosen(found, ["nothing"]) == []


def test_rows_that_stand_alone_on_both_sides_are_asked_about() -> None:
    zh = ZH.replace("| 北京市 | 瑞典 | 塞德港 |", "| 北京市 | 埃及 | 賽義德港市 |")
    lonely = [q for q in questions(result_of(zh=zh)) if q.finding is None]
    for question in lonely:
        assert question.text.endswith("Both stand alone.")
        assert question.id == f"{question.zh.id}-{question.en.id}"

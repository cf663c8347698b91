"""Facts follow from the linked lists, each worked out once."""

from __future__ import annotations

from tests.checks.runs import chinese, english, facts_of, record

ZH = chinese("日本鹿兒島", "美國聖保羅", "比利時蒙斯")
EN = english("Kagoshima, Japan", "Saint Paul, United States", "Lyon, France")


def test_every_record_is_the_subject_of_one_verdict() -> None:
    facts = facts_of(ZH, EN)
    subjects = [facts.subject(v).partner for v in facts.verdicts]
    assert subjects == ["鹿兒島", "聖保羅", "蒙斯", "Lyon"]


def test_verdicts_names_and_look_ups_are_worked_out_once() -> None:
    facts = facts_of(ZH, EN)
    assert facts.verdicts is facts.verdicts
    assert facts.by_id is facts.by_id
    assert facts.names is facts.names
    assert all(names.lists is facts for names in facts.names)


def test_names_are_given_by_side() -> None:
    facts = facts_of(ZH, EN)
    assert [n.side for n in facts.names] == ["zh", "en"]
    (english_names,) = facts.names_of("en")
    assert next(n.record for n in english_names.partners) == record(facts, "Kagoshima")

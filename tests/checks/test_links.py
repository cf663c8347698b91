"""Links left open, several rows for one, links that a rule demands."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks import links
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, facts_of, fired, rule


@pytest.mark.parametrize("example", cases_of((*links.LEFT_OPEN, *links.CHECKS, *links.IN_ONE_ROW)))
def test_cases(example: Example) -> None:
    check_case(example)


ZH = chinese("日本鹿兒島", "美國聖保羅")
EN = english("Kagoshima, Japan", "Ulyanovsk, Russia")


def test_a_tie_names_the_rival_and_a_weak_link_its_probability() -> None:
    (tie, other) = fired(links.open_links, "L101")
    assert tie.params["other"] == "Gwangju City"
    assert "probability" not in tie.params
    assert len(tie.records) == len(other.records) == 3
    (weak,) = fired(links.open_links, "L102")
    assert 0.5 < float(str(weak.params["probability"])) < 1
    assert "other" not in weak.params
    assert {d.origin for d in (tie, weak)} == {"unknown"}


def test_several_rows_for_one_are_all_pointed_at_with_that_one() -> None:
    (draft,) = fired(links.many_to_one, "L103")
    assert [ref.text for ref in draft.refs] == ["舊金山", "三藩市", "San Francisco"]
    assert draft.params["outcome"] == "none"
    assert len(draft.records) == 3


def test_a_row_left_over_beside_a_link_that_it_would_fit_is_told_of() -> None:
    zh = chinese("美國舊金山", "三藩市", host="上海市", section="上海")
    en = english("San Francisco, United States", host="Shanghai")
    (draft,) = drafts(links.many_to_one, zh, en)
    assert [ref.text for ref in draft.refs] == ["三藩市", "舊金山", "San Francisco"]
    assert draft.params["outcome"] == "one"


def test_why_a_likely_pair_is_left_open() -> None:
    zh = chinese("美國夢之谷（1988年5月9日）", host="上海市", section="上海")
    en = english("Boston, United States (9 May 1988)", host="Shanghai")
    (draft,) = drafts(links.open_links, zh, en)
    assert (draft.name, draft.params["doubt"]) == ("weak-link", "names")
    assert float(str(draft.params["names"])) < 0.75 < float(str(draft.params["probability"]))


def test_a_rule_that_demands_what_the_evidence_supports_surprises_nobody() -> None:
    same = rule("kind: match, zh: {partner: 鹿兒島}, en: {partner: Kagoshima}")
    assert list(links.forced_links(facts_of(ZH, EN, same))) == []
    other = rule("kind: match, zh: {partner: 聖保羅}, en: {partner: Ulyanovsk}")
    (draft,) = links.forced_links(facts_of(ZH, EN, other))
    assert draft.link is not None
    assert draft.params["rule"] == "r"
    assert float(str(draft.params["probability"])) < 0.05


def test_every_check_of_links_is_in_one_of_the_two_tuples() -> None:
    names = [
        name
        for check in (*links.LEFT_OPEN, *links.CHECKS, *links.IN_ONE_ROW)
        for name in check.yields
    ]
    assert names == ["tied-link", "weak-link", "many-to-one", "forced-link", "wrong-pair"]

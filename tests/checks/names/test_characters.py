"""Damaged characters, and those of the other script."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import characters
from tests.checks.runs import cases_of, check_case, chinese, drafts, fired


@pytest.mark.parametrize("example", cases_of(characters.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_each_kind_of_damage_has_its_own_group_and_suggestion() -> None:
    found = {str(d.params["problem"]): d for d in fired(characters.damaged_characters, "N110")}
    assert {problem: d.suggestion for problem, d in found.items()} == {
        "converted": "布城市",
        "hidden": "克盧日納波卡",
        "misread": "São Paulo",
        "lost": None,
    }
    assert len({d.group for d in found.values()}) == 4
    assert {d.origin for d in found.values()} == {"unknown"}


def test_what_damages_other_names_may_be_right_in_japan() -> None:
    assert drafts(characters.damaged_characters, zh=chinese("日本裏磐梯", "美國聖保羅")) == []


def test_a_place_in_japan_may_have_forms_of_today() -> None:
    assert drafts(characters.mixed_scripts, zh=chinese("日本広島", "美國聖保羅")) == []


def test_a_wiki_converts_scripts_itself_so_that_they_matter_less_there() -> None:
    names = ("日本鹿兒島", "美國聖保羅", "德國漢堡", "法國里爾", "比利时根特")
    (draft,) = drafts(characters.mixed_scripts, zh=chinese(*names))
    assert draft.severity is None
    (draft,) = drafts(characters.mixed_scripts, zh=chinese(*names, "韓國[釜山](釜山.md)"))
    assert draft.severity == "info"


def test_a_name_of_the_other_script_has_its_form_in_that_of_the_list() -> None:
    names = ("日本鹿兒島", "美國聖保羅", "德國漢堡", "法國里爾", "韓國釜山")
    (draft,) = drafts(characters.mixed_scripts, zh=chinese(*names, "比利时根特"))
    assert (draft.params["problem"], draft.params["chars"]) == ("simplified", ("时",))
    assert draft.suggestion == "比利時"
    assert float(str(draft.params["majority"])) > 0.8

"""Former places, namesakes, untranslated words."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import identity
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(identity.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_what_a_place_became_is_said_in_the_language_of_the_list() -> None:
    now = {str(d.params["text"]): d.params["now"] for d in fired(identity.outdated_names, "N116")}
    assert now["洛林大區"] == "大東部大區"
    assert now["Nelspruit"] == "Mbombela"
    zh = chinese("法国洛林大区", "日本鹿儿岛", host="长沙市")
    (draft,) = drafts(identity.outdated_names, zh=zh)
    assert draft.params["now"] == "大东部大区"


def ambiguous(zh: str | None = None, en: str | None = None) -> list[tuple[str, int]]:
    found = drafts(identity.ambiguous_partners, zh, en)
    return [(str(d.params["partner"]), int(str(d.params["count"]))) for d in found]


def test_a_name_of_several_cities_needs_its_state() -> None:
    assert ambiguous(en=english("Springfield, United States")) == [("Springfield", 5)]
    assert ambiguous(en=english("Springfield, Illinois, United States")) == []


def test_a_name_of_one_large_city_does_not() -> None:
    assert ambiguous(en=english("Chicago, United States", "Paris, France")) == []


def test_places_are_listed_as_many_as_are_counted() -> None:
    for draft in fired(identity.ambiguous_partners, "N108"):
        places = draft.params["places"]
        assert isinstance(places, tuple)
        assert len(places) == draft.params["count"]
        assert len(places) > 1


def test_names_in_the_letters_of_the_other_language_are_whole_words() -> None:
    assert [d.params["word"] for d in fired(identity.foreign_words, "N119")] == [
        "communauté",
        "Landkreis",
        "Bakersfield",
    ]
    assert drafts(identity.foreign_words, en=english("Communautéville, France")) == []

"""The codes, and the sentences of findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.catalogue import BY_CODE, BY_NAME, CODES, FAMILIES, LANGUAGES, message, together
from reconcile.catalogue.verdicts import REASONS, why
from reconcile.models import Finding, Param
from tests.conftest import seed_result


def test_codes_and_names_are_unique_and_every_text_is_a_sentence() -> None:
    assert len(BY_CODE) == len(CODES) == len(BY_NAME)
    for code in CODES:
        for text in (code.meaning, code.why, code.action):
            assert text.en.endswith(".")
            assert text.zh.endswith("。")


def test_the_letter_of_a_code_is_its_family() -> None:
    assert {code.family for code in CODES} == set(FAMILIES.values())
    assert BY_NAME["label-target"].family == "names"


def test_codes_stand_in_order_within_their_family() -> None:
    codes = [code.code for code in CODES]
    assert codes == sorted(codes, key=lambda c: (list(FAMILIES).index(c[0]), c))


def of_name(name: str) -> list[Finding]:
    return [f for f in seed_result().findings if f.name == name]


def test_one_finding_says_its_own_sentence_and_several_that_of_their_group() -> None:
    first, second = of_name("split-list")[:2]
    assert together([first]) == first.message
    assert together([first, second]) == "2 blank lines split blocks of the list."
    assert together([first, second], "zh-Hans") == "清单里有2处空行。"


def test_a_finding_about_a_whole_list_has_a_sentence_of_its_own() -> None:
    params: dict[str, Param] = {"side": "en", "count": 3}
    assert message("missing-date", params, systemic=True) != message(
        "missing-date", {"host": "Wuhan", "partner": "Oita"}
    )


def test_a_finding_that_the_catalogue_does_not_know_keeps_its_message() -> None:
    unknown = replace(of_name("split-list")[0], name="of-a-later-version", message="Said there.")
    assert together([unknown, unknown]) == "Said there."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verdict_of_the_seeds_is_a_sentence_in_each_language(lang: str) -> None:
    for verdict in seed_result().verdicts:
        sentence = why(verdict.reason, verdict.params, lang)  # type: ignore[arg-type]  # a language
        assert sentence
        assert "{" not in sentence
    assert {v.reason for v in seed_result().verdicts} <= REASONS.keys()

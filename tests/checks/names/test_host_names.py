"""Names of hosts, hosts of several readings, words for levels."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import host_names
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(host_names.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_only_a_misspelt_host_is_mended_and_stands_by_itself() -> None:
    found = {str(d.params["problem"]): d for d in fired(host_names.host_names, "N118")}
    assert {p: (d.suggestion, d.severity, d.group is None) for p, d in found.items()} == {
        "short": ("寧夏回族自治區", None, False),
        "former": ("海拉爾區", None, False),
        "misspelt": ("武漢市礄口區", "warning", True),
    }


def test_a_host_that_stands_twice_is_told_of_once() -> None:
    zh = chinese("日本鹿兒島", host="寧夏區", section="寧夏")
    assert len(drafts(host_names.host_names, zh=zh + zh)) == 1


@pytest.mark.parametrize("host", ["長沙市", "長沙", "武漢市江岸區", "北海道"])
def test_full_names_and_bare_ones_are_right(host: str) -> None:
    assert drafts(host_names.host_names, zh=chinese("日本鹿兒島", host=host)) == []


def test_an_open_host_shows_its_places_and_a_taken_title_who_has_it() -> None:
    found = {str(d.params["readings"]): d for d in fired(host_names.ambiguous_hosts, "N104")}
    assert found["one"].params["places"] == ("福州市 (Fujian)", "抚州市 (Jiangxi)")
    assert found["one"].group is None
    assert (found["places"].params["open"], found["places"].params["taken"]) == ("taken", "福州市")


def test_a_title_with_its_province_is_clear() -> None:
    en = english("Kagoshima, Japan", host="Fuzhou, Jiangxi")
    assert drafts(host_names.ambiguous_hosts, en=en) == []


def test_the_rarer_word_for_units_of_one_level_is_told_of() -> None:
    rows = ("美國奧蘭治郡", "美國京士郡", "美國某某縣")
    (draft,) = drafts(host_names.admin_levels, zh=chinese(*rows))
    assert (draft.params["word"], draft.params["usual"], draft.params["count"]) == ("縣", "郡", 2)
    assert drafts(host_names.admin_levels, zh=chinese(*rows[1:])) == []


def test_han_countries_have_their_own_words() -> None:
    assert (
        drafts(host_names.admin_levels, zh=chinese("日本秋田縣", "日本廣島縣", "日本某某郡")) == []
    )

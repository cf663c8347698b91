"""Each clue about a pair of hosts."""

from __future__ import annotations

import pytest

from reconcile import weights
from reconcile.matching.hosts.comparison import hosts_of, title_of
from reconcile.matching.hosts.evidence import EVIDENCE, compared
from reconcile.matching.hosts.listed import ListedHost, listed_hosts
from reconcile.matching.hosts.ruled import HostNames
from reconcile.places.home import load_home
from tests.matching.factory import MODEL, en_list, source_of, zh_list


def host(text: str, side: str, home: str, section: str = "其他") -> ListedHost:
    source = (
        source_of(zh_list("|北京", host=text, section=section), "zh", home)
        if side == "zh"
        else source_of(en_list("Beijing, China", host=text), "en", home)
    )
    (found,) = listed_hosts([source], load_home(home), HostNames())
    return found


def clues(
    zh: str,
    en: str,
    home: str = "JP",
    *,
    section: str = "其他",
    sound: float = 0.0,
    shared: tuple[float, ...] = (),
) -> dict[str, float]:
    places = load_home(home)
    (one,) = hosts_of([host(zh, "zh", home, section)], places)
    title = title_of(host(en, "en", home), places)
    found = compared(one, title, home, sound, shared, MODEL)
    assert len(found) <= len(EVIDENCE)
    return dict(found)


def test_tables() -> None:
    assert clues("廣島市", "Hiroshima")["gazetteer"] == weights.IN_GAZETTEER
    assert clues("廣島市", "Nagasaki")["gazetteer"] == weights.HOST_OTHER_PLACE
    assert "gazetteer" not in clues("甲乙市", "Nagasaki")


@pytest.mark.parametrize("sound", [-50.0, -1.0, 5.0, 50.0])
def test_the_sound_stays_within_its_range(sound: float) -> None:
    low, high = weights.LISTED_NAME_RANGE
    assert clues("廣島市", "Hiroshima", sound=sound)["name"] == min(max(sound, low), high)
    low, high = weights.HOST_NAME_RANGE
    assert clues("廣島市", "Nagasaki", sound=sound)["name"] == min(max(sound, low), high)


def test_levels() -> None:
    assert clues("廣島縣", "Hiroshima Prefecture")["level"] == weights.HOST_SAME_LEVEL
    assert clues("廣島縣", "Nagasaki")["level"] == weights.HOST_OTHER_LEVEL
    assert "level" not in clues("東京都", "Tokyo")  # it may be the city as well


def test_divisions() -> None:
    same = clues("春田", "Springfield, Illinois", "US", section="伊利諾伊州")
    assert same["division"] == weights.HOST_SAME_DIVISION
    other = clues("春田", "Springfield, Missouri", "US", section="伊利諾伊州")
    assert other["division"] == weights.HOST_OTHER_DIVISION
    assert "division" not in clues("春田", "Springfield", "US", section="伊利諾伊州")


def test_parents() -> None:
    assert clues("柏林市米特區", "Berlin – Mitte", "DE")["parent"] == weights.HOST_SAME_PARENT
    assert clues("柏林市米特區", "Munich – Mitte", "DE")["parent"] == weights.HOST_OTHER_PARENT


def test_partners_that_are_shared_say_only_so_much() -> None:
    assert clues("廣島市", "Hiroshima", shared=(1.0, 2.0))["partners"] == 3.0
    many = clues("廣島市", "Hiroshima", shared=(3.0,) * 9)
    assert many["partners"] == weights.HOST_SHARED_PARTNERS
    assert "partners" not in clues("廣島市", "Hiroshima")

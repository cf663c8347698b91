"""The faults of `benchmarks.dated` are the faults that their names say."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from benchmarks.dated.days import STATES, any_day
from benchmarks.dated.names import Maker
from benchmarks.dated.world import Town, World

MILAN = Town("米兰", "Milan", "IT")


def world() -> World:
    found = World()
    found.aliases["IT", "milan"] = {"米兰"}
    found.aliases["IT", "milazzo"] = {"米拉佐"}
    found.latin["IT"] = {"milan", "mila", "milazzo"}
    found.towns["IT"] = [Town("米拉佐", "Milazzo", "IT"), Town("那不勒斯", "Naples", "IT")]
    return found


@pytest.mark.parametrize("seed", range(20))
def test_each_state_of_the_dates(seed: int) -> None:
    chance = random.Random(seed)
    day = any_day(chance)
    made = {name: state(day, chance) for name, state in STATES.items()}
    assert made["equal"] == (day, day)
    assert made["missing on both"] == (None, None)
    assert set(made["missing on one side"]) == {day, None}
    other = {
        name: next(d for d in days if d != day) for name, days in made.items() if len(set(days)) > 1
    }
    digits = zip(str(other["a digit apart"]), str(day), strict=True)
    assert sum(a != b for a, b in digits) == 1
    swapped = other["day and month swapped"]
    assert swapped is not None
    assert (swapped.month, swapped.day) == (day.day, day.month)
    assert abs((other["years apart"] or day).year - day.year) >= 3


def test_another_place_is_none_that_may_be_the_right_one() -> None:
    left: Counter[str] = Counter()
    maker = Maker(world(), random.Random(1), left)
    made = [maker.make("other-known", MILAN) for _ in range(20)]
    assert {names.en for names in made if names} == {"Naples"}  # Milazzo is too like Milan
    assert left["other place"] > 0


def test_a_misspelt_name_is_that_of_no_other_place() -> None:
    maker = Maker(world(), random.Random(1), Counter())
    made = {names.en for _ in range(200) if (names := maker.make("misspelt-en", MILAN))}
    assert {"Mian", "Millan", "Miln"} <= made
    assert not made & {"Milan", "Mila"}


def test_a_namesake_or_a_place_with_that_chinese_name_may_be_meant() -> None:
    found = world()
    assert found.may_be(MILAN, "Milano")
    assert not found.may_be(MILAN, "Naples")
    found.aliases["IT", "naples"] = {"米兰市"}
    assert found.may_be(MILAN, "Naples")

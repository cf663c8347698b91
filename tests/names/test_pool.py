"""Candidates prepared for comparison."""

from __future__ import annotations

import numpy as np

from reconcile.names.pool import Latin, NamePool, Sounds

NAMES = [
    Latin("Frankfurt am Main", "DE"),
    Latin("", "DE"),
    Latin("Kagoshima", "JP"),
    Latin("Hiroshima", "JP"),
]


def test_every_form_knows_its_name() -> None:
    pool = NamePool.of(NAMES)
    for name in range(len(NAMES)):
        own = range(pool.span[name], pool.span[name + 1])
        assert [pool.owner[i] for i in own] == [name] * len(own)
    assert pool.span[1] - pool.span[0] > 1
    assert pool.span[2] == pool.span[1]
    assert pool.folded == ("frankfurtammain", "", "kagoshima", "hiroshima")


def test_the_forms_of_some_names() -> None:
    pool = NamePool.of(NAMES)
    rows, owner = pool.rows(np.array([3, 0]))
    assert [int(pool.owner[r]) for r in rows] == [3 if o == 0 else 0 for o in owner]
    assert set(owner.tolist()) == {0, 1}


def test_names_that_are_a_reading() -> None:
    pool = NamePool.of(NAMES)
    assert pool.read_as("鹿兒島", "JP") == [2]
    assert pool.read_as("廣島", "JP") == [3]
    assert pool.read_as("法蘭克福", "DE") == []
    assert pool.with_folded({"hiroshima", "osaka"}).tolist() == [3]


def test_countries_that_sound_alike_are_one() -> None:
    sounds = Sounds.of(["US", "GB", "JP", "KR", None])
    assert sounds.which[0] == sounds.which[1]
    assert len({int(sounds.which[i]) for i in (0, 2, 3, 4)}) == 4
    taken = sounds.take(np.array([2, 0]))
    assert [taken.countries[i] for i in taken.which] == ["JP", "US"]

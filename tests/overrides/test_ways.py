from __future__ import annotations

from typing import Any

import pytest

from reconcile.overrides.ways import way_for, ways_of
from tests.report.factory import finding


@pytest.mark.parametrize(
    ("code", "name", "keys", "ways"),
    [
        ("N110", "damaged-characters", {"suggestion": "x"}, ["", "--ignore"]),
        ("N110", "damaged-characters", {}, ["--value TEXT", "--ignore"]),
        ("D101", "missing-date", {"records": ("r",)}, ["", "--value DATE", "--ignore"]),
        ("D101", "missing-date", {}, ["--ignore"]),
        (
            "A103",
            "conflict-date",
            {"records": ("r", "s")},
            ["--use zh|en", "--value DATE", "--as no-date", "--ignore"],
        ),
        (
            "N106",
            "wrong-name",
            {"records": ("r", "s"), "params": {"place": "Atlanta"}},
            ["--use zh", "--use en --value TEXT", "--as match", "--as no-match", "--ignore"],
        ),
        ("S113", "alphabetical-order", {"records": ("r",)}, ["--ignore"]),
        ("R101", "rule-unused", {}, []),
    ],
)
def test_every_way_to_settle_a_finding(
    code: str, name: str, keys: dict[str, Any], ways: list[str]
) -> None:
    found = finding(code, name, "notice", "page", "It is so.", (), **{"params": {}, **keys})
    assert [way.options for way in ways_of(found)] == ways
    alone, many = way_for(found, 1), way_for(found, 2)
    assert (alone.options if alone else None) == next(iter(ways), None)
    assert many is None or "--value" not in many.options

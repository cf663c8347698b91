"""From a finding's name to the check that finds it, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from reconcile import checks
from reconcile.catalogue import BY_NAME
from reconcile.catalogue.examples import examples
from reconcile.checks import CHECKS, Check, Facts, checks_of
from reconcile.checks.draft import Draft
from reconcile.overrides import load_rules
from reconcile.overrides.run import audit
from reconcile.pipeline import Settings, run
from tests.checks.runs import findings_of
from tests.checks.test_cases import FILES
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, document_of

ELSEWHERE = {"date-order": "structure"}
"""What is found in another room than its family's: dates are out of order as names are."""


def test_every_name_is_declared_in_exactly_one_module() -> None:
    places = {(name, check.find.__module__) for check in CHECKS for name in check.yields}
    places |= {(name, audit.__name__) for name in audit.YIELDS}
    assert sorted(name for name, _ in places) == sorted(BY_NAME)


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.place)
def test_a_check_stands_in_the_room_of_its_family(check: Check) -> None:
    room = check.find.__module__.split(".")[2]
    assert {ELSEWHERE.get(n, BY_NAME[n].family) for n in check.yields} == {room}
    assert all(check in checks_of(name) for name in check.yields)


@pytest.fixture
def yielded(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The place of each check → the names of what it yields in the runs of a test."""
    names: dict[str, set[str]] = defaultdict(set)

    def recorded(check: Check) -> Check:
        def find(facts: Facts) -> Iterator[Draft]:
            for draft in check.find(facts):
                names[check.place].add(draft.name)
                yield draft

        return Check(find, check.yields)

    monkeypatch.setattr(checks, "CHECKS", tuple(map(recorded, CHECKS)))
    return names


def test_each_check_yields_what_it_declares_and_nothing_else(yielded: dict[str, set[str]]) -> None:
    for code in FILES:
        for example in examples(code):
            findings_of(example)
    for zh in (ZH_SEED, *(f"tests/samples/zh_{x}.md" for x in ("guangdong", "sichuan"))):
        run([document_of(zh, "zh"), document_of(EN_SEED, "en")], load_rules([]), Settings(AS_OF))
    assert yielded == {check.place: set(check.yields) for check in CHECKS}

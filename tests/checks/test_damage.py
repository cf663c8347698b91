"""A clean pair has nothing wrong with it; what is damaged in it is found, and nothing else."""

from __future__ import annotations

import random

import pytest

from reconcile.models import Finding, Result
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from tests.checks.clean import LAYOUTS, Row, Sheet, clean_pair, write
from tests.checks.damage import DAMAGES, FITTING, Damage, Found, Pair
from tests.conftest import AS_OF

OF_EACH = 20
FEWEST_FOUND = 18
SERIOUS = ("error", "warning")


def reconciled(zh: Sheet, en: Sheet) -> Result:
    documents = [write(zh).document("zh"), write(en).document("en")]
    return run(documents, load_rules([]), Settings(AS_OF))


@pytest.mark.parametrize("layouts", LAYOUTS, ids="-".join)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_clean_pair_agrees_and_has_no_findings(seed: int, layouts: tuple[str, str]) -> None:
    result = reconciled(*clean_pair(seed, layouts))  # type: ignore[arg-type]  # ids are strings
    assert {v.verdict for v in result.verdicts} == {"agree"}
    assert [(f.name, f.message) for f in result.findings if f.severity != "info"] == []


def damaged(damage: Damage, seed: int) -> tuple[Pair, list[Found]]:
    """A pair with damages in several blocks, and where each must be found."""
    rng = random.Random(f"{damage.kind} {seed}")
    zh, en = clean_pair(seed, LAYOUTS[damage.layout])
    pair: Pair = {"zh": zh, "en": en}
    rows = [r for r in pair[damage.side].rows if _fits(damage, r, pair[damage.side])]
    by_place: dict[str, list[Row]] = {}
    for row in rows:
        place = row.section if damage.at_once <= 2 else row.host
        by_place.setdefault(place, []).append(row)
    chosen = rng.sample(sorted(by_place), min(damage.at_once, len(by_place)))
    return pair, [damage.apply(pair, rng.choice(by_place[place]), rng) for place in chosen]


def _fits(damage: Damage, row: Row, sheet: Sheet) -> bool:
    """Whether a row can be damaged so: neither first nor last of its block, for one."""
    block = [r.key for r in sheet.rows if r.host == row.host]
    inner = row.key not in (block[0], block[-1])
    return inner and FITTING.get(damage.kind, lambda row: True)(row)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.kind.replace(" ", "-"))
def test_damages_are_found_and_nothing_else_is_blamed(damage: Damage) -> None:
    missed: list[str] = []
    blamed: list[str] = []
    count = 0
    for seed in range(OF_EACH):
        if count >= OF_EACH:
            break
        pair, places = damaged(damage, seed)
        findings = reconciled(pair["zh"], pair["en"]).findings
        written = {side: write(sheet) for side, sheet in pair.items()}
        wanted = {(p.side, written[p.side].line_of[p.key]) for p in places}
        hit = [f for f in findings if f.name in damage.names]
        reached = {place for f in hit for place in _lines(f)}
        missed += [f"{side}:{line}" for side, line in sorted(wanted - reached)]
        blamed += [
            f"{f.name}: {f.message}"
            for f in findings
            if f.severity in SERIOUS and not wanted & _lines(f)
        ]
        count += len(places)
    assert len(missed) <= count * (OF_EACH - FEWEST_FOUND) // OF_EACH, missed
    assert blamed == []


def _lines(finding: Finding) -> set[tuple[str, int]]:
    return {(ref.source[:2], ref.line) for ref in finding.refs}

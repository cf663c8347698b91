"""Mending is rewarded: what was mended goes, and what is left of it is not new to a baseline.

Every suggestion of the report on the seeds is taken, as a rule and as a corrected line, one by one
and in random sets, and rows are taken out of groups. What is new then is what that brings about.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest

from reconcile.models import Document, Finding, Result
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.build import Choice, Use
from reconcile.overrides.file.write import add_rules
from reconcile.overrides.propose import rules_for
from reconcile.overrides.ways import ways_of
from reconcile.pipeline import RunCache, Settings, run
from reconcile.report.view.baseline import Baseline, read_baseline, render_baseline, since
from reconcile.sources import read_document
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, document_of

CACHE = RunCache()
BROUGHT_ABOUT = {
    "typo": {"label-target"},  # the link still leads to the page under the other name
    "no-match": {"only-zh", "only-en", "not-comparable", "elsewhere"},  # the rows stand alone now
    "removed": {"only-zh", "likely-dropped", "line-not-understood"},  # a host without rows
}
Offer = tuple[str, str, Choice]
"""The id of a finding, the kind of rule, and what is chosen."""


@cache
def documents() -> tuple[Document, ...]:
    return document_of(ZH_SEED, "zh"), document_of(EN_SEED, "en")


def result_of(read: Sequence[Document], rules: Sequence[Any] = ()) -> Result:
    loaded = RuleSet()
    if rules:
        loaded = load_rules([("r.yaml", add_rules("r.yaml", "", rules).into(""))])
    return run(read, loaded, Settings(AS_OF), cache=CACHE)


@cache
def before() -> Result:
    return result_of(documents())


@cache
def known() -> Baseline:
    return read_baseline(render_baseline(before()), "b.json")


@cache
def found() -> dict[str, Finding]:
    return {f.id: f for f in before().findings}


@cache
def offers() -> tuple[Offer, ...]:
    """Every rule that can be written for a finding without giving a value."""
    made: list[Offer] = []
    for f in before().findings:
        for way in ways_of(f):
            words = way.options.split()
            if "--value" in words or "--ignore" in words:
                continue
            made += [(f.id, way.kind, Choice(AS_OF, u, kind=way.kind)) for u in _uses(words)]
    return tuple(made)


def _uses(words: Sequence[str]) -> tuple[Use | None, ...]:
    """The lists that may be right, of the options of a way."""
    named = words[words.index("--use") + 1].split("|") if "--use" in words else ()
    sides: tuple[Use, ...] = ("zh", "en")
    return tuple(side for side in sides if side in named) or (None,)


def rules_of(offer: Offer) -> list[Any]:
    return rules_for(found()[offer[0]], before(), offer[2])


def corrected(rules: Sequence[Any]) -> Iterator[Document]:
    """The sources as `typo` rules want them read."""
    for document in documents():
        lines = document.text.split("\n")
        for rule in rules:
            if rule["at"]["side"] == document.side:
                at = rule["at"]["near-line"] - 1
                lines[at] = lines[at].replace(rule["at"]["quote"], rule["should-be"], 1)
        text = "\n".join(lines).encode()
        yield read_document(text, document.path, document.side)


def new_in(result: Result) -> set[str]:
    """The names of findings that the baseline does not know."""
    news = since("b.json", known(), result).new
    return {f.name for f in result.findings if f.id in news}


def check(offer: Offer) -> None:
    rules = rules_of(offer)
    results = [result_of(documents(), rules)]
    if offer[1] == "typo":
        results.append(result_of(tuple(corrected(rules))))
    for result in results:
        assert offer[0] not in {f.id for f in result.findings if f.rule is None}, rules
        assert new_in(result) <= BROUGHT_ABOUT.get(offer[1], set()), rules


def check_together(chosen: Sequence[Offer]) -> None:
    rules = [r for offer in chosen for r in rules_of(offer)]
    for result in (result_of(documents(), rules), result_of(tuple(corrected(rules)))):
        assert not {o[0] for o in chosen} & {f.id for f in result.findings if f.rule is None}
        assert new_in(result) <= BROUGHT_ABOUT["typo"]


def check_without(count: int, seed: int) -> None:
    """Rows of the English list that share a group are taken out, so many at once."""
    grouped = {i for f in before().findings if f.group and f.rule is None for i in f.records}
    rows = [r.row_line for r in before().records if r.side == "en" and r.id in grouped]
    zh, en = documents()
    gone = set(random.Random(seed).sample(rows, count))
    kept = (line for n, line in enumerate(en.text.split("\n"), 1) if n not in gone)
    result = result_of((zh, read_document("\n".join(kept).encode(), en.path, "en")))
    assert new_in(result) <= BROUGHT_ABOUT["removed"], gone


def slips() -> list[Offer]:
    """One `typo` rule for each finding that has a suggestion; of one text only the first."""
    places: dict[tuple[Any, ...], Offer] = {}
    for offer in (o for o in offers() if o[1] == "typo"):
        ref = found()[offer[0]].refs[0]
        places.setdefault((ref.source, ref.line, ref.column), offer)
    return list(places.values())


def test_what_is_mended_goes_and_nothing_comes() -> None:
    for offer in random.Random(1).sample(offers(), 3):
        check(offer)
    check_together(random.Random(1).sample(slips(), 6))
    check_without(3, 2)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_every_suggestion_can_be_taken(part: int) -> None:
    for offer in offers()[part::8]:
        check(offer)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_suggestions_can_be_taken_together(seed: int) -> None:
    check_together(random.Random(seed).sample(slips(), 5 * (seed + 1)))
    for count in (1, 3, 10, 30):
        check_without(count, seed)

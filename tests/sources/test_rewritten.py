"""The seeds rewritten as wikitext and as a saved page give the verdicts of the originals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from reconcile.models import ParsedSource, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import format_of, read_document
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, parsed
from tests.sources.rewrite import HTML, WIKITEXT, page, rewrite

FORMS: dict[str, Callable[[ParsedSource], str]] = {
    "wikitext": lambda source: rewrite(source, WIKITEXT),
    "html": lambda source: page(rewrite(source, HTML)),
}


SEEDS: tuple[tuple[str, Side], ...] = ((ZH_SEED, "zh"), (EN_SEED, "en"))


@cache
def rewritten(form: str) -> Result:
    documents = [
        read_document(FORMS[form](parsed(path, side)).encode(), f"{side}.txt", side)
        for path, side in SEEDS
    ]
    assert [format_of(d).name for d in documents] == [form, form]
    return run(documents, load_rules([]), Settings(AS_OF))


@pytest.mark.parametrize("form", FORMS)
def test_verdicts_do_not_depend_on_the_format(form: str, seeds: Result) -> None:
    expected, found = verdicts(seeds), verdicts(rewritten(form))
    if form == "html":  # it has no blank lines inside a list, which tell that rows were lost
        expected, found = without_gaps(expected), without_gaps(found)
    assert found - expected == expected - found == Counter()


@pytest.mark.parametrize("form", FORMS)
def test_every_line_of_a_rewritten_list_is_understood(form: str) -> None:
    for source in rewritten(form).sources:
        assert "not-understood" not in source.uses


def verdicts(result: Result) -> Counter[tuple[object, ...]]:
    """Host, partner and verdict of every pair and of every row that has no counterpart."""
    records = {r.id: (r.host, r.partner) for s in result.sources for r in s.records}
    return Counter(
        (v.verdict, v.reason, records.get(v.zh or ""), records.get(v.en or ""))
        for v in result.verdicts
    )


def without_gaps(found: Counter[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    """The verdicts without the ones that follow from blank lines."""
    return Counter(
        ("only-zh", "partner-missing", *who) if reason == "lost-in-copy" else (name, reason, *who)
        for name, reason, *who in found.elements()
    )

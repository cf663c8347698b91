"""The order of the stages. Pure: documents, rules and settings in, a Result out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reconcile.checks import Facts, run_checks, verdicts
from reconcile.errors import CombinedError, ReconcileError
from reconcile.matching.evidence import Comparer
from reconcile.matching.links import THRESHOLD, Linking, link_records
from reconcile.models import Document, IdMaker, ParsedSource, Result
from reconcile.overrides import (
    BrokenTest,
    Decisions,
    RuleSet,
    broken_tests,
    resolve,
    rule_findings,
    settle,
    uses,
)
from reconcile.places.home import HomePlaces
from reconcile.places.namemodel import NameModel
from reconcile.places.scripts import is_han
from reconcile.sources import parse

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides its sources and rules.

    `home` is the ISO 3166-1 alpha-2 code of the country whose cities are the hosts; `as_of` the
    ISO date that counts as today; `curated` False leaves out the name entries written by hand.
    """

    as_of: str
    home: str = "CN"
    curated: bool = True


def run(
    documents: Sequence[Document],
    rules: RuleSet,
    settings: Settings,
    progress: Progress = lambda stage: None,
) -> Result:
    """Reconcile the documents.

    Raises:
        ReconcileError: a side is missing, the sides are swapped, a source holds no rows, or a
            rule names a row that is not there.
    """
    check_sides(documents)
    home = _home(settings.home)
    progress("reading the sources")
    ids = IdMaker()
    sources = tuple(parse(d, home, ids) for d in documents)
    for source in sources:
        if not source.records:
            raise ReconcileError(
                "no rows were found in this source: no table and no list that names partners",
                path=source.document.path,
            )
    zh, en = (tuple(s for s in sources if s.document.side == side) for side in ("zh", "en"))
    records = [r for s in sources for r in s.records]
    decisions = resolve(rules, records, settings.as_of)
    progress("linking names")
    linking = _link(zh, en, home, decisions, settings)
    if failed := broken_tests(rules, linking.links, records):
        raise CombinedError(tuple(_test_error(test) for test in failed))
    progress("checking")
    facts = Facts(
        sources,
        linking.hosts,
        linking.links,
        linking.open_pairs,
        home,
        settings.as_of,
        linking.repeats,
        _kept_apart(decisions),
    )
    facts = replace(facts, verdicts=verdicts(facts))
    findings, ignored = settle(rules, run_checks(facts), records, settings.as_of)
    used = uses(rules, decisions, linking.links, ignored)
    findings += rule_findings(rules, used, settings.as_of)
    return Result(
        settings.as_of,
        THRESHOLD,
        sources,
        linking.hosts,
        linking.links,
        findings,
        facts.verdicts,
        used,
        linking.considered,
    )


def _home(country: str) -> HomePlaces:
    """The places of the home country; says which countries are known where it is none of them."""
    if country not in HomePlaces.known():
        known = ", ".join(HomePlaces.known())
        raise ReconcileError(
            f"the places of the home country {country!r} are not known; known are: {known}"
        )
    return HomePlaces.load(country)


def _kept_apart(decisions: Decisions) -> dict[str, tuple[str, str]]:
    """Record id → the rule that keeps it apart from another record, and that record."""
    found: dict[str, tuple[str, str]] = {}
    for forbidden in decisions.forbidden:
        for zh, en in sorted(forbidden.pairs):
            found.setdefault(zh, (forbidden.rule.id, en))
            found.setdefault(en, (forbidden.rule.id, zh))
    return found


def _test_error(test: BrokenTest) -> ReconcileError:
    place = test.test.place
    return ReconcileError(
        f"this test does not hold: {test.why}",
        path=place.path,
        line=place.line,
        column=place.column,
    )


def _link(
    zh: tuple[ParsedSource, ...],
    en: tuple[ParsedSource, ...],
    home: HomePlaces,
    decisions: Decisions,
    settings: Settings,
) -> Linking:
    aliases: dict[tuple[str, str], list[str]] = {}
    for alias in decisions.aliases:
        aliases.setdefault((alias.side, alias.name), []).append(alias.same_as)
    countries = Counter(r.country for s in en for r in s.records)
    comparer = Comparer(NameModel.load(), aliases, curated=settings.curated, countries=countries)
    return link_records(
        zh,
        en,
        home,
        comparer,
        forced=[(f.rule.id, f.zh_id, f.en_id) for f in decisions.forced],
        forbidden=frozenset(p for f in decisions.forbidden for p in f.pairs),
    )


def check_sides(documents: Sequence[Document]) -> None:
    """Refuse a missing side, and sources that were given in the wrong places."""
    for side, name in (("zh", "Chinese"), ("en", "English")):
        if not any(d.side == side for d in documents):
            raise ReconcileError(f"no {name} source is given")
    chinese = {d.path: _han_share(d) for d in documents if d.side == "zh"}
    english = {d.path: _han_share(d) for d in documents if d.side == "en"}
    wrong_zh = next((p for p, share in chinese.items() if share < 0.02), None)
    wrong_en = next((p for p, share in english.items() if share > 0.2), None)
    if wrong_zh and wrong_en:
        raise ReconcileError(
            f"the two sources are swapped: {wrong_zh} is given as the Chinese list and has no "
            f"Chinese text, {wrong_en} is given as the English one and is Chinese. "
            "Give the Chinese list first, or use --zh and --en",
            path=wrong_zh,
        )
    if wrong_zh:
        raise ReconcileError(
            "this is given as the Chinese list and has no Chinese text", path=wrong_zh
        )
    if wrong_en:
        raise ReconcileError("this is given as the English list and is Chinese", path=wrong_en)


_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\n]*\)")


def _han_share(document: Document) -> float:
    """Share of Han characters among the letters of the first million characters, markup aside."""
    letters = [c for c in _MARKUP.sub(" ", document.text[:1_000_000]) if c.isalpha()]
    return sum(map(is_han, letters)) / max(1, len(letters))

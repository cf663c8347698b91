"""The order of the stages. Pure: documents, rules and settings in, a Result out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconcile.checks import Facts, run_checks
from reconcile.errors import CombinedError, ReconcileError
from reconcile.ids import IdMaker
from reconcile.matching.cache import CachingComparer, ComparisonCache
from reconcile.matching.comparison import Comparer
from reconcile.matching.hosts.ruled import HostNames
from reconcile.matching.linkage import Linking, link_records
from reconcile.models import Document, ParsedSource, Result
from reconcile.names.model import NameModel
from reconcile.overrides import (
    BrokenTest,
    Corrected,
    Decisions,
    RuleSet,
    answer,
    broken_tests,
    resolve,
)
from reconcile.overrides.run.correct import correct
from reconcile.places.countries import code_of
from reconcile.places.home import load_home
from reconcile.places.home.base import HomePlaces, Scope
from reconcile.scripts import has_han
from reconcile.sources import parse
from reconcile.sources.document import han_share
from reconcile.sources.lent_host import lent_host
from reconcile.weights import LINKED

Progress = Callable[[str], None]
_SIDES_KEPT = 8
"""Each holds all records of a side: enough to go back and forth between a few versions."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides its sources and rules.

    `home` is the ISO 3166-1 alpha-2 code of the country whose cities are the hosts; `as_of` the
    ISO date that counts as today; `curated` False leaves out the name entries written by hand;
    `scope` says whether the English list covers cities alone, None that the list itself tells.
    """

    as_of: str
    home: str = "CN"
    curated: bool = True
    scope: Scope | None = None


class RunCache:
    """What a run leaves behind for the next one in the same process.

    A side is read anew only where one of its documents has changed, and two rows are compared
    anew only where one of them says something else.
    """

    def __init__(self) -> None:
        self.comparisons = ComparisonCache()
        self._sides: dict[tuple[object, ...], tuple[ParsedSource, ...]] = {}

    def parse(
        self, documents: Sequence[Document], home: HomePlaces, as_of: str
    ) -> tuple[ParsedSource, ...]:
        """The documents parsed, in their order; the ISO date `as_of` counts as today.

        Where one side names no host, it is read as being of the other's, if that has just one.
        """
        today = date.fromisoformat(as_of)
        parsed = self._parse(documents, home, today)
        lent = lent_host(parsed)
        if lent is None:
            return parsed
        hosted = [replace(d, host=lent.name) if d.side == lent.to else d for d in documents]
        return tuple(
            replace(s, lent_host=lent.name) if s.document.side == lent.to else s
            for s in self._parse(hosted, home, today)
        )

    def _parse(
        self, documents: Sequence[Document], home: HomePlaces, today: date
    ) -> tuple[ParsedSource, ...]:
        sides = (self._side(documents, side, home, today) for side in ("zh", "en"))
        found = {d.id: s for side in sides for d, s in side}
        return tuple(found[d.id] for d in documents)

    def _side(
        self, documents: Sequence[Document], side: str, home: HomePlaces, today: date
    ) -> Iterator[tuple[Document, ParsedSource]]:
        own = [d for d in documents if d.side == side]
        key = (home, today, *own)
        if key not in self._sides:
            if len(self._sides) >= _SIDES_KEPT:
                del self._sides[next(iter(self._sides))]
            ids = IdMaker()
            self._sides[key] = tuple(parse(d, home, ids, today) for d in own)
        return zip(own, self._sides[key], strict=True)


def run(
    documents: Sequence[Document],
    rules: RuleSet,
    settings: Settings,
    progress: Progress = lambda stage: None,
    cache: RunCache | None = None,
) -> Result:
    """Reconcile the documents. With a `cache`, only what an earlier run has not done is done.

    Raises:
        ReconcileError: a side is missing, the sides are swapped, a source holds no rows, two
            rules contradict each other, or a test of a rule file does not hold.
    """
    check_sides(documents)
    home = home_places(settings.home)
    progress("reading the sources")
    corrected = correct(documents, rules, settings.as_of)
    stated = _read(corrected, home, settings.as_of, cache)
    decisions = resolve(rules, [r for s in stated for r in s.records], settings.as_of)
    if clashes := (*corrected.clashes, *decisions.clashes):
        raise CombinedError(clashes)
    sources = decisions.apply(stated)
    records = [r for s in sources for r in s.records]
    progress("linking names")
    linking = _link(sources, home, decisions, settings, cache)
    if failed := broken_tests(rules, linking.links, records):
        raise CombinedError(tuple(_test_error(test) for test in failed))
    progress("checking")
    facts = _facts(sources, linking, decisions, home, settings)
    findings, used = answer(
        rules, corrected, decisions, run_checks(facts), linking.links, stated, settings.as_of
    )
    return Result(
        settings.as_of,
        LINKED,
        sources,
        linking.hosts,
        linking.links,
        findings,
        facts.verdicts,
        used,
        linking.considered,
    )


def _read(
    corrected: Corrected, home: HomePlaces, as_of: str, cache: RunCache | None
) -> tuple[ParsedSource, ...]:
    """The sources as they are, read as they are corrected; refuses one without rows."""
    parsed = (cache or RunCache()).parse(corrected.documents, home, as_of)
    for source in parsed:
        if not source.records:
            raise ReconcileError(
                "no rows were found in this source: no table and no list that names partners; "
                "`reconcile read FILE` shows what was understood of it",
                path=source.document.path,
            )
    return tuple(map(corrected.restored, parsed))


def home_places(country: str) -> HomePlaces:
    """The places of the home country; refuses what is no ISO 3166-1 alpha-2 code."""
    if code_of(country, "iso2") is None:
        raise ReconcileError(
            f"{country!r} is not the code of a country; "
            "codes have two capital letters (ISO 3166-1 alpha-2), such as CN, JP or DE"
        )
    return load_home(country)


def _facts(
    sources: tuple[ParsedSource, ...],
    linking: Linking,
    decisions: Decisions,
    home: HomePlaces,
    settings: Settings,
) -> Facts:
    """What the checks look at."""
    return Facts(
        sources=sources,
        hosts=linking.hosts,
        links=linking.links,
        open_pairs=linking.open_pairs,
        home=home,
        as_of=settings.as_of,
        repeats=linking.repeats,
        kept_apart=_kept_apart(decisions),
        alone=decisions.alone,
        scope=settings.scope,
    )


def _kept_apart(decisions: Decisions) -> dict[str, tuple[str, str]]:
    """Record id → the rule that keeps it apart from another record, and that record."""
    found: dict[str, tuple[str, str]] = {}
    for forbidden in decisions.forbidden:
        for zh, en in sorted(forbidden.pairs):
            found.setdefault(zh, (forbidden.rule.id, en))
            found.setdefault(en, (forbidden.rule.id, zh))
    return found


def _test_error(test: BrokenTest) -> ReconcileError:
    return test.test.position.error(f"this test does not hold: {test.why}")


def _link(
    sources: Sequence[ParsedSource],
    home: HomePlaces,
    decisions: Decisions,
    settings: Settings,
    cache: RunCache | None,
) -> Linking:
    zh, en = (tuple(s for s in sources if s.document.side == side) for side in ("zh", "en"))
    aliases: dict[tuple[str, str], list[str]] = {}
    for alias in decisions.aliases:
        aliases.setdefault((alias.side, alias.name), []).append(alias.same_as)
    countries = Counter(r.country for s in en for r in s.records)
    curated = settings.curated
    comparer = Comparer(NameModel.load(), aliases, curated=curated, countries=countries)
    if cache is not None:
        comparer = CachingComparer(comparer, cache.comparisons)
    return link_records(
        zh,
        en,
        home,
        comparer,
        forced=[(f.rule.id, f.zh_id, f.en_id) for f in decisions.forced],
        forbidden=frozenset(p for f in decisions.forbidden for p in f.pairs),
        alone=decisions.alone,
        host_names=HostNames(
            {(h.side, h.name.strip(), (h.section or "").strip()): h.means for h in decisions.hosts}
        ),
    )


def check_sides(documents: Sequence[Document]) -> None:
    """Refuse a missing side, and sources that were given in the wrong places."""
    for side, name in (("zh", "Chinese"), ("en", "English")):
        if not any(d.side == side for d in documents):
            raise ReconcileError(f"no {name} source is given")
    wrong = {d.side: d.path for d in reversed(documents) if _is_of_other_side(d)}
    wrong_zh, wrong_en = wrong.get("zh"), wrong.get("en")
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


def _is_of_other_side(document: Document) -> bool:
    """Whether a document is in the language of the other side, and its names are so too.

    Of a table in two languages each side reads its own names.
    """
    share = han_share(document)
    if share >= 0.02 if document.side == "zh" else share <= 0.2:
        return False
    try:
        names = [r.name for r in parse(document, load_home("CN")).records]
    except ReconcileError:
        return True
    own = sum(has_han(name) == (document.side == "zh") for name in names)
    return 2 * own <= len(names)

"""Records and lists for the tests of matching."""

from __future__ import annotations

from reconcile.ids import IdMaker
from reconcile.matching.cache import CachingComparer, ComparisonCache
from reconcile.matching.candidates import CandidatePair
from reconcile.matching.comparison import Comparer
from reconcile.matching.hosts.match import MatchedHosts, match_hosts
from reconcile.matching.linkage import Linking, link_records
from reconcile.models import ParsedSource, Record, Side
from reconcile.names.model import NameModel
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document

MODEL = NameModel.load()
_CACHE = ComparisonCache()


def source_of(text: str, side: Side, home: str = "CN", ids: IdMaker | None = None) -> ParsedSource:
    """A list as the reader sees it."""
    document = read_document(text.encode(), f"{side}.md", side)
    return parse(document, load_home(home), ids or IdMaker())


def zh_list(*rows: str, host: str = "北京市", section: str = "北京") -> str:
    """A Chinese list with one host; a row is `country|partner|date`, and may end early."""
    cells = "".join(f"| {host} | {' | '.join([*r.split('|'), '', ''][:3])} |\n" for r in rows)
    titles = "| 城市 | 國家 | 友好城市 | 結好日期 |\n|---|---|---|---|\n"
    return f"## {section}\n\n{titles}{cells}"


def en_list(*rows: str, host: str = "Beijing") -> str:
    """An English list with one host."""
    return f"{host}\n\n" + "".join(f"- {row}\n" for row in rows)


def pair_of(zh: str, en: str, *, other_host: bool = False) -> CandidatePair:
    """The first record of each of two lists; the Chinese row is `country|partner|date`."""
    left, right = source_of(zh_list(zh), "zh"), source_of(en_list(en), "en")
    return CandidatePair(left.records[0], right.records[0], other_host)


def hosts_of(zh: str, en: str, home: str = "CN") -> tuple[ParsedSource, ParsedSource, MatchedHosts]:
    """Two lists and what their hosts stand for."""
    left, right = source_of(zh, "zh", home), source_of(en, "en", home)
    return left, right, match_hosts([left], [right], load_home(home), MODEL)


def linked(zh: str, en: str, home: str = "CN", **rules: object) -> tuple[list[Record], Linking]:
    """All records of two lists, and what they are linked to."""
    left, right = source_of(zh, "zh", home), source_of(en, "en", home)
    comparer = CachingComparer(Comparer(MODEL), _CACHE)
    records = [*left.records, *right.records]
    linking = link_records([left], [right], load_home(home), comparer, **rules)  # type: ignore[arg-type]  # as the caller names them
    return records, linking

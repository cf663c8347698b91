"""What speaks for and against a pair of records, besides how their names sound.

Each function of `EVIDENCE` looks at one thing and gives its piece, or None where it tells nothing.
Weights are those of `reconcile.weights`, and add up; `catalogue.evidence` has the sentences.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from reconcile import weights
from reconcile.evidence import Evidence
from reconcile.matching.candidates import CandidatePair
from reconcile.matching.divisions import divisions_of
from reconcile.matching.shared_dates import date_evidence
from reconcile.matching.targets import without_bracket
from reconcile.models import Record, Relation
from reconcile.names.model import Latin, NameModel
from reconcile.places.countries import name_of, related
from reconcile.places.known import BROAD
from reconcile.places.levels import Region
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold


@dataclass(frozen=True, slots=True)
class Levels:
    """The administrative level that each record of a pair states, or is known by.

    `of_a_city` tells that the bare name is a city's: 里約熱內盧州 and Rio de Janeiro.
    """

    zh: str | None
    en: str | None
    of_a_city: bool

    @property
    def differ(self) -> bool:
        """Whether one is an area and the other a city of the same name."""
        if self.zh is None or self.en is None:
            return (self.zh or self.en) in BROAD and self.of_a_city
        both = {self.zh, self.en}
        return len(both & BROAD) == 1 and len(both) == 2 and both != {"county", "district"}


@dataclass(frozen=True, slots=True)
class Context:
    """What a comparison knows beyond the two records.

    `known` is what the tables say of the names, and `later` whether the English one is of a later
    time; `unsaid` a word that one of the names has more than the other; `share` is the share of the
    English rows that name the English record's country.
    """

    prior: Evidence
    known: Evidence | None
    later: bool
    share: float
    levels: Levels
    unsaid: Evidence | None
    model: NameModel


def prior_of(count: int) -> Evidence:
    """The prior of one of `count` rows that a record may be: one of them is it, or none is."""
    chance = weights.RECORD_LISTED / count
    odds = math.log(chance / (1 - chance))
    return Evidence("prior", "one of {count} rows that could be meant", {"count": count}, odds)


def relation_of(pair: CandidatePair, context: Context) -> Relation:
    """How the two names of a pair are related, if it is one."""
    if pair.other_host:
        return "other-host"
    if context.later:
        return "renamed"
    seat = context.known is not None and context.known.name == "seat"
    return "level" if seat or context.levels.differ else "same"


# -- each looks at one thing ---------------------------------------------------------------------


def _prior(pair: CandidatePair, context: Context) -> Evidence | None:
    return context.prior


def _row(pair: CandidatePair, context: Context) -> Evidence | None:
    """Two names of one row, as the list says itself: the prior is another one then."""
    if not pair.one_row:
        return None
    odds = math.log(weights.RECORD_IN_ONE_ROW / (1 - weights.RECORD_IN_ONE_ROW))
    return Evidence("row", "both stand in one row", {}, odds - context.prior.weight)


def _tables(pair: CandidatePair, context: Context) -> Evidence | None:
    return context.known


def _other_place(pair: CandidatePair, context: Context) -> Evidence | None:
    """A name that the tables know in the country that both state, though by no name of this one."""
    country = pair.en.country
    if context.known is not None or country is None or country != pair.zh.country:
        return None
    known = next((p.name for p in pair.zh.place.places if p.country == country), None)
    if known is None:
        return None
    params = {"name": pair.zh.name, "place": known}
    template = "{name} is known as {place} there"
    return Evidence("other-place", template, params, weights.RECORD_OTHER_PLACE)


def _country(pair: CandidatePair, context: Context) -> Evidence | None:
    """The rarer a shared country is in the list, the more it tells."""
    zh, en = pair.zh.country, pair.en.country
    if zh is None or en is None or pair.one_row:
        return None
    if zh == en or related(zh, en):
        low, high = weights.RECORD_SAME_COUNTRY
        weight = min(max(-math.log(context.share), low), high)
        params = {"country": name_of(en, "en"), "iso": en}
        return Evidence("country", "both in {country}", params, weight)
    named = place_name(pair.zh.country_text or "").named_country
    doubtful = named is not None and named.form == "ambiguous"
    weight = weights.RECORD_DOUBTFUL_COUNTRY if doubtful else weights.RECORD_OTHER_COUNTRY
    params = {"zh_country": name_of(zh, "en"), "en_country": name_of(en, "en")}
    params |= {"zh_iso": zh, "en_iso": en}
    return Evidence("country", "{zh_country} is not {en_country}", params, weight)


def _date(pair: CandidatePair, context: Context) -> Evidence | None:
    """Two dates of two rows: one row has one date for both its names."""
    return None if pair.one_row else date_evidence(pair.zh, pair.en, pair.date_share)


def _unsaid(pair: CandidatePair, context: Context) -> Evidence | None:
    return context.unsaid


def _level(pair: CandidatePair, context: Context) -> Evidence | None:
    levels = context.levels
    if levels.zh is None or levels.en is None:
        return None
    weight = weights.RECORD_OTHER_LEVEL if levels.differ else weights.RECORD_SAME_LEVEL
    if levels.zh == levels.en:
        return Evidence("level", "both a {level}", {"level": levels.zh}, weight)
    params = {"zh_level": levels.zh, "en_level": levels.en}
    return Evidence("level", "a {zh_level} and a {en_level}", params, weight)


def _parent(pair: CandidatePair, context: Context) -> Evidence | None:
    """What the names themselves place the partners in: 首爾 of 首爾鍾路區, or a state."""
    if divisions := divisions_of(pair.zh, pair.en):
        return _division(*divisions)
    zh, en = pair.zh.parent, pair.en.parent
    if not (zh and en) or zh == en:
        return None
    listed = any(fold(p.name) == fold(en) for p in place_name(zh).places)
    if listed or context.model.compare(zh, [Latin(en, pair.en.country)])[0].weight > 0:
        return Evidence("parent", "both in {parent}", {"parent": en}, weights.RECORD_SAME_PARENT)
    params = {"zh": zh, "en": en}
    return Evidence("parent", "{zh} is not {en}", params, weights.RECORD_OTHER_PARENT)


def _division(zh: Region, en: Region) -> Evidence:
    """Two towns of one name in two states are no more one than any two."""
    if zh == en:
        return Evidence("parent", "both in {parent}", {"parent": en.en}, weights.RECORD_SAME_PARENT)
    params = {"zh": zh.en, "en": en.en}
    return Evidence("parent", "{zh} is not {en}", params, weights.RECORD_OTHER_DIVISION)


def _host(pair: CandidatePair, context: Context) -> Evidence | None:
    if not pair.other_host:
        return None
    params = {"en_host": pair.en.host, "zh_host": pair.zh.host}
    template = "under {en_host}, not {zh_host}"
    return Evidence("host", template, params, weights.RECORD_OTHER_HOST)


EVIDENCE: tuple[Callable[[CandidatePair, Context], Evidence | None], ...] = (
    _prior,
    _row,
    _tables,
    _other_place,
    _country,
    _date,
    _unsaid,
    _level,
    _parent,
    _host,
)


# -- levels --------------------------------------------------------------------------------------


def levels_of(zh: Record, en: Record) -> Levels:
    """The levels of two records; a name that is both a region's and a city's (東京) states none."""
    name = zh.place.in_country(zh.country or en.country)
    plain = en.place.bare.folded
    cities = name.bare.places
    of_a_city = any(p.country == en.country and fold(p.name) == plain for p in cities)
    shown = name.kind
    if shown is None and zh.target:  # a bare label over a link to 延雪平省
        shown = place_name(without_bracket(zh.target), name.country).kind
    return Levels(shown or _known(name, of_a_city), _stated(en.place, of_a_city), of_a_city)


def _stated(name: PlaceName, of_a_city: bool) -> str | None:
    return name.kind or _known(name, of_a_city)


def _known(name: PlaceName, of_a_city: bool) -> str | None:
    """The level of the one division that a name without level is the usual name of (Lombardy)."""
    regions = [r for r in name.regions if r.bare]
    return regions[0].kind if len(regions) == 1 and not of_a_city else None

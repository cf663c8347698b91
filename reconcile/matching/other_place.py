"""Whether two names are of one place: the second question about a pair, asked of its names alone.

That two rows state one agreement may follow from host, country and day, whatever names they have.
The names then are of one place, or known to be of two, or nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from reconcile import weights
from reconcile.matching.comparison import Comparison
from reconcile.matching.divisions import divisions_of
from reconcile.matching.score import probability
from reconcile.matching.targets import linked_title
from reconcile.models import OtherPlace, Record
from reconcile.names.forms import latin_forms
from reconcile.names.model import Latin, NameModel
from reconcile.places.known import is_known
from reconcile.places.match import match_name
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold

_ALIKE = 75
"""Latin names of this similarity (0..100, of insertions and deletions) may be spellings of one."""
_OF_CANDIDATES = ("prior", "size", "alternatives")
"""Evidence that is not of the two names."""
_WHOLE = ("whole", "base", "no-admin", "no-suffix", "no-connective")
"""Kinds of forms (`names.forms`) that are of the whole name."""

LinkedNames = Mapping[tuple[str, str | None], Record]
"""Simplified Chinese name and country → the English record that it certainly names in a list."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What two names tell by themselves.

    `probability` is that they are of one place; `other` the place that the Chinese name is of,
    where that is not the English one's.
    """

    probability: float
    other: OtherPlace | None = None
    doubtful: bool = False
    """Whether the Chinese name is another place's, but what the English one is of is not known."""

    @property
    def one_place(self) -> bool:
        """Whether nothing speaks against it that they are of one place."""
        likely = self.probability >= weights.ONE_PLACE
        return likely and self.other is None and not self.doubtful


def names_probability(it: Comparison) -> float:
    """How likely two names are of one place, by themselves: before comparing it is one half."""
    return probability(it.names)


def linked_names(pairs: Iterable[Comparison]) -> LinkedNames:
    """The Chinese names of the linked pairs whose names leave no doubt."""
    return {
        (it.pair.zh.place.simple, it.pair.en.country): it.pair.en
        for it in pairs
        if it.names >= weights.SURE_NAMES
    }


def naming(it: Comparison, model: NameModel, linked: LinkedNames, *, curated: bool) -> Naming:
    """Judge the names of a pair.

    Args:
        it: the pair, compared.
        model: the name model, for the places that the Chinese name may be of instead.
        linked: what other rows call by the same Chinese name.
        curated: False leaves out every name entry written by hand.
    """
    chance = names_probability(it)
    divisions = divisions_of(it.pair.zh, it.pair.en)
    if divisions and divisions[0] != divisions[1]:
        there = f"{it.pair.zh.name} ({divisions[0].en})"
        return Naming(chance, OtherPlace(there, "listed", certain=True))
    if it.listed:
        return Naming(chance)
    country = it.pair.zh.country or it.pair.en.country
    english = it.pair.en.place.in_country(country)
    places = tuple(_known_as(it.pair.zh, country, curated=curated))
    if places and not _are_one(english, places):
        if not _is_likelier(it, model, places, country, curated=curated):
            return Naming(chance)
        return _of_two_places(chance, OtherPlace(places[0], "listed"), english)
    if chance >= weights.ONE_PLACE and not (it.names < weights.SURE_SOUND and is_known(english)):
        return Naming(chance)
    row = linked.get((it.pair.zh.place.simple, it.pair.en.country))
    if row is not None and fold(row.name) != english.folded:
        return Naming(chance, OtherPlace(row.name, "row", record=row.id))
    return _by_sound(it, english, country, chance)


def _of_two_places(chance: float, other: OtherPlace, english: PlaceName) -> Naming:
    """The names are of two places, if the English one is of any: it may be a name of old (Peking).

    That it is of a place in the very country makes it certain, where a table has the Chinese one.
    """
    if other.known == "listed" and is_known(english):
        return Naming(chance, replace(other, certain=True))
    known = is_known(english) or is_known(english.in_country(None))
    return Naming(chance, other) if known else Naming(chance, doubtful=True)


def _known_as(zh: Record, country: str | None, *, curated: bool) -> Iterable[str]:
    """The places of the country that the tables have under a Chinese name, or its link's title."""
    for text in filter(None, (zh.name, linked_title(zh))):
        name = place_name(text, country)
        if curated:
            yield from (x for e in name.exonyms if e.country == country for x in e.latin)
            yield from (r.en for r in name.regions if name.level or r.bare)
        yield from (p.name for p in name.places_there)


def _are_one(english: PlaceName, places: Iterable[str]) -> bool:
    """Whether the English name may be another spelling of one of the places.

    One that is known in the country is that place's alone; any other may be cut or misspelt.
    """
    known = english.country is not None and is_known(english)
    return any(
        _written_alike(english.text, place) or (not known and _may_be_meant(english.text, place))
        for place in places
    )


def _written_alike(one: str, other: str) -> bool:
    return not _whole(one).isdisjoint(_whole(other))


def _may_be_meant(one: str, other: str) -> bool:
    """Whether one name is a part of the other, or nearly the same."""
    forms = [{f.text for f in latin_forms(name)} for name in (one, other)]
    cut = not (_whole(one).isdisjoint(forms[1]) and _whole(other).isdisjoint(forms[0]))
    return cut or fuzz.ratio(fold(one), fold(other)) >= _ALIKE


def _whole(name: str) -> set[str]:
    """The forms of a Latin name that leave out no more than words of its level."""
    return {f.text for f in latin_forms(name) if f.kind in _WHOLE}


def _is_likelier(
    it: Comparison,
    model: NameModel,
    places: Iterable[str],
    country: str | None,
    *,
    curated: bool,
) -> bool:
    """Whether a Chinese name is rather that of a place which a table has than the English one.

    Tables lack some names and have some wrong ones: what sounds as well as a listed one may be it.
    An established name need not sound like its place, and may sound a little like another.
    """
    least = weights.SURE_SOUND if curated and it.pair.zh.place.exonyms else 0.0
    if names_probability(it) < weights.ONE_PLACE or it.names < least:
        return True
    scores = model.compare(it.pair.zh.name, [Latin(place, country) for place in places])
    return max(s.weight for s in scores) - it.name.score.weight >= weights.FAR_LIKELIER


def _by_sound(it: Comparison, english: PlaceName, country: str | None, chance: float) -> Naming:
    """A name that no table has, by the places of the country that it sounds like."""
    likeliest = next(iter(match_name(it.pair.zh.name, country=country, limit=1)), None)
    if likeliest is None:
        return Naming(chance)
    if _are_one(english, [likeliest.name]):
        # That place's name written otherwise, if no word of it makes it another: Orlando Park.
        more = any(e.name == "unsaid" for e in it.others)
        return Naming(chance if more else max(chance, likeliest.probability))
    sound = sum(e.weight for e in likeliest.evidence if e.name not in _OF_CANDIDATES)
    surely = likeliest.probability >= weights.OTHER_PLACE and sound >= weights.SURE_SOUND
    if not surely or sound < it.names + weights.FAR_LIKELIER:
        return Naming(chance)
    return _of_two_places(chance, OtherPlace(likeliest.name, "sound"), english)

"""Checks of which name of a place is used: two of them, unusual ones, parts of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reconcile.catalogue.finding_names import FindingName
from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import HAN_WRITING, StatedName, StatedNames
from reconcile.models import Record
from reconcile.names.readings.mandarin import character
from reconcile.places.exonyms import exonyms_of
from reconcile.places.gazetteer import Place, beginning_with, named
from reconcile.places.placename import PlaceName, place_name
from reconcile.places.usage import usage_for, usage_of
from reconcile.scripts import fold
from reconcile.vocabulary import LAST_BRACKET

SURE = 0.97
"""The probability from which a link tells what place a row means."""
TOWN = 20_000
"""People that the one place must have that a name is a part of."""
CITY = 100_000
"""People of a city whose name is well known."""
SHORTEST, LONG = 3, 5
"""Characters of a name that a known one may be meant by: one sounds alike, one is left out."""

_INITIALS = "bpmfdtnlgkhjqxzcsryw"
_SILENT = "尔斯特德姆克茨夫普布格赫"
"""Characters that stand for a single consonant, which one transliteration has and another not."""


def _stem(name: StatedName) -> str:
    """The name without bracket, level word, script and hyphens."""
    return _plain(LAST_BRACKET.sub("", name.text), name.country)


def _plain(text: str, country: str | None) -> str:
    return place_name(text, country).bare.key


def _linked(facts: Facts, record: Record) -> str | None:
    """The English name of the safe counterpart of a Chinese row."""
    link = facts.link_of.get(record.id)
    if link is None or link.relation != "same" or min(link.probability, link.names) < SURE:
        return None
    return facts.by_id[link.en].name


def _is_known(name: PlaceName) -> bool:
    """Whether any table has the very name in its country."""
    return (
        bool(name.regions or usage_of(name.key, name.country))
        or any(e.country == name.country for e in name.exonyms)
        or any(p.alias in (name.key, name.key + "市") for p in name.places_there)
    )


# -- two names of one place --------------------------------------------------------------------


@dataclass(slots=True)
class _Spellings:
    """How a list writes one place: stem of its Chinese name → the names that have it."""

    latin: str
    forms: dict[str, list[StatedName]] = field(default_factory=dict)

    def add(self, name: StatedName) -> None:
        """Count a name that means the place."""
        self.forms.setdefault(_stem(name), []).append(name)


def mixed_transliterations(facts: Facts) -> Iterator[Draft]:
    """Places that a list writes in two ways, and divisions written unlike their namesakes."""
    for names in facts.names_of("zh"):
        spelt, unknown = _spellings(facts, names)
        yield from _unlike_most(names, spelt.values())
        in_country: dict[str, list[_Spellings]] = defaultdict(list)
        for (country, _), spellings in spelt.items():
            in_country[country].append(spellings)
        for name in unknown:
            near = [s for s in in_country[name.country or ""] if _is_variant(name, s.forms)]
            if len(near) == 1:
                usual = next(iter(near[0].forms.values()))[0]
                yield _mixed(names, name, usual, near[0].latin)


def _spellings(
    facts: Facts, names: StatedNames
) -> tuple[dict[tuple[str, str], _Spellings], list[StatedName]]:
    """(country, folded Latin name) → how the place is written; and the names of unknown places."""
    spelt: dict[tuple[str, str], _Spellings] = {}
    unknown = []
    for name in names.partners:
        latin = _latin(facts, name)
        for place in latin:
            key = (name.country or "", fold(place).removesuffix("city"))
            spelt.setdefault(key, _Spellings(place)).add(name)
        if not latin and _is_open(facts, name):
            unknown.append(name)
    return spelt, unknown


def _unlike_most(names: StatedNames, places: Iterable[_Spellings]) -> Iterator[Draft]:
    """The names of each place that are written unlike most of them; each row is told of once."""
    seen: set[tuple[str, ...]] = set()
    for place in places:
        usual, *others = sorted(place.forms.values(), key=lambda rows: -len(rows))
        for name in (n for rows in others for n in rows if n.records not in seen):
            seen.add(name.records)
            yield _mixed(names, name, usual[0], place.latin)


def _is_open(facts: Facts, name: StatedName) -> bool:
    """Whether nothing says what a partner of a stated country is."""
    if name.country is None or name.country in HAN_WRITING or name.record is None:
        return False
    linked = name.record.id in facts.link_of or _is_known(name.place)
    return not linked and name.place.level is None


def _is_variant(name: StatedName, forms: Iterable[str]) -> bool:
    """Whether a name differs from one of the forms by a character that sounds alike."""
    stem = _stem(name)
    return len(stem) >= SHORTEST and any(
        len(x) >= SHORTEST and _one_apart(stem, x, _sounds_alike) for x in forms
    )


def _mixed(names: StatedNames, name: StatedName, other: StatedName, place: str) -> Draft:
    return Draft(
        "mixed-transliteration",
        [name.ref, other.ref],
        {
            "text": name.text,
            "line": name.ref.line,
            "other": other.text,
            "other_line": other.ref.line,
            "place": place.removesuffix(" City"),
        },
        records=[*name.records, *other.records],
        subject=name.records,
        group=group_id("mixed-transliteration", names.side),
    )


def _latin(facts: Facts, name: StatedName) -> tuple[str, ...]:
    """The Latin name of the place that a partner certainly is, without level word."""
    country = name.country
    if country is None or country in HAN_WRITING or name.record is None:
        return ()
    if (linked := _linked(facts, name.record)) is not None:
        return (place_name(linked, country).stem,)
    place = name.place
    if place.regions:
        titles = [place_name(LAST_BRACKET.sub("", r.en), country).stem for r in place.regions]
        return tuple(titles) if len(titles) == 1 else ()
    if place.kind in ("region", "county"):
        return ()
    if usage := usage_of(_stem(name), country):
        return (usage.latin,)
    listed = [e.latin[0] for e in place.exonyms if e.country == country]
    found = dict.fromkeys([*listed, *(p.name for p in place.places_there)])
    return tuple(found) if len(found) == 1 else ()


# -- unusual names, parts of names -------------------------------------------------------------


def unusual_names(facts: Facts) -> Iterator[Draft]:
    """Partners under another name than those by which the place is known, or a part of one."""
    for names in facts.names_of("zh"):
        for name in names.partners:
            found = _unusual(facts, name)
            if found is None:
                continue
            finding, place, usual = found
            shown = tuple(names.written(x) for x in usual[:3])
            yield Draft(
                finding,
                [name.ref],
                {"partner": name.text, "host": name.host, "place": place, "usual": shown},
                records=name.records,
                group=group_id(finding, names.side),
                suggestion=shown[0] if finding == "truncated-name" and len(shown) == 1 else None,
            )


_Unusual = tuple[FindingName, str, tuple[str, ...]]
"""The name of the finding, the place in Latin letters, its usual names."""


def _unusual(facts: Facts, name: StatedName) -> _Unusual | None:
    record, country = name.record, name.country
    if record is None or country is None or country in HAN_WRITING:
        return None
    if record.id in facts.link_of:
        latin = _linked(facts, record)
        return _unlike_known(name, latin, country) if latin is not None else None
    if name.place.level or _is_known(name.place):
        return None
    return _cut_short(name, country) or _near_miss(name, country)


def _unlike_known(name: StatedName, latin: str, country: str) -> _Unusual | None:
    """What is unlike the reviewed names of a linked partner."""
    if whole := _full_names(name, latin, country):
        return "truncated-name", latin, whole
    if _is_known(name.place):
        return None
    if usage := usage_for(latin, country):
        known = usage.regions_of(_stem(name))
        return None if known else ("unusual-transliteration", latin, usage.usual)
    return _unlike_listed(name, latin, country)


def _unlike_listed(name: StatedName, latin: str, country: str) -> _Unusual | None:
    """A name of a well-known city that lacks an end, or has another character of the same sound."""
    stem = _stem(name)
    aliases = [p.alias for p in named(latin, country) if p.population >= CITY]
    for alias in aliases:
        if len(stem) >= SHORTEST - 1 and len(alias) - len(stem) == 1 and alias.startswith(stem):
            return "truncated-name", latin, (alias,)
    near = [x for x in aliases if len(stem) >= SHORTEST and _one_apart(stem, x, _homophones)]
    return ("unusual-transliteration", latin, (near[0],)) if near else None


def _full_names(name: StatedName, latin: str, country: str) -> tuple[str, ...]:
    """The names of a linked city of which a row has a part: Oklahoma for Oklahoma City."""
    known = exonyms_of(latin, country)
    if latin.endswith(" City"):
        known += tuple(p.alias for p in named(latin, country))
    stem, keys = _stem(name), {x: place_name(x, country).key for x in known}
    if stem in keys.values() or name.place.places_there:
        return ()
    plain = [x for x in known if _plain(x, country) != stem]
    return tuple(x for x in plain if _is_part(stem, keys[x]))


def _is_part(short: str, whole: str) -> bool:
    """Whether `short` is `whole` without its beginning or end, one character aside."""
    missing = len(whole) - len(short)
    if len(short) < 2 or missing < 1:
        return False
    pieces = (whole[: len(short)], whole[missing:])
    return any(
        sum(a != b for a, b in zip(short, p, strict=True)) <= len(short) // 4 for p in pieces
    )


def _cut_short(name: StatedName, country: str) -> _Unusual | None:
    """The one place of the country whose name goes on where this one ends."""
    key = name.place.key
    found = (
        p
        for p in beginning_with(key, country)
        if p.population >= TOWN and 0 < len(p.alias) - len(key) <= 2
    )
    return _only("truncated-name", found)


def _near_miss(name: StatedName, country: str) -> _Unusual | None:
    """The one city of the country whose name this one is but for one character."""
    stem = _stem(name)
    if len(stem) < SHORTEST:
        return None
    near = (
        p
        for p in beginning_with(stem[:2], country)
        if p.population >= CITY and _one_apart(stem, p.alias, _rhymes)
    )
    return _only("unusual-transliteration", near)


def _only(finding: FindingName, places: Iterable[Place]) -> _Unusual | None:
    """What is found if the entries are all of one place, of which the last is taken."""
    by_id = {p.id: p for p in places}
    if len(by_id) != 1:
        return None
    (place,) = by_id.values()
    return finding, place.name, (place.alias,)


# -- names that sound alike --------------------------------------------------------------------


def _one_apart(one: str, other: str, alike: Callable[[str, str], bool]) -> bool:
    """Whether one character is another that is alike, or one that may be silent is left out."""
    if len(one) == len(other):
        unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        return len(unlike) == 1 and alike(*unlike[0])
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    left_out = [c for i, c in enumerate(long) if long[:i] + long[i + 1 :] == short]
    return bool(left_out) and (left_out[0] in _SILENT or len(short) > LONG)


def _sounds(char: str) -> tuple[set[str], set[str]]:
    """The initials and the finals of a character's readings."""
    readings = [reading for reading, _ in character(char)]
    finals = [reading.lstrip(_INITIALS) for reading in readings]
    initials = {r.removesuffix(f) for r, f in zip(readings, finals, strict=True)}
    return initials - {""}, set(finals) - {""}


def _homophones(one: str, other: str) -> bool:
    """Whether two characters have a reading in common."""
    return bool({r for r, _ in character(one)} & {r for r, _ in character(other)})


def _rhymes(one: str, other: str) -> bool:
    """Whether two characters have one final: 丁 and 汀."""
    return bool(_sounds(one)[1] & _sounds(other)[1])


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two characters have one initial or one final: 班 and 本."""
    return _rhymes(one, other) or bool(_sounds(one)[0] & _sounds(other)[0])


CHECKS = (
    Check(mixed_transliterations, ("mixed-transliteration",)),
    Check(unusual_names, ("unusual-transliteration", "truncated-name")),
)

"""Checks of which name of a place is used: two of them, unusual ones, parts of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reconcile.catalogue.finding_names import FindingName
from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import BRACKET, HAN_WRITING, StatedName, StatedNames
from reconcile.models import Param, Record
from reconcile.names.readings.mandarin import character
from reconcile.places.exonyms import exonyms, exonyms_of
from reconcile.places.gazetteer import alias_key, beginning_with, lookup, named
from reconcile.places.levels import english_level, find_region, split_level
from reconcile.places.usage import usage_for, usage_of
from reconcile.scripts import Script, fold, to_traditional

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


# -- two names of one place --------------------------------------------------------------------


def mixed_transliterations(facts: Facts) -> Iterator[Draft]:
    """Places that a list writes in two ways, and divisions written unlike their namesakes."""
    for names in facts.names_of("zh"):
        spelt: dict[tuple[str, str], dict[str, list[StatedName]]] = {}
        places: dict[tuple[str, str], str] = {}
        unknown = []
        for name in names.partners:
            latin = _latin(facts, name)
            for place in latin:
                key = (name.country or "", fold(place).removesuffix("city"))
                places.setdefault(key, place)
                spelt.setdefault(key, {}).setdefault(_stem(name), []).append(name)
            if not latin and _is_open(facts, name):
                unknown.append(name)
        told: set[tuple[str, ...]] = set()
        for key, forms in spelt.items():
            usual, *others = sorted(forms.values(), key=lambda rows: -len(rows))
            for name in (n for rows in others for n in rows if n.records not in told):
                told.add(name.records)
                yield _mixed(names, name, usual[0], places[key])
        known: dict[str, list[tuple[str, str]]] = {}
        for key in spelt:
            known.setdefault(key[0], []).append(key)
        for name in unknown:
            near = [k for k in known.get(name.country or "", ()) if _is_variant(name, spelt[k])]
            if len(near) == 1:
                yield _mixed(names, name, next(iter(spelt[near[0]].values()))[0], places[near[0]])


def _is_open(facts: Facts, name: StatedName) -> bool:
    """Whether nothing says what a partner of a stated country is."""
    if name.country is None or name.country in HAN_WRITING or name.record is None:
        return False
    linked = name.record.id in facts.link_of or _is_known(name.text, name.country)
    return not linked and split_level(name.text, name.country)[1] is None


def _is_variant(name: StatedName, forms: Iterable[str]) -> bool:
    """Whether a name differs from one of the forms by a character that sounds alike."""
    stem = _stem(name)
    return len(stem) >= SHORTEST and any(
        len(x) >= SHORTEST and _one_apart(stem, x, _sounds_alike) for x in forms
    )


def _mixed(names: StatedNames, name: StatedName, other: StatedName, place: str) -> Draft:
    params: dict[str, Param] = {
        "text": name.text,
        "line": name.ref.line,
        "other": other.text,
        "other_line": other.ref.line,
        "place": place,
    }
    return Draft(
        "mixed-transliteration",
        [name.ref, other.ref],
        params,
        records=[*name.records, *other.records],
        group=group_id("mixed-transliteration", names.side),
    )


def _stem(name: StatedName) -> str:
    """The name without level word, script and hyphens."""
    return alias_key(split_level(BRACKET.sub("", name.text), name.country)[0])


def _latin(facts: Facts, name: StatedName) -> tuple[str, ...]:
    """The Latin name of the place that a partner certainly is, without level word."""
    if name.country is None or name.country in HAN_WRITING or name.record is None:
        return ()
    if (linked := _linked(facts, name.record)) is not None:
        return (english_level(linked, name.country)[0],)
    level = split_level(name.text, name.country)[1]
    if regions := find_region(name.text, name.country):
        if len(regions) == 1:
            return (english_level(BRACKET.sub("", regions[0].en), name.country)[0],)
        return ()
    if level is not None and level.kind in ("region", "county"):
        return ()
    if usage := usage_of(_stem(name), name.country):
        return (usage.latin,)
    listed = [e.latin[0] for e in exonyms(name.text) if e.country == name.country]
    places = [p.name for p in lookup(name.text) if p.country == name.country]
    found = dict.fromkeys([*listed, *places])
    return tuple(found) if len(found) == 1 else ()


def _linked(facts: Facts, record: Record) -> str | None:
    """The English name of the safe counterpart of a Chinese row."""
    link = facts.link_of.get(record.id)
    if link is None or link.relation != "same" or link.probability < SURE:
        return None
    return facts.by_id[link.en].name


# -- unusual names, parts of names -------------------------------------------------------------


def unusual_names(facts: Facts) -> Iterator[Draft]:
    """Partners under another name than those by which the place is known, or a part of one."""
    for names in facts.names_of("zh"):
        script = names.majority[0]
        for name in names.partners:
            record, country = name.record, name.country
            if record is None or country is None or country in HAN_WRITING:
                continue
            if record.id in facts.link_of:
                found = _unlike_known(name, _linked(facts, record), country)
            else:
                found = _unlike_any(name, country)
            if found is None:
                continue
            code, place, usual = found
            shown = tuple(_written(x, script) for x in usual[:3])
            yield Draft(
                code,
                [name.ref],
                {
                    "partner": name.text,
                    "host": record.host,
                    "place": place,
                    "usual": shown,
                },
                records=name.records,
                group=group_id(code, names.side),
                suggestion=shown[0] if code == "truncated-name" and len(shown) == 1 else None,
            )


def _written(name: str, script: Script) -> str:
    return to_traditional(name) if script == "traditional" else name


_Found = tuple[FindingName, str, tuple[str, ...]]
"""The name of the finding, the place in Latin letters, its usual names."""


def _unlike_known(name: StatedName, latin: str | None, country: str) -> _Found | None:
    """What is unlike the reviewed names of a linked partner."""
    if latin is None:
        return None
    if whole := _full_names(name, latin, country):
        return "truncated-name", latin, whole
    usage = usage_for(latin, country)
    if usage is None or usage.regions_of(_stem(name)) or _is_known(name.text, country):
        return None
    return "unusual-transliteration", latin, usage.usual


def _full_names(name: StatedName, latin: str, country: str) -> tuple[str, ...]:
    """The names of a linked city of which a row has a part: Oklahoma for Oklahoma City."""
    known = exonyms_of(latin, country)
    if latin.endswith(" City"):
        known += tuple(p.alias for p in named(latin, country))
    stem = _stem(name)
    if not known or stem in map(alias_key, known):
        return ()
    if any(p.country == country for p in lookup(name.text)):
        return ()
    plain = [x for x in known if alias_key(x) != stem and _plain(x, country) != stem]
    return tuple(x for x in plain if _is_part(stem, alias_key(x)))


def _plain(zh: str, country: str) -> str:
    return alias_key(split_level(zh, country)[0])


def _is_part(short: str, whole: str) -> bool:
    """Whether `short` is `whole` without its beginning or end, one character aside."""
    missing = len(whole) - len(short)
    if len(short) < 2 or missing < 1:
        return False
    pieces = (whole[: len(short)], whole[missing:])
    return any(
        sum(a != b for a, b in zip(short, p, strict=True)) <= len(short) // 4 for p in pieces
    )


def _unlike_any(name: StatedName, country: str) -> _Found | None:
    """What a name that no table knows is a part of, or nearly is."""
    if split_level(name.text, country)[1] or _is_known(name.text, country):
        return None
    return _cut_short(name, country) or _near_miss(name, country)


def _cut_short(name: StatedName, country: str) -> _Found | None:
    """The one place of the country whose name goes on where this one ends."""
    key = alias_key(name.text)
    found = {
        p.id: p
        for p in beginning_with(key, country)
        if p.population >= TOWN and 0 < len(p.alias) - len(key) <= 2
    }
    if len(found) != 1:
        return None
    (place,) = found.values()
    return "truncated-name", place.name, (place.alias,)


def _is_known(text: str, country: str) -> bool:
    """Whether any table has the very name in the country."""
    exact = (alias_key(text), alias_key(text) + "市")
    return (
        bool(find_region(text, country) or usage_of(alias_key(text), country))
        or any(e.country == country for e in exonyms(text))
        or any(p.country == country and p.alias in exact for p in lookup(text))
    )


def _near_miss(name: StatedName, country: str) -> _Found | None:
    """The one city of the country whose name this one is but for one character."""
    stem = _stem(name)
    if len(stem) < SHORTEST:
        return None
    near = {
        p.id: p
        for p in beginning_with(stem[:2], country)
        if p.population >= CITY and _one_apart(stem, p.alias, _rhymes)
    }
    if len(near) != 1:
        return None
    (place,) = near.values()
    return "unusual-transliteration", place.name, (place.alias,)


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


def _parts(char: str) -> tuple[set[str], set[str]]:
    """The initials and the finals of a character's readings."""
    readings = [reading for reading, _ in character(char)]
    finals = [reading.lstrip(_INITIALS) for reading in readings]
    initials = {r.removesuffix(f) for r, f in zip(readings, finals, strict=True)}
    return initials - {""}, set(finals) - {""}


def _rhymes(one: str, other: str) -> bool:
    """Whether two characters have one final: 丁 and 汀."""
    return bool(_parts(one)[1] & _parts(other)[1])


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two characters have one initial or one final: 班 and 本."""
    return _rhymes(one, other) or bool(_parts(one)[0] & _parts(other)[0])


CHECKS = (
    Check(mixed_transliterations, ("mixed-transliteration",)),
    Check(unusual_names, ("unusual-transliteration", "truncated-name")),
)

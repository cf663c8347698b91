"""Checks of hosts and of the words for administrative levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import HAN_WRITING, StatedNames
from reconcile.models import Block, Param
from reconcile.places.former import former
from reconcile.places.home.base import HOME_LEVELS, HomePlace
from reconcile.places.levels import split_level
from reconcile.scripts import Script, fold, to_simplified, to_traditional

_SUFFIXES = "市县区州盟旗省"
"""Last characters of full names of home places, simplified."""
_CITIES = ("municipality", "prefecture-city", "city")
"""Levels of which a bare English title is first read."""


# -- names of hosts ----------------------------------------------------------------------------


def host_names(facts: Facts) -> Iterator[Draft]:
    """Hosts that are misspelt, abbreviated, or named as they were before."""
    for names in facts.names_of("zh"):
        script = names.majority[0]
        seen = set()
        for host in names.hosts:
            if host.text in seen or (found := _misnamed(facts, host.text)) is None:
                continue
            seen.add(host.text)
            problem, usual = found
            shown = to_traditional(usual) if script == "traditional" else usual
            yield Draft(
                "host-name",
                [host.ref],
                {"host": host.text, "problem": problem, "usual": shown},
                key=[host.text],
                group=None if problem == "misspelt" else group_id("host-name", names.side),
                suggestion=_suggested(host.text, shown, script) if problem == "misspelt" else shown,
                severity="warning" if problem == "misspelt" else None,
            )


def _misnamed(facts: Facts, text: str) -> tuple[str, str] | None:
    """What is wrong with the name of a host, and its usual name, simplified."""
    simple = to_simplified("".join(text.split()))
    places = facts.home.find(simple)
    if not places or simple[-1] not in _SUFFIXES:
        return None
    if any(p.full and simple.endswith(p.full) for p in places):
        return None
    if entry := former(simple, facts.home.country):
        return "former", entry.now_zh
    return _by_place(simple, places)


def _by_place(simple: str, places: tuple[HomePlace, ...]) -> tuple[str, str] | None:
    if len({p.full for p in places}) > 1 or not places[0].full:
        return None
    place = places[0]
    tail = simple[-len(place.full) :]
    if (
        len(tail) == len(place.full)
        and sum(a != b for a, b in zip(tail, place.full, strict=True)) == 1
        and tail[-1] == place.full[-1]
    ):
        return "misspelt", place.full
    if place.level == "town" or not place.zh:
        return None
    short = simple.startswith(place.zh) and simple[-1] == place.full[-1]
    if short and len(simple) < len(place.full):
        return "short", place.full
    if simple[:-1] == place.zh and simple[-1] != place.full[-1]:
        return "former", place.full
    return None


def _suggested(text: str, usual: str, script: Script) -> str:
    """The host with its misspelt part replaced."""
    return text[: len(text) - len(usual)] + usual


# -- hosts of several readings -----------------------------------------------------------------


def ambiguous_hosts(facts: Facts) -> Iterator[Draft]:
    """Hosts whose counterpart stays open, and English titles that several home places share."""
    seen: set[tuple[str, str]] = set()
    for source in facts.side("zh"):
        for record in source.records:
            match = facts.hosts[record.id]
            if not match.ambiguous or (record.section, record.host) in seen:
                continue
            seen.add((record.section, record.host))
            titles = [facts.en_blocks[i].host for i in match.ambiguous]
            places = facts.home.find_en(titles[0])
            one = len(titles) == 1
            readings: dict[str, Param] = {
                "readings": "one" if one else "blocks",
                "blocks": tuple(titles),
                "places": tuple(_placed(p) for p in places) if one else (),
                "open": "open",
            }
            yield Draft(
                "ambiguous-host",
                [record.host_ref],
                {"host": record.host, **readings},
                key=[record.section, record.host],
            )
    told = {i for match in facts.hosts.values() for i in match.ambiguous}
    for names in facts.names_of("en"):
        for block in names.source.blocks:
            placed = "," in (names.target(block.ref) or "")
            if facts.en_host_of(block.id) in told or placed:
                continue
            if places := _homonyms(facts, block.host):
                yield _ambiguous_title(facts, block, places, names.side)


def _ambiguous_title(facts: Facts, block: Block, places: tuple[HomePlace, ...], side: str) -> Draft:
    taken = facts.zh_hosts_of.get(facts.en_host_of(block.id), [])
    params: dict[str, Param] = {
        "host": block.host,
        "readings": "places",
        "places": tuple(_placed(p) for p in places),
        "open": "taken" if taken else "open",
        "taken": taken[0] if taken else "",
    }
    return Draft(
        "ambiguous-host",
        [block.ref],
        params,
        key=["title", block.host],
        group=group_id("ambiguous-host", side),
    )


def _homonyms(facts: Facts, title: str) -> tuple[HomePlace, ...]:
    """The places of one rank that a title without province can mean, if there are several."""
    if "," in title:
        return ()
    exact = [p for p in facts.home.find_en(title) if fold(p.en) == fold(title)]
    cities = [p for p in exact if p.level in _CITIES]
    best = min((HOME_LEVELS.index(p.level) for p in exact), default=0)
    found = cities or [p for p in exact if HOME_LEVELS.index(p.level) == best]
    if len(found) == 1 and found[0].level == "county-city":
        found += [p for p in exact if p.level == "county"]
    return tuple(found) if len({p.zh for p in found} | {p.province for p in found}) > 2 else ()


def _placed(place: HomePlace) -> str:
    """A home place with its province, told apart from its namesakes."""
    return f"{place.full} ({place.province})" if place.province else place.full


# -- words for levels --------------------------------------------------------------------------

_PAIRS = (frozenset("县郡"), frozenset("省州"))
"""Words that one country's units of one level are called by in Chinese."""


def admin_levels(facts: Facts) -> Iterator[Draft]:
    """Units of one country and level that are called by two words in one list."""
    for names in facts.names_of("zh"):
        rows = [(n, *found) for n in names.partners if (found := _word(names, n.text, n.country))]
        used: Counter[tuple[str, str, str]] = Counter(
            (country, kind, word) for _, country, kind, word in rows
        )
        for name, country, kind, word in rows:
            pair = next(p for p in _PAIRS if word in p)
            (other,) = pair - {word}
            if used[country, kind, word] >= used[country, kind, other]:
                continue
            params: dict[str, Param] = {
                "text": name.text,
                "problem": "two-words",
                "word": name.text[-1],
                "count": used[country, kind, other],
                "country": country,
                "usual": to_traditional(other) if names.majority[0] == "traditional" else other,
            }
            yield Draft(
                "admin-level",
                [name.ref],
                params,
                records=name.records,
                group=group_id("admin-level", country, kind),
            )


def _word(names: StatedNames, text: str, country: str | None) -> tuple[str, str, str] | None:
    """The country, level and last character of a unit that is called by one of such words."""
    level = split_level(text, country)[1]
    if level is None or country is None or country in HAN_WRITING:
        return None
    word = to_simplified(level.suffix)
    return (country, level.kind, word) if any(word in p for p in _PAIRS) else None


CHECKS = (
    Check(host_names, ("host-name",)),
    Check(ambiguous_hosts, ("ambiguous-host",)),
    Check(admin_levels, ("admin-level",)),
)

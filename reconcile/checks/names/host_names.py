"""Checks of hosts and of the words for administrative levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.lists import origin_of_bare_names
from reconcile.checks.names.stated import HAN_WRITING, LEVEL_ENDS, StatedName
from reconcile.models import Block, Param, ParsedSource, Record
from reconcile.places.former import former
from reconcile.places.home.base import HOME_LEVELS, HomePlace
from reconcile.places.placename import place_name
from reconcile.scripts import fold

_CITIES = ("municipality", "prefecture-city", "city")
"""Levels of which a bare English title is first read."""


# -- names of hosts ----------------------------------------------------------------------------


def host_names(facts: Facts) -> Iterator[Draft]:
    """Hosts that are misspelt, abbreviated, or named as they were before."""
    for names in facts.names_of("zh"):
        first: dict[str, StatedName] = {}
        for host in names.hosts:
            first.setdefault(host.text, host)
        for text, host in first.items():
            found = misnamed(facts, text)
            if found is None:
                continue
            problem, usual = found[0], names.written(found[1])
            misspelt = problem == "misspelt"
            yield Draft(
                "host-name",
                [host.ref],
                {"host": text, "problem": problem, "usual": usual},
                key=[text],
                group=None if misspelt else group_id("host-name", names.side),
                suggestion=text[: len(text) - len(usual)] + usual if misspelt else usual,
                severity="warning" if misspelt else None,
            )


def misnamed(facts: Facts, text: str) -> tuple[str, str] | None:
    """What is wrong with the name of a host (see `host-name`), and its usual name, simplified."""
    simple = place_name("".join(text.split())).simple
    places = facts.home.find(simple)
    if not simple or simple[-1] not in LEVEL_ENDS:
        return None
    if not places:
        return _unknown(facts, text, simple)
    if any(p.full and simple.endswith(p.full) for p in places):
        return None
    if entry := former(simple, facts.home.country):
        return "former", entry.now_zh
    if len({p.full for p in places}) > 1 or not places[0].full:
        return None
    problem = _unlike(simple, places[0])
    return (problem, places[0].full) if problem else None


def _unknown(facts: Facts, text: str, simple: str) -> tuple[str, str] | None:
    """The place that the block of an unknown host is of, if its name is another by a character."""
    blocks = (block for block, hosts in facts.zh_hosts_of.items() if text in hosts)
    places = (p for block in blocks for p in facts.home.find_en(facts.en_blocks[block].host))
    near = {
        place.full
        for place in places
        if len(place.full) == len(simple) > 2 and _differing(place.full, simple) == 1
    }
    return ("misspelt", near.pop()) if len(near) == 1 else None


def _unlike(simple: str, place: HomePlace) -> str | None:
    """How the name of a host differs from the full name of the one place that it can mean."""
    same_suffix = simple[-1] == place.full[-1]
    tail = simple[-len(place.full) :]
    if _is_of_old(simple, place) or _is_of_old(tail, place):
        return "former"
    if same_suffix and len(tail) == len(place.full) and _differing(tail, place.full) == 1:
        return "misspelt"
    if place.level == "town" or not place.zh:
        return None
    if same_suffix and simple.startswith(place.zh) and len(simple) < len(place.full):
        return "short"
    return "former" if simple[:-1] == place.zh and not same_suffix else None


def _is_of_old(simple: str, place: HomePlace) -> bool:
    """Whether the table has a name beside today's that is neither short for it nor a new area's."""
    rest = iter(place.full)
    short = all(c in rest for c in simple)
    return (
        not short
        and not simple.endswith("新区")
        and not {simple, simple[:-1]}.isdisjoint(place.also)
    )


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


# -- hosts of several readings -----------------------------------------------------------------


def ambiguous_hosts(facts: Facts) -> Iterator[Draft]:
    """Hosts whose counterpart stays open, and English titles that several home places share."""
    yield from _open_hosts(facts)
    yield from _shared_titles(facts)


def _open_hosts(facts: Facts) -> Iterator[Draft]:
    first: dict[tuple[str, str], Record] = {}
    for source in facts.side("zh"):
        for record in source.records:
            if facts.hosts[record.id].ambiguous:
                first.setdefault((record.section, record.host), record)
    for key, record in first.items():
        titles = tuple(facts.en_blocks[i].host for i in facts.hosts[record.id].ambiguous)
        places = tuple(map(_placed, facts.home.find_en(titles[0]))) if len(titles) == 1 else ()
        params: dict[str, Param] = {
            "host": record.host,
            "readings": "one" if places else "blocks",
            "blocks": titles,
            "places": places,
            "open": "open",
        }
        yield Draft("ambiguous-host", [record.host_ref], params, key=key)


def _shared_titles(facts: Facts) -> Iterator[Draft]:
    already_open = {i for match in facts.hosts.values() for i in match.ambiguous}
    for names in facts.names_of("en"):
        for block in names.source.blocks:
            placed = "," in (names.target(block.ref) or "")
            if facts.en_host_of(block.id) in already_open or placed:
                continue
            if places := _homonyms(facts, block.host):
                yield _shared_title(facts, names.source, block, places)


def _shared_title(
    facts: Facts, source: ParsedSource, block: Block, places: tuple[HomePlace, ...]
) -> Draft:
    hosts = facts.zh_hosts_of.get(facts.en_host_of(block.id), [])
    return Draft(
        "ambiguous-host",
        [block.ref],
        {
            "host": block.host,
            "readings": "places",
            "places": tuple(map(_placed, places)),
            "open": "taken" if hosts else "open",
            "taken": hosts[0] if hosts else "",
        },
        origin=origin_of_bare_names(source),
        key=["title", block.host],
        group=group_id("ambiguous-host", source.document.side),
    )


def _homonyms(facts: Facts, title: str) -> tuple[HomePlace, ...]:
    """The places of one rank that a title without province can mean, if there are several."""
    if "," in title:
        return ()
    exact = [p for p in facts.home.find_en(title) if fold(p.en) == fold(title)]
    found = [p for p in exact if p.level in _CITIES] or _of_highest_rank(exact)
    return tuple(found) if len({p.zh for p in found} | {p.province for p in found}) > 2 else ()


def _of_highest_rank(places: list[HomePlace]) -> list[HomePlace]:
    """The places of the highest level; a county-level city alone has the rank of the counties."""
    best = min((HOME_LEVELS.index(p.level) for p in places), default=0)
    found = [p for p in places if HOME_LEVELS.index(p.level) == best]
    if len(found) == 1 and found[0].level == "county-city":
        found += [p for p in places if p.level == "county"]
    return found


def _placed(place: HomePlace) -> str:
    """A home place with its province, told apart from its namesakes."""
    return f"{place.full} ({place.province})" if place.province else place.full


# -- words for levels --------------------------------------------------------------------------

_SYNONYMS = {"县": "郡", "郡": "县", "省": "州", "州": "省"}
"""Words that one country's units of one level are called by in Chinese."""


def admin_levels(facts: Facts) -> Iterator[Draft]:
    """Units of one country and level that are called by two words in one list."""
    for names in facts.names_of("zh"):
        units = [(name, *unit) for name in names.partners if (unit := _unit(name))]
        used = Counter((country, kind, word) for _, country, kind, word in units)
        for name, country, kind, word in units:
            other = _SYNONYMS[word]
            count = used[country, kind, other]
            if used[country, kind, word] >= count:
                continue
            yield Draft(
                "admin-level",
                [name.ref],
                {
                    "text": name.text,
                    "problem": "two-words",
                    "word": name.text[-1],
                    "count": count,
                    "country": country,
                    "usual": names.written(other),
                },
                records=name.records,
                group=group_id("admin-level", country, kind),
                severity="info" if kind == "county" else None,
            )


def _unit(name: StatedName) -> tuple[str, str, str] | None:
    """The country, level and last character of a unit that is called by one of such words."""
    level, country = name.place.level, name.country
    if level is None or country is None or country in HAN_WRITING:
        return None
    word = place_name(level.suffix).simple
    return (country, level.kind, word) if word in _SYNONYMS else None


CHECKS = (
    Check(host_names, ("host-name",)),
    Check(ambiguous_hosts, ("ambiguous-host",)),
    Check(admin_levels, ("admin-level",)),
)

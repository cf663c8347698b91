"""What speaks for and against a pair of hosts: weights without sentences, as nothing shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from reconcile import weights
from reconcile.matching.hosts.comparison import Host, Title
from reconcile.names.model import Latin, NameModel
from reconcile.places.known import known_pair
from reconcile.places.placename import place_name

ALIKE = 88
"""How alike two spellings of one name are at least, of 100."""


class Clue(NamedTuple):
    """One reason for or against a pair of hosts: `weight` in log-odds."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class HostPair:
    """A host and a title, with all that is known of both.

    `table` is what the tables say of the two names, `sound` what the name model does, and
    `shared` what each partner that they share tells.
    """

    host: Host
    title: Title
    country: str
    table: Clue | None
    sound: float
    shared: Sequence[float]
    model: NameModel


def compared(
    host: Host, title: Title, country: str, sound: float, shared: Sequence[float], model: NameModel
) -> tuple[Clue, ...]:
    """All that tells whether a Chinese host is the one that an English title names."""
    known, _ = known_pair([host.read.name], [title.name], country, stated=country)
    table = Clue(known.name, known.weight) if known and known.name != "seat" else None
    pair = HostPair(host, title, country, table, sound, shared, model)
    return tuple(clue for look in EVIDENCE if (clue := look(pair)))


def _tables(pair: HostPair) -> Clue | None:
    return pair.table or _listed(pair.host, pair.title)


def _listed(host: Host, title: Title) -> Clue | None:
    """What it tells that the tables know the host by Latin names, and the title is one or none."""
    if not host.forms:
        return None
    if host.forms & title.forms:
        return Clue("gazetteer", weights.IN_GAZETTEER)
    if any(_alike(a, b) for a in host.forms for b in title.forms):
        return None
    return Clue("gazetteer", weights.HOST_OTHER_PLACE)


def _alike(a: str, b: str) -> bool:
    """Whether two spellings may be of one name: Veliky and Velikiy, Ludwigshafen (am Rhein)."""
    return a.startswith(b) or b.startswith(a) or ratio(a, b) >= ALIKE


def _name(pair: HostPair) -> Clue | None:
    if pair.table is not None and pair.table.name == "exonym":
        return None  # an exonym has no sound to compare
    low, high = weights.LISTED_NAME_RANGE if pair.table else weights.HOST_NAME_RANGE
    return Clue("name", min(max(pair.sound, low), high))


def _level(pair: HostPair) -> Clue | None:
    """An area or a city: Hiroshima is both."""
    if pair.host.area is None or pair.title.area is None:
        return None
    same = pair.host.area == pair.title.area
    return Clue("level", weights.HOST_SAME_LEVEL if same else weights.HOST_OTHER_LEVEL)


def _division(pair: HostPair) -> Clue | None:
    """The first-level division, without its level word: Tokyo and Tokyo Metropolis are one."""
    stated = (pair.host.province, pair.title.province)
    if not all(stated):
        return None
    same = len({place_name(x or "", pair.country).bare.folded for x in stated}) == 1
    return Clue("division", weights.HOST_SAME_DIVISION if same else weights.HOST_OTHER_DIVISION)


def _parent(pair: HostPair) -> Clue | None:
    """The city that a part of one belongs to: 柏林 of 柏林市米特區."""
    zh, en = pair.host.read.parent, pair.title.parent
    if not zh or not en:
        return None
    known, _ = known_pair([zh], [en], pair.country)
    same = known or pair.model.compare(zh, [Latin(en, pair.country)])[0].weight > 0
    return Clue("parent", weights.HOST_SAME_PARENT if same else weights.HOST_OTHER_PARENT)


def _partners(pair: HostPair) -> Clue | None:
    if not pair.shared:
        return None
    return Clue("partners", min(sum(pair.shared), weights.HOST_SHARED_PARTNERS))


EVIDENCE: tuple[Callable[[HostPair], Clue | None], ...] = (
    _tables,
    _name,
    _level,
    _division,
    _parent,
    _partners,
)

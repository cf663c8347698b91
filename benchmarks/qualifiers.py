"""Names with a word more: `python -m benchmarks.qualifiers`.

East Helsinki is not 赫爾辛基. Of every two places of one country in `reconcile/data/cities.tsv` of
which one is called as the other and a word more, the one has its Chinese names from GeoNames and
the other stands alone in the English list; then the Chinese name gets a word more, 東赫爾辛基, and
the place itself stands in the English list. None of these may be linked, as both lists say
different places. Last, the pairs of names of `benchmarks/names/data`, which are right: how many of
them are said to have a word more, and how many of those no table knows.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scale import hosts_of_china
from reconcile import run
from reconcile.names.forms import tokens
from reconcile.names.model import Latin, NameModel
from reconcile.names.unsaid import QUALIFIERS
from reconcile.places.cities import all_cities
from reconcile.places.countries import name_of
from reconcile.places.gazetteer import lookup, places_of

DATA = Path(__file__).parent / "names" / "data"


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese name and a Latin one in a country (ISO code)."""

    country: str
    zh: str
    en: str


def word_more() -> tuple[list[Pair], list[Pair]]:
    """Chinese names and the Latin names of namesakes with a word more; the places themselves."""
    by_country: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for city in all_cities():
        by_country[city.country].setdefault(tuple(tokens(city.name)), city.name)
    wrong, right = [], []
    for country, names in by_country.items():
        chinese = {p.name: p.alias for p in places_of(country)}
        for words, name in names.items():
            for plain in {words[1:], words[:-1]} & names.keys():
                zh = chinese.get(names[plain])
                if zh and not any(p.name == name and p.country == country for p in lookup(zh)):
                    wrong.append(Pair(country, zh, name))
                    right.append(Pair(country, zh, names[plain]))
    return wrong, right


def qualified(pairs: Sequence[Pair], seed: int = 1) -> list[Pair]:
    """The same Latin names, with a character before the Chinese ones."""
    chance = random.Random(seed)
    made = (Pair(p.country, chance.choice(QUALIFIERS) + p.zh, p.en) for p in pairs)
    return [p for p in made if not any(x.country == p.country for x in lookup(p.zh))]


def linked(pairs: Sequence[Pair]) -> list[Pair]:
    """Those pairs that are linked where each stands alone under a host of its own."""
    found: list[Pair] = []
    hosts = hosts_of_china()
    for start in range(0, len(pairs), len(hosts)):
        part = list(zip(hosts, pairs[start : start + len(hosts)], strict=False))
        zh = [f"{h.zh},{name_of(p.country, 'zh-Hans')},{p.zh}" for h, p in part]
        en = [f'{h.en},"{name_of(p.country, "en")}","{p.en}"' for h, p in part]
        result = run(
            zh=("zh.csv", "\n".join(["城市,国家,友好城市", *zh])),
            en=("en.csv", "\n".join(["Host,Country,Partner", *en])),
            home="CN",
        )
        hosts_linked = {r.host for r in result.records if r.id in {k.zh for k in result.links}}
        found += [p for h, p in part if h.zh in hosts_linked]
    return found


def main() -> None:
    """Print how many pairs are linked, and how many right ones are said to have a word more."""
    wrong, right = word_more()
    more = qualified(right)
    for what, pairs in (("a Latin word more", wrong), ("a Chinese character more", more)):
        print(f"{what}: {len(linked(pairs))} of {len(pairs)} linked")
    for name in ("dev", "train"):
        _print_right(name)


def _print_right(name: str) -> None:
    """How many of the right pairs of a file are said to leave a word out."""
    model = NameModel.load()
    with (DATA / f"{name}.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        pairs = [Pair(r["country"], r["zh"], r["en"].split("|")[0]) for r in rows]
    scores = [(p, model.compare(p.zh, [Latin(p.en, p.country)])[0]) for p in pairs]
    less = [p for p, s in scores if s.weight > 0 and s.unsaid is not None]
    print(f"{name}.tsv, all right: {len(less)} of {len(pairs)} said to leave a word out")


if __name__ == "__main__":
    main()

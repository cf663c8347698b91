"""How often `match_name` has the right place among its candidates, and how sure it is when right.

    python -m benchmarks.names.candidates [--pairs FILE.tsv …] [--wrong]

The names come from none of the tables that the program looks them up in: the exemplar cities of
the time zones in CLDR (of Babel), in both scripts, without whole countries, and the files of pairs
(country, zh, en) that are given. Each is asked with its country, and again without.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from babel import Locale
from babel.core import get_global
from rapidfuzz.fuzz import ratio

from benchmarks.names.measure import Answer, calibration_error
from reconcile.places import match_name
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from tools.names.pairs import NamePair, read_pairs

_ALIKE = 80
"""Spellings of so many per cent the same are taken for one name: Tirane and Tirana."""
_BINS = (0.0, 0.25, 0.5, 0.75, 0.95, 1.0)


def exemplar_cities() -> list[NamePair]:
    """The cities of CLDR's time zones, with the names that the zone and English have for them."""
    countries = get_global("zone_territories")
    english = Locale.parse("en").time_zones
    found: dict[tuple[str, str], NamePair] = {}
    for script in ("zh_Hans", "zh_Hant"):
        for zone, names in Locale.parse(script).time_zones.items():
            country, area = countries.get(zone), zone.split("/")[0]
            if "city" not in names or not country or zone.count("/") > 1:
                continue
            if area == "Antarctica" or place_name(names["city"]).named_country:
                continue
            last = zone.split("/")[-1].replace("_", " ")
            en = dict.fromkeys((english.get(zone, {}).get("city", last), last))
            found.setdefault((country, names["city"]), NamePair(country, names["city"], tuple(en)))
    return list(found.values())


def answers(pairs: Sequence[NamePair], *, stated: bool) -> Iterator[tuple[Answer, bool]]:
    """The best candidate of each name, and whether the right one is among them at all."""
    for pair in pairs:
        known = {n for x in pair.en for n in (x, *place_name(x, pair.country).other_names)}
        accepted = {fold(place_name(x, pair.country).stem) for x in known} | {*map(fold, known)}
        found = match_name(pair.zh, country=pair.country if stated else None, limit=20)
        right = [_is(m.name, accepted, pair) and m.country == pair.country for m in found]
        if found:
            best = found[0]
            yield Answer(pair, best.name, best.probability, right[0]), any(right)
        else:
            yield Answer(pair, "", 0.0, False), False


def _is(name: str, accepted: set[str], pair: NamePair) -> bool:
    forms = {fold(name), fold(place_name(name, pair.country).stem)}
    return any(ratio(a, b) >= _ALIKE for a in forms for b in accepted)


def show(title: str, found: Sequence[tuple[Answer, bool]]) -> str:
    """Coverage, share right, and the probability said beside the share seen, by bins."""
    best = [a for a, _ in found]
    lines = [
        f"{title}: {len(found)} names, {sum(has for _, has in found) / len(found):.3f} among the "
        f"candidates, {sum(a.right for a in best) / len(found):.3f} first, calibration error "
        f"{calibration_error(best):.3f}"
    ]
    for low, high in pairwise(_BINS):
        some = [a for a in best if low <= a.probability < high or a.probability == high == 1]
        if some:
            said = sum(a.probability for a in some) / len(some)
            seen = sum(a.right for a in some) / len(some)
            lines.append(f"  {low:.2f}-{high:.2f}: {len(some):4}  said {said:.3f}  seen {seen:.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--wrong", action="store_true", help="print what is not first")
    args = parser.parse_args()
    samples = {"CLDR": exemplar_cities(), **{p.stem: read_pairs(p) for p in args.pairs}}
    for name, pairs in samples.items():
        for stated in (True, False):
            found = list(answers(pairs, stated=stated))
            print(show(f"{name}, {'with' if stated else 'without'} country", found), flush=True)
            for a, has in found if args.wrong else ():
                if not a.right:
                    en = "|".join(a.pair.en)
                    print(
                        f"    {a.pair.country} {a.pair.zh} {en}: {a.name} {a.probability:.3f} {has}"
                    )


if __name__ == "__main__":
    main()

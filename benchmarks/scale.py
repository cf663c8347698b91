"""Time and memory on long lists: `python -m benchmarks.scale [--rows 1000,10000] [--runs 5]`.

Both lists are made up, seeded, and realistic: the hosts are China's places, the partners GeoNames'
cities under their Chinese and Latin names, each with its country and a date. Four rows of five
stand in both lists; of the rest one list has never heard. The same lists are written as a pair of
pages (Markdown and plain text) and as a pair of CSV files.

Printed are medians of wall time, CPU time (user and system) and peak resident memory over
alternating runs, each a process of its own, and the milliseconds for a row of either list.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import os
import platform
import random
import statistics
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from benchmarks.end_to_end import measure
from reconcile.datafiles import rows as table_rows
from reconcile.places.countries import name_of
from reconcile.scripts import has_han

PARTNERS_OF_A_HOST = 40
SHARED = 0.8
LARGE = 5000
"""Inhabitants of the smallest partner, so that the names are those of towns."""
_FIRST_DAY = datetime.date(1973, 6, 24)


@dataclass(frozen=True, slots=True)
class Host:
    """A place of China: its province, and its names in both languages."""

    province: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """A row: the partner under both names, the ISO code of its country, and the day."""

    zh: str
    en: str
    country: str
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Lists:
    """The agreements of each host in each list, in the order of the list."""

    zh: dict[Host, list[Agreement]]
    en: dict[Host, list[Agreement]]


def make_lists(size: int, seed: int = 1) -> Lists:
    """Two lists of about `size` rows each; the same for the same arguments."""
    chance = random.Random(seed)
    hosts, partners = hosts_of_china(), _partners()
    chosen = chance.sample(hosts, min(len(hosts), max(1, size // PARTNERS_OF_A_HOST)))
    lists = Lists({}, {})
    for host in chosen:
        rows = chance.sample(partners, round(size / len(chosen) * (2 - SHARED)))
        made = [
            Agreement(zh, en, country, _FIRST_DAY + datetime.timedelta(chance.randrange(18_000)))
            for zh, en, country in rows
        ]
        only = round(len(made) * (1 - SHARED) / (2 - SHARED))
        lists.zh[host] = made[only:]
        lists.en[host] = sorted(made[: len(made) - only], key=lambda a: a.en)
    return lists


def hosts_of_china() -> list[Host]:
    """China's cities, counties and districts whose English name is that of no other one."""
    places = list(table_rows("home/cn.tsv"))
    names = Counter(p["en"] for p in places)
    provinces = {p["province"]: p["full"] for p in reversed(places) if not p["parent"]}
    return [
        Host(provinces[p["province"]], p["full"], p["en"])
        for p in places
        if names[p["en"]] == 1 and p["level"] not in ("province", "municipality")
    ]


def _partners() -> list[tuple[str, str, str]]:
    """Chinese name, Latin name and country of the larger places outside China."""
    table = files("reconcile").joinpath("data", "gazetteer.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, str, str]] = {}
    for line in table.splitlines():
        zh, number, en, country, _, people = line.split("\t")
        if country not in ("CN", "TW", "HK", "MO") and int(people) >= LARGE and has_han(zh):
            found.setdefault(number, (zh, en, country))
    return list(found.values())


def as_pages(lists: Lists) -> tuple[str, str]:
    """The lists as a Markdown page of tables by province, and as plain text by letter."""
    zh: list[str] = []
    for province in sorted({h.province for h in lists.zh}):
        zh += [f"## {province}", "", "| 城市 | 友好城市 | 国家 | 结好日期 |", "|---|---|---|---|"]
        for host, agreements in lists.zh.items():
            if host.province == province:
                zh += [
                    f"| {host.zh} | {a.zh} | {name_of(a.country, 'zh-Hans')} | {_chinese(a.day)} |"
                    for a in agreements
                ]
        zh.append("")
    en = ["= Sister cities =", ""]
    for host, agreements in sorted(lists.en.items(), key=lambda item: item[0].en):
        en += [host.en, ""]
        en += [f"- {a.en}, {name_of(a.country, 'en')}" for a in agreements]
        en.append("")
    return "\n".join(zh), "\n".join(en)


def as_csv(lists: Lists) -> tuple[str, str]:
    """The lists as tables with named columns."""
    zh = [("省份", "城市", "友好城市", "国家", "结好日期")]
    zh += [
        (h.province, h.zh, a.zh, name_of(a.country, "zh-Hans"), a.day.isoformat())
        for h, agreements in lists.zh.items()
        for a in agreements
    ]
    en = [("Host", "Sister city", "Country", "Since")]
    en += [
        (h.en, a.en, name_of(a.country, "en"), a.day.isoformat())
        for h, agreements in lists.en.items()
        for a in agreements
    ]
    return _written(zh), _written(en)


def _chinese(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _written(table: Sequence[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue()


FORMATS = (("pages", as_pages, ".md", ".txt"), ("CSV", as_csv, ".csv", ".csv"))


def write(folder: Path, size: int, seed: int = 1) -> dict[str, tuple[Path, Path]]:
    """Write the lists in every format; format → Chinese file, English file."""
    lists, found = make_lists(size, seed), {}
    for name, render, *suffixes in FORMATS:
        paths = tuple(
            folder / f"{side}-{size}{x}" for side, x in zip(("zh", "en"), suffixes, strict=True)
        )
        for path, text in zip(paths, render(lists), strict=True):
            path.write_text(text, encoding="utf-8")
        found[name] = (paths[0], paths[1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", default="1000,10000", help="sizes, separated by commas")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help="only write the lists into this folder")
    given = parser.parse_args()
    sizes = [int(n) for n in given.rows.split(",")]
    if given.write:
        given.write.mkdir(parents=True, exist_ok=True)
        for size in sizes:
            write(given.write, size, given.seed)
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs = {
            (size, name): paths
            for size in sizes
            for name, paths in write(Path(folder), size, given.seed).items()
        }
        figures: dict[tuple[int, str], list[tuple[float, float, float]]] = {p: [] for p in pairs}
        for _ in range(given.runs):
            for key, (zh, en) in pairs.items():
                words = ["run", str(zh), str(en), "--out", f"{folder}/out"]
                figures[key].append(measure(words))
    names = ("numpy", "rapidfuzz", "opencc")
    versions = ", ".join(f"{n} {metadata.version(n)}" for n in names)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{versions}; medians of {given.runs} alternating runs")
    for (size, name), runs in figures.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        print(
            f"{size:7} rows a side, {name:5} {wall:7.2f} s wall {cpu:7.2f} s CPU"
            f" {memory:6.0f} MiB peak {1000 * cpu / (2 * size):6.2f} ms a row"
        )


if __name__ == "__main__":
    main()

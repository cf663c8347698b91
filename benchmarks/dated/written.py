"""The two lists as files, as their readers meet them, and the line of each row."""

from __future__ import annotations

import csv
from calendar import month_name
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.dated.lists import ListPair, Row
from reconcile.places.countries import name_of
from reconcile.scripts import fold, to_traditional

TRADITIONAL = ("JP", "KR")
"""The homes whose Chinese list is in traditional characters."""


@dataclass(frozen=True, slots=True)
class Written:
    """Two files, and by the line in them the number of each row."""

    zh: Path
    en: Path
    zh_rows: dict[int, int]
    en_rows: dict[int, int]


def write(pair: ListPair, folder: Path) -> Written:
    """Write both lists as CSV: the Chinese one by date, the English one by the alphabet."""
    zh, en = folder / f"zh-{pair.home}.csv", folder / f"en-{pair.home}.csv"
    shown = to_traditional if pair.home in TRADITIONAL else str
    rows = list(enumerate(pair.rows))
    in_zh = [(r.zh_host, r.days[0] or date.max, i) for i, r in rows if r.zh_host is not None]
    in_en = [
        (pair.hosts[r.en_host].en, fold(r.names.en), i) for i, r in rows if r.en_host is not None
    ]
    zh_order, en_order = [i for _, _, i in sorted(in_zh)], [i for _, _, i in sorted(in_en)]
    titles = ("City", "Twin town", "Country", "Date"), ("城市", "国家", "友好城市", "日期")
    _write(en, titles[0], pair, en_order, _english)
    _write(zh, titles[1], pair, zh_order, lambda p, r: tuple(map(shown, _chinese(p, r))))
    return Written(zh, en, _lines(zh_order), _lines(en_order))


def _lines(order: Sequence[int]) -> dict[int, int]:
    return dict(enumerate(order, 2))


def _write(
    path: Path,
    titles: tuple[str, ...],
    pair: ListPair,
    order: Sequence[int],
    cells: Callable[[ListPair, Row], tuple[str, ...]],
) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(titles)
        lines.writerows(cells(pair, pair.rows[i]) for i in order)


def _chinese(pair: ListPair, row: Row) -> tuple[str, ...]:
    host, day = pair.hosts[row.zh_host or 0], row.days[0]
    when = f"{day.year}年{day.month}月{day.day}日" if day else ""
    return host.zh, name_of(row.names.zh_country, "zh-Hans"), row.names.zh, when


def _english(pair: ListPair, row: Row) -> tuple[str, ...]:
    host, day = pair.hosts[row.en_host or 0], row.days[1]
    when = f"{day.day} {month_name[day.month]} {day.year}" if day else ""
    return host.en, row.names.en, name_of(row.names.en_country, "en"), when

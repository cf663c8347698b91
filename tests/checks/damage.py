"""Damages to a clean pair: what each does to a row or block, and what must be found there."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from reconcile.models import Side
from reconcile.scripts import to_traditional
from tests.checks.clean import Row, Sheet

Pair = dict[Side, Sheet]


@dataclass(frozen=True)
class Found:
    """Where a damage must be found: in the line of `key`, a row, host, heading or gap."""

    side: Side
    key: str


Apply = Callable[[Pair, Row, random.Random], Found]


@dataclass(frozen=True)
class Damage:
    """A kind of damage: what must be found is any of `names`.

    `apply` changes the pair in place for one row of `side`; `at_once` are done in one pair, each to
    another block. `layout` is the index of the layouts that it fits.
    """

    kind: str
    names: tuple[str, ...]
    side: Side
    apply: Apply
    layout: int = 0
    at_once: int = 10


def _change(pair: Pair, side: Side, row: Row, **fields: object) -> Found:
    pair[side] = pair[side].changed(row.key, **fields)
    return Found(side, row.key)


def _field(side: Side, **fields: object) -> Apply:
    """A damage that gives fields of a row other values."""
    return lambda pair, row, rng: _change(pair, side, row, **fields)


def _insert(sheet: Sheet, at: str, row: Row) -> Sheet:
    """The list with `row` behind the row whose key is `at`."""
    rows = [x for r in sheet.rows for x in ((r, row) if r.key == at else (r,))]
    return replace(sheet, rows=tuple(rows))


def _without(sheet: Sheet, key: str) -> Sheet:
    return replace(sheet, rows=tuple(r for r in sheet.rows if r.key != key))


def _twin(pair: Pair, side: Side, row: Row) -> Row:
    """The row of one list with the key of a row of the other."""
    return next(r for r in pair[side].rows if r.key == row.key)


def _empty_row(pair: Pair, row: Row, rng: random.Random) -> Found:
    key = f"blank {row.key}"
    pair["zh"] = _insert(pair["zh"], row.key, replace(row, key=key, blank=True))
    return Found("zh", key)


def _empty_section(pair: Pair, row: Row, rng: random.Random) -> Found:
    zh = pair["zh"]
    rows = tuple(r for r in zh.rows if r.section != row.section)
    pair["zh"] = replace(zh, rows=rows, empty=(*zh.empty, row.section))
    return Found("zh", row.section)


def _misspelt_country(pair: Pair, row: Row, rng: random.Random) -> Found:
    text = row.country
    at = rng.randrange(1, len(text) - 1)
    return _change(pair, "en", row, country=text[:at] + text[at] + text[at:])


def _misspelt_chinese(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, country=row.country + rng.choice("大国亚"))


def _damaged(pair: Pair, row: Row, rng: random.Random) -> Found:
    at = rng.randrange(len(row.partner))
    name = row.partner[:at] + "\N{REPLACEMENT CHARACTER}" + row.partner[at + 1 :]
    return _change(pair, "zh", row, partner=name, target=name)


def _mixed_script(pair: Pair, row: Row, rng: random.Random) -> Found:
    changed = [i for i, c in enumerate(row.partner) if to_traditional(c) != c]
    at = rng.choice(changed)
    name = row.partner[:at] + to_traditional(row.partner[at]) + row.partner[at + 1 :]
    return _change(pair, "zh", row, partner=name, target=name)


def _other_partner(pair: Pair, row: Row, rng: random.Random) -> Row:
    """A row of the same list and country under another host, or of any country."""
    others = [r for r in pair["zh"].rows if r.host != row.host]
    return rng.choice([r for r in others if r.country == row.country] or others)


def _wrong_link(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, target=_other_partner(pair, row, rng).partner)


def _duplicate(pair: Pair, row: Row, rng: random.Random) -> Found:
    key = f"again {row.key}"
    pair["en"] = _insert(pair["en"], row.key, replace(row, key=key))
    return Found("en", key)


def _repeated_block(pair: Pair, row: Row, rng: random.Random) -> Found:
    """The partners of the next block are those of this one."""
    en = pair["en"]
    hosts = list(dict.fromkeys(r.host for r in en.rows))
    other = hosts[(hosts.index(row.host) + 1) % len(hosts)]
    section = next(r.section for r in en.rows if r.host == other)
    copies = [
        replace(r, key=f"copy {r.key}", host=other, section=section)
        for r in en.rows
        if r.host == row.host
    ]
    first = next(i for i, r in enumerate(en.rows) if r.host == other)
    rows = [r for r in en.rows if r.host != other]
    pair["en"] = replace(en, rows=(*rows[:first], *copies, *rows[first:]))
    # The rows that stand in for those of `other` are in the place of its block.
    ordered = [r for h in hosts for r in pair["en"].rows if r.host == h]
    pair["en"] = replace(pair["en"], rows=tuple(ordered))
    return Found("en", other)


def _moved(side: Side) -> Apply:
    """The first row of the block becomes its last but one."""

    def apply(pair: Pair, row: Row, rng: random.Random) -> Found:
        block = [r for r in pair[side].rows if r.host == row.host]
        first = block[0]
        rest = _without(pair[side], first.key)
        pair[side] = _insert(rest, block[-2].key, first)
        return Found(side, first.key)

    return apply


def _filler(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, date="2000年9月27日")


def _date_above(pair: Pair, row: Row, rng: random.Random) -> Found:
    block = [r for r in pair["zh"].rows if r.host == row.host]
    above = block[[r.key for r in block].index(row.key) - 1]
    return _change(pair, "zh", row, date=above.date)


def _swapped_day(pair: Pair, row: Row, rng: random.Random) -> Found:
    """Day and month change places: 4 March for 3 April."""
    months = "January February March April May June July August September October November December"
    day = rng.randrange(1, 12)
    year = row.date.split()[-1]
    zh = _twin(pair, "zh", row)
    pair["zh"] = pair["zh"].changed(row.key, date=f"{year}年{day + 1}月{day}日")
    assert zh.key == row.key
    return _change(pair, "en", row, date=f"{day + 1} {months.split()[day - 1]} {year}")


def _other_year(pair: Pair, row: Row, rng: random.Random) -> Found:
    *day, year = row.date.split()
    return _change(pair, "en", row, date=" ".join([*day, str(int(year) - 2)]))


def _other_country(pair: Pair, row: Row, rng: random.Random) -> Found:
    country = "Norway" if row.country != "Norway" else "Portugal"
    code = "NOR" if country == "Norway" else "PRT"
    return _change(pair, "en", row, country=country, code=code)


def _elsewhere(pair: Pair, row: Row, rng: random.Random) -> Found:
    """The English row stands under another host; the Chinese one is then without counterpart."""
    en = pair["en"]
    other = rng.choice([r for r in en.rows if r.section != row.section])
    moved = replace(row, host=other.host, section=other.section)
    pair["en"] = _insert(_without(en, row.key), other.key, moved)
    return Found("zh", row.key)


def _deleted(side: Side, told: Side) -> Apply:
    def apply(pair: Pair, row: Row, rng: random.Random) -> Found:
        pair[side] = _without(pair[side], row.key)
        return Found(told, row.key)

    return apply


def _dropped(pair: Pair, row: Row, rng: random.Random) -> Found:
    """The copy lost the entry, and left a blank line in its place."""
    rows = [r for r in pair["en"].rows if r.host == row.host]
    following = rows[[r.key for r in rows].index(row.key) + 1]
    pair["en"] = _without(pair["en"], row.key).changed(following.key, gap=True)
    return Found("en", f"gap {following.key}")


def _gap(pair: Pair, row: Row, rng: random.Random) -> Found:
    _change(pair, "en", row, gap=True)
    return Found("en", f"gap {row.key}")


def _note(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, note="（友好协议）")


def _unclosed(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, note=rng.choice(["<small>", "<sup>", "<b>"]))


def _stray_mark(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, target=rng.choice("：:；") + row.target)


def _left_markup(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, note=rng.choice(["'''", "}}", "]]", "&amp;nbsp;"]))


def _other_code(pair: Pair, row: Row, rng: random.Random) -> Found:
    """One row of a country has the code of another scheme."""
    return _change(pair, "en", row, code={"DEU": "GER", "NLD": "NED"}[row.code])


_VARIANTS = {
    "苏黎世": "苏黎士",
    "德布勒森": "德布列森",
    "哥德堡": "哥特堡",
    "格拉茨": "格拉兹",
    "坦佩雷": "坦帕雷",
    "多特蒙德": "多特蒙特",
    "休斯敦": "休斯顿",
    "布里斯班": "布里斯本",
    "奥胡斯": "奥尔胡斯",
    "库里蒂巴": "库里奇巴",
    "拉合尔": "拉哈尔",
}
"""Places of the clean pairs that have another transliteration, and that."""
_PARTS = {
    "唐山市": "遵化市",
    "保定市": "涿州市",
    "沈阳市": "新民市",
    "大连市": "瓦房店市",
    "鞍山市": "海城市",
    "无锡市": "江阴市",
    "徐州市": "邳州市",
    "宁波市": "慈溪市",
    "温州市": "瑞安市",
    "泉州市": "晋江市",
    "宜昌市": "枝江市",
    "成都市": "都江堰市",
    "绵阳市": "江油市",
}
"""Hosts of the clean pairs, and a county-level city that is part of each."""


def _label(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "zh", row, partner=_VARIANTS[row.partner])


def _transliterated(pair: Pair, row: Row, rng: random.Random) -> Found:
    """The place is twinned with a second host, and is written in another way there."""
    name = _VARIANTS[row.partner]
    other = next(r for r in reversed(pair["zh"].rows) if r.section != row.section)
    key = f"again {row.key}"
    again = replace(other, key=key, partner=name, target=name, country=row.country)
    pair["zh"] = _insert(pair["zh"], other.key, replace(again, date=_later(other.date)))
    return Found("zh", key)


def _later(date: str) -> str:
    """The same day some years later."""
    year, _, day = date.partition("年")
    return f"{int(year) + 3}年{day}"


def _part_of_host(pair: Pair, row: Row, rng: random.Random) -> Found:
    """The Chinese list has the agreement under a county-level city of the host."""
    last = [r for r in pair["zh"].rows if r.host == row.host][-1]
    moved = replace(row, host=_PARTS[row.host])
    pair["zh"] = _insert(_without(pair["zh"], row.key), last.key, moved)
    return Found("zh", row.key)


FITTING = {
    "other code": lambda row: row.code in ("DEU", "NLD"),
    # One letter more in a short name can make another name of it.
    "misspelt country": lambda row: len(row.country) > 5,
    "misspelt country in Chinese": lambda row: len(row.country) > 3,
    "mixed script": lambda row: any(c in row.partner for c in "长广泽冈儿图乌汉兰纳贝马罗"),
    "label and target": lambda row: row.partner in _VARIANTS,
    "other transliteration": lambda row: row.partner in _VARIANTS,
    "part of the host": lambda row: row.host in _PARTS,
}
"""Kinds of damage that not every row can have, and which rows can."""


def _spaces(pair: Pair, row: Row, rng: random.Random) -> Found:
    return _change(pair, "en", row, note=" ")


DAMAGES = (
    Damage("empty row", ("empty-row",), "zh", _empty_row),
    Damage("lost partner", ("missing-partner",), "zh", _field("zh", partner="")),
    Damage("lost partner in a list", ("missing-partner",), "zh", _field("zh", partner=""), 1),
    Damage("emptied section", ("empty-section",), "zh", _empty_section, at_once=2),
    Damage("missing country", ("missing-country",), "zh", _field("zh", country="")),
    Damage("missing country in a list", ("missing-country",), "zh", _field("zh", country=""), 1),
    Damage("missing code", ("missing-code",), "en", _field("en", code="")),
    Damage("other code", ("inconsistent-code",), "en", _other_code, at_once=2),
    Damage("slid cells", ("table-structure",), "zh", _field("zh", slid=True)),
    Damage("unclosed tag", ("markup-residue",), "zh", _unclosed),
    Damage("stray mark in a target", ("markup-residue",), "zh", _stray_mark),
    Damage("left-over markup", ("markup-residue",), "zh", _left_markup, 1),
    Damage("split list", ("split-list",), "en", _gap),
    Damage("repeated block", ("repeated-block",), "en", _repeated_block, at_once=2),
    Damage("out of alphabetical order", ("alphabetical-order",), "en", _moved("en"), at_once=5),
    Damage("date out of order", ("date-order",), "zh", _moved("zh"), at_once=5),
    Damage("impossible date", ("impossible-date",), "zh", _field("zh", date="2003年2月30日")),
    Damage("date to come", ("impossible-date",), "zh", _field("zh", date="2033年2月3日")),
    Damage("imprecise date", ("imprecise-date",), "zh", _field("zh", date="2003年")),
    Damage("missing date", ("missing-date",), "zh", _field("zh", date="")),
    Damage("filler date", ("suspicious-date",), "zh", _filler, at_once=20),
    Damage("date of the row above", ("suspicious-date",), "zh", _date_above),
    Damage("date in another form", ("style",), "zh", _field("zh", date="2003-02-14")),
    Damage("stray spaces", ("style",), "en", _spaces),
    Damage("misspelt country", ("country-name",), "en", _misspelt_country),
    Damage("misspelt country in Chinese", ("country-name",), "zh", _misspelt_chinese),
    Damage("damaged character", ("damaged-characters",), "zh", _damaged),
    Damage("mixed script", ("mixed-script",), "zh", _mixed_script),
    Damage("wrong link", ("wrong-link", "label-target"), "zh", _wrong_link),
    Damage("label and target", ("label-target",), "zh", _label, at_once=2),
    Damage(
        "other transliteration",
        ("mixed-transliteration", "unusual-transliteration"),
        "zh",
        _transliterated,
        at_once=2,
    ),
    Damage("note in a name", ("note-in-name",), "zh", _note),
    Damage("duplicate agreement", ("duplicate-agreement",), "en", _duplicate),
    Damage("other country", ("conflict-country", "weak-link"), "en", _other_country),
    Damage("part of the host", ("conflict-host",), "zh", _part_of_host, at_once=2),
    Damage("other year", ("conflict-date",), "en", _other_year),
    Damage("day and month swapped", ("conflict-date",), "en", _swapped_day),
    Damage("dropped entry", ("likely-dropped", "split-list"), "en", _dropped),
    Damage("moved under another host", ("elsewhere", "only-zh"), "en", _elsewhere),
    Damage("only in Chinese", ("only-zh",), "en", _deleted("en", "zh")),
    Damage("only in English", ("only-en",), "zh", _deleted("zh", "en")),
)

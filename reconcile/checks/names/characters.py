"""Checks of how names are written: damaged characters, scripts, the usage of regions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import HAN_WRITING, StatedName
from reconcile.datafiles import rows
from reconcile.models import Param
from reconcile.places.countries import name_of
from reconcile.places.country_in_text import find_country
from reconcile.places.gazetteer import lookup
from reconcile.places.levels import split_level
from reconcile.places.usage import REGIONS, usage_of
from reconcile.scripts import (
    Script,
    is_han,
    is_japanese_form,
    script_of,
    to_simplified,
    to_traditional,
)

_OF_OLD = frozenset(("JP", "KR", "KP", "VN"))
"""Countries whose own names may have a character that is damage in all others: 裡里, 裏磐梯."""
_MISREAD = re.compile("[ÃÂâÄÅÐÑÎÏÕØÙãåæçèéäïð][\x80-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")
_HIDDEN = re.compile(
    "[\x80-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]"
)
"""Control and format characters, zero-width ones, the private use area."""
_LOST = re.compile(r"\ufffd|(?<=\w)\?(?=\w)")

# -- characters --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Damage:
    """A character that conversion puts for another; `unless` are names that rightly have it."""

    right: str
    anywhere: bool
    unless: tuple[str, ...]


@cache
def _table() -> dict[str, _Damage]:
    return {
        r["wrong"]: _Damage(
            r["right"], r["where"] == "any", tuple(r["unless"].split("|")) if r["unless"] else ()
        )
        for r in rows("damaged.tsv")
    }


def damaged_characters(facts: Facts) -> Iterator[Draft]:
    """Names with characters of a careless conversion, of a wrong encoding, or lost ones."""
    for names in facts.names:
        for name in names.all:
            if not _suspect().search(name.ref.text or name.text):
                continue
            if (found := _damage(name)) is not None:
                params, suggestion = found
                yield Draft(
                    "damaged-characters",
                    [name.ref],
                    {"text": name.text, **params, "problems": params["problem"]},
                    origin="unknown",
                    records=name.records,
                    key=[name.role, name.text],
                    group=group_id("damaged-characters", names.side, params["problem"]),
                    suggestion=suggestion,
                )


@cache
def _suspect() -> re.Pattern[str]:
    """Any sign of damage, so that most names are looked at once."""
    wrong = "[" + "".join(_table()) + "]"
    return re.compile("|".join((wrong, _HIDDEN.pattern, _LOST.pattern, _MISREAD.pattern)))


def _damage(name: StatedName) -> tuple[dict[str, Param], str | None] | None:
    shown = name.ref.text or name.text
    if lost := _LOST.search(shown):
        return {"problem": "lost", "wrong": lost.group()}, None
    if hidden := _HIDDEN.findall(shown):
        codes = tuple(dict.fromkeys(f"U+{ord(c):04X}" for c in hidden))
        return {"problem": "hidden", "wrong": ", ".join(codes)}, _HIDDEN.sub("", shown)
    if (meant := _read_right(name.text)) is not None:
        return {"problem": "misread", "suggestion": meant}, meant
    return _converted(name)


def _read_right(text: str) -> str | None:
    """What a text says whose UTF-8 was read as a one-byte encoding: SÃ£o → São."""
    if not _MISREAD.search(text):
        return None
    for codec in ("cp1252", "latin-1"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _converted(name: StatedName) -> tuple[dict[str, Param], str] | None:
    wrong = [c for c in name.text if c in _table() and _is_damage(c, name)]
    if not wrong:
        return None
    right = [_table()[c].right for c in wrong]
    repaired = "".join(_table()[c].right if c in wrong else c for c in name.text)
    params: dict[str, Param] = {
        "problem": "converted",
        "wrong": tuple(dict.fromkeys(wrong)),
        "right": tuple(dict.fromkeys(right)),
        "suggestion": repaired,
    }
    return params, repaired


def _is_damage(char: str, name: StatedName) -> bool:
    damage = _table()[char]
    if any(right in name.text for right in damage.unless) or name.country in _OF_OLD:
        return False
    return damage.anywhere or (name.country is not None and name.country not in HAN_WRITING)


# -- scripts -----------------------------------------------------------------------------------


def mixed_scripts(facts: Facts) -> Iterator[Draft]:
    """Names in two scripts, and names in another script than most of the list."""
    for names in facts.names_of("zh"):
        majority, share = names.majority
        side = names.side
        seen: set[tuple[int, int]] = set()
        for name in names.all:
            found = _script_problem(name, majority)
            if found is None or (name.ref.line, name.ref.column) in seen:
                continue
            seen.add((name.ref.line, name.ref.column))
            problem, chars = found
            yield Draft(
                "mixed-script",
                [name.ref],
                {"text": name.text, "problem": problem, "chars": chars, "majority": share},
                records=name.records,
                key=[name.role, name.text],
                group=group_id("mixed-script", side),
                suggestion=_in_script(name.text, majority),
            )


def _script_problem(name: StatedName, majority: Script) -> tuple[str, tuple[str, ...]] | None:
    """What is wrong with the script of a name, and the characters that show it."""
    telling = [c for c in name.text if is_han(c) and script_of(c) != "both"]
    if not telling:
        return None
    if name.country == "JP" or (name.country is None and _is_japanese(name.text)):
        telling = [c for c in telling if not is_japanese_form(c)]
    simplified = tuple(dict.fromkeys(c for c in telling if script_of(c) == "simplified"))
    traditional = tuple(dict.fromkeys(c for c in telling if script_of(c) == "traditional"))
    if simplified and traditional:
        return "inside", traditional if majority == "simplified" else simplified
    if simplified and majority == "traditional":
        return "simplified", simplified
    if traditional and majority == "simplified":
        return "traditional", traditional
    return None


def _is_japanese(text: str) -> bool:
    """Whether a name without a country is one of a place in Japan, as far as is known."""
    return any(place.country == "JP" for place in lookup(text))


def _in_script(text: str, script: Script) -> str | None:
    if script == "both":
        return None
    return to_traditional(text) if script == "traditional" else to_simplified(text)


# -- the usage of regions ----------------------------------------------------------------------

_CLEAR = 0.6
"""The share of telling names from which a list follows one region's usage."""
_NEAR = 0.85
"""Two regions that often agree are both followed if one has this share of the other's names."""
_FEW = 4
"""With fewer telling names a list follows no usage that could be told."""


@dataclass(frozen=True, slots=True)
class _Usage:
    """In which regions a name is used, where the regions differ, and what each of them writes."""

    regions: frozenset[str]
    usual: dict[str, str]


def regional_forms(facts: Facts) -> Iterator[Draft]:
    """Names of another region's usage than most names of the list."""
    for names in facts.names_of("zh"):
        told = [(n, u) for n in (*names.countries, *names.partners) if (u := _usage(n))]
        distinct = {to_simplified(n.text): u.regions for n, u in told}
        votes = Counter(c for regions in distinct.values() for c in regions)
        most = max(votes.values(), default=0)
        followed = [c for c in REGIONS if votes[c] >= _NEAR * most]
        if len(distinct) < _FEW or most < _CLEAR * len(distinct):
            continue
        script = names.majority[0]
        for name, usage in told:
            if not usage.regions.isdisjoint(followed):
                continue
            region = next(c for c in REGIONS if c in usage.regions)
            usual = usage.usual[followed[0]]
            usual = _in_script(usual, script) or usual
            params: dict[str, Param] = {
                "text": name.text,
                "region": region,
                "majority": "-".join(followed),
                "count": most,
                "all": len(distinct),
                "usual": usual,
            }
            yield Draft(
                "regional-form",
                [name.ref],
                params,
                records=name.records,
                key=[name.role],
                group=group_id("regional-form", names.side, region),
                suggestion=usual,
            )


def _usage(name: StatedName) -> _Usage | None:
    if name.role == "country":
        found = find_country(name.text)
        if found is None or not 0 < len(found.conventions) < len(REGIONS):
            return None
        usual = {
            "cn": name_of(found.iso, "zh-Hans"),
            "tw": name_of(found.iso, "zh-Hant"),
            "hk": name_of(found.iso, "zh-Hant-HK"),
        }
        return _Usage(found.conventions, usual)
    stem, level = split_level(to_simplified(name.text), name.country)
    usage = usage_of(stem, name.country)
    if usage is None or len(regions := usage.regions_of(stem)) == len(REGIONS):
        return None
    suffix = level.suffix if level else ""
    return _Usage(regions, {c: usage.names[c][0] + suffix for c in REGIONS})


CHECKS = (
    Check(damaged_characters, ("damaged-characters",)),
    Check(mixed_scripts, ("mixed-script",)),
    Check(regional_forms, ("regional-form",)),
)

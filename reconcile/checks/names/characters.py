"""Checks of the characters of names: damaged ones, those of the other script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import HAN_WRITING, StatedName
from reconcile.datafiles import rows
from reconcile.models import Param, SourceRef
from reconcile.scripts import Script, is_han, is_japanese_form, script_of

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
    """A character that conversion puts for another, in which names; `unless` rightly have it."""

    right: str
    where: str
    unless: tuple[str, ...]


@cache
def _table() -> dict[str, _Damage]:
    return {
        r["wrong"]: _Damage(
            r["right"], r["where"], tuple(r["unless"].split("|")) if r["unless"] else ()
        )
        for r in rows("damaged.tsv")
    }


def damaged_characters(facts: Facts) -> Iterator[Draft]:
    """Names with characters of a careless conversion, of a wrong encoding, or lost ones."""
    for names in facts.names:
        seen: set[SourceRef] = set()  # a heading may name a section and a host
        for name in names.all:
            if name.ref in seen or not _suspect().search(name.ref.text or name.text):
                continue
            seen.add(name.ref)
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
    if any(right in name.text for right in damage.unless):
        return False
    if damage.where == "every" or name.country in _OF_OLD:
        return damage.where == "every"
    return damage.where == "any" or (name.country is not None and name.country not in HAN_WRITING)


# -- scripts -----------------------------------------------------------------------------------


def mixed_scripts(facts: Facts) -> Iterator[Draft]:
    """Names in two scripts, and names in another script than most of the list."""
    for names in facts.names_of("zh"):
        majority, share = names.majority
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
                group=group_id("mixed-script", names.side),
                suggestion=names.in_majority_script(name.text),
                severity="info" if names.is_of_wiki else None,
            )


def _script_problem(name: StatedName, majority: Script) -> tuple[str, tuple[str, ...]] | None:
    """What is wrong with the script of a name, and the characters that show it."""
    if name.place.script == "both":
        return None
    simplified, traditional = _of_script(name, "simplified"), _of_script(name, "traditional")
    if simplified and traditional:
        return "inside", traditional if majority == "simplified" else simplified
    if simplified and majority == "traditional":
        return "simplified", simplified
    if traditional and majority == "simplified":
        return "traditional", traditional
    return None


def _of_script(name: StatedName, script: Script) -> tuple[str, ...]:
    """The characters of a name that one script alone has, forms of Japan in its own names aside."""
    found = tuple(c for c in dict.fromkeys(name.text) if is_han(c) and script_of(c) == script)
    if name.country == "JP" or (name.country is None and _is_japanese(name)):
        return tuple(c for c in found if not is_japanese_form(c))
    return found


def _is_japanese(name: StatedName) -> bool:
    """Whether a name without a country is one of a place in Japan, as far as is known."""
    return any(place.country == "JP" for place in name.place.places)


CHECKS = (
    Check(damaged_characters, ("damaged-characters",)),
    Check(mixed_scripts, ("mixed-script",)),
)

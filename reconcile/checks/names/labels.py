"""Checks of a name's text beside its link: other spellings, two links in one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import BRACKET, StatedName, StatedNames
from reconcile.models import PageLink, Param
from reconcile.places.country_in_text import find_country
from reconcile.places.gazetteer import alias_key, lookup
from reconcile.places.levels import english_level, split_level
from reconcile.scripts import fold, has_han, to_simplified

_QUALIFIER = re.compile(r"(?<=[^\W\d_]), .*$")
"""What tells namesakes apart in English: `Springfield, Illinois`."""


# -- labels ------------------------------------------------------------------------------------


def labels_and_targets(facts: Facts) -> Iterator[Draft]:
    """Names whose displayed text and link target are spelt differently."""
    for names in facts.names:
        for name in names.all:
            if name.target is None or "://" in name.target:
                continue
            title = _QUALIFIER.sub("", BRACKET.sub("", name.target))
            if has_han(name.text) != has_han(title) or _same_name(name, title):
                continue
            parent = _links_to_parent(name, title)
            difference = _difference(name, title)
            partner = name.record.partner if name.record and parent else name.text
            yield Draft(
                "label-target",
                [name.ref],
                {"label": partner, "target": name.target, "difference": difference},
                records=name.records,
                key=[name.role, name.text, name.target],
                group=group_id("label-target", names.side),
            )


def _same_name(name: StatedName, title: str) -> bool:
    """Whether label and target differ in script, disambiguation or a level suffix only.

    A suffix matters where the bare name is another place: 奧盧省 is not 奧盧, a city.
    """
    shown = {to_simplified(x) for x in (name.text, name.record.partner if name.record else "") if x}
    shown |= {to_simplified(BRACKET.sub("", x)) for x in shown}
    plain = to_simplified(title)
    if not has_han(title):
        return _same_latin_name(name, title)
    if any(alias_key(x) == alias_key(plain) or x.endswith(plain) for x in shown):
        return name.role == "host" or alias_key(plain) in map(alias_key, shown)
    if name.role == "host":
        return _same_host(name.text, title)
    if name.role == "country":
        return _same_country(name, title)
    stem, level = split_level(plain, name.country)
    for text in shown:
        bare, own = split_level(text, name.country)
        if bare != stem:
            continue
        if own and level:
            return own.kind == level.kind
        if level:  # a bare label over a link with a level
            return level.kind in ("city", "town", "district")
        return own is None or own.kind != "region" or not _is_city(stem, name.country)
    return False


def _same_latin_name(name: StatedName, title: str) -> bool:
    """Whether both differ in accents, a qualifier or the word for a town or district."""
    stem, level = english_level(title, name.country)
    forms = {fold(title)}
    if level is not None and level.kind in ("city", "town", "district"):
        forms.add(fold(stem))
    plain = BRACKET.sub("", name.text)
    return not forms.isdisjoint({fold(x) for x in (name.text, plain, _QUALIFIER.sub("", plain))})


def _same_host(text: str, title: str) -> bool:
    """Whether both differ in a suffix at most: 北京 and 北京市."""
    one, other = to_simplified(text), to_simplified(title)
    return one.startswith(other) or other.startswith(one) or one.endswith(other)


def _same_country(name: StatedName, title: str) -> bool:
    """Whether the link of a country goes to a page by a name in use for it, but a longer one."""
    found = find_country(title)
    return found is not None and found.iso == name.country and found.form != "variant"


def _is_city(stem: str, country: str | None) -> bool:
    return any(country in (None, p.country) for p in lookup(stem))


def _links_to_parent(name: StatedName, title: str) -> bool:
    """Whether the one link of 大田廣域市中區 goes to 大田廣域市."""
    parent = name.record.parent if name.role == "partner" and name.record else None
    return to_simplified(parent or "") == to_simplified(title)


def _difference(name: StatedName, title: str) -> str:
    """What kind of difference a label and its target have."""
    if _links_to_parent(name, title):
        return "parent"
    if name.role == "country":
        return "name"
    take_off = split_level if has_han(title) else english_level
    stem, level = take_off(to_simplified(title), name.country)
    own_stem, own = take_off(to_simplified(name.text), name.country)
    return "level" if stem == own_stem and (level or own) else "name"


# -- two links ---------------------------------------------------------------------------------

_MARKUP = re.compile(r"<[^<>]*>|\]\([^)\s]*(?:\s+\"[^\"]*\")?\s*\)|\[|\]")


def two_links(facts: Facts) -> Iterator[Draft]:
    """Names that are two links one behind the other."""
    for names in facts.names_of("zh"):
        group = group_id("two-links", names.side)
        for name in (*names.hosts, *names.partners):
            pair = _pair(names, name)
            if pair is None:
                continue
            record = name.record
            params: dict[str, Param] = {
                "partner": record.partner if record else name.text,
                "host": record.host if record else "",
                "whose": name.role,
                "links": tuple(x.label.text for x in pair),
            }
            yield Draft(
                "two-links",
                [pair[0].label],
                params,
                records=name.records,
                key=[name.role, name.text],
                group=group,
            )


def _pair(names: StatedNames, name: StatedName) -> tuple[PageLink, PageLink] | None:
    """The two links that a name consists of."""
    first = 1 if name.role == "partner" else name.ref.column
    links = names.links_in(name.ref.line, first, name.ref.end_column)
    if len(links) < 2:
        return None
    one, two = links[-2:]
    if two.label.column < name.ref.column or find_country(one.label.text):
        return None
    if name.record and name.record.country_ref == one.label:
        return None
    line = names.source.document.lines[name.ref.line - 1]
    between = line[one.label.end_column - 1 : two.label.column - 1]
    return None if _MARKUP.sub("", between).strip() else (one, two)


CHECKS = (
    Check(labels_and_targets, ("label-target",)),
    Check(two_links, ("two-links",)),
)

"""Checks of a name's text beside its link: other spellings, two links in one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.host_names import misnamed
from reconcile.checks.names.stated import StatedName, StatedNames, page_title
from reconcile.models import PageLink
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold
from reconcile.vocabulary import LAST_BRACKET

_QUALIFIER = re.compile(r"(?<=[^\W\d_]), .*$")
"""What tells namesakes apart in English: `Springfield, Illinois`."""
_LOWER_LEVELS = ("district", "town", "village")
"""Kinds of level of what lies in a city or county."""
_OPTIONAL = ("city", "town", "district")
"""Kinds of level whose word may stand or fall."""


# -- labels ------------------------------------------------------------------------------------


def labels_and_targets(facts: Facts) -> Iterator[Draft]:
    """Names whose displayed text and link target are spelt differently."""
    for names in facts.names:
        for name in names.all:
            page = _page(name)
            if page is None or page.han != name.place.han or _same_name(name, page):
                continue
            if name.role == "host" and misnamed(facts, name.text):
                continue
            parent = _links_to_parent(name, page)
            yield Draft(
                "label-target",
                [name.ref],
                {
                    "label": name.record.partner if name.record and parent else name.text,
                    "target": name.target or "",
                    "difference": "parent" if parent else _difference(name, page),
                },
                records=name.records,
                key=[name.role, name.text, name.target],
                group=group_id("label-target", names.side),
            )


def _page(name: StatedName) -> PlaceName | None:
    """The title of the page that a name links to, without what tells namesakes apart."""
    title = page_title(name.target)
    if title is None:
        return None
    return place_name(_QUALIFIER.sub("", LAST_BRACKET.sub("", title)), name.country)


def _same_name(name: StatedName, page: PlaceName) -> bool:
    """Whether label and target differ in script, disambiguation or a level suffix only.

    A suffix matters where the bare name is another place: 奧盧省 is not 奧盧, a city.
    """
    if not page.han:
        return _same_latin_name(name, page)
    shown = _shown(name)
    if any(x.key == page.key for x in shown):
        return True
    if name.role == "host":
        return _same_host(shown, page)
    if any(x.simple.endswith(page.simple) for x in shown):
        return False
    if name.role == "country":
        return _same_country(page)
    alike = (x for x in shown if x.bare.simple == page.bare.simple)
    return next((_same_level(x, page) for x in alike), False)


def _shown(name: StatedName) -> list[PlaceName]:
    """What a name is displayed as: alone and with its parent, with its bracket and without."""
    texts = [name.text, *([name.record.partner] if name.record else [])]
    bare = [LAST_BRACKET.sub("", x) for x in texts]
    return [place_name(x, name.country) for x in dict.fromkeys([*texts, *bare])]


def _same_latin_name(name: StatedName, page: PlaceName) -> bool:
    """Whether both differ in accents, a qualifier or the word for a town or district."""
    forms = {page.folded, *([page.bare.folded] if page.kind in _OPTIONAL else [])}
    plain = LAST_BRACKET.sub("", name.text)
    return not forms.isdisjoint({fold(x) for x in (name.text, plain, _QUALIFIER.sub("", plain))})


def _same_host(shown: list[PlaceName], page: PlaceName) -> bool:
    """Whether both differ in a suffix at most: 北京 and 北京市."""
    return page.simple.startswith(shown[0].simple) or any(
        x.simple.startswith(page.simple) or x.simple.endswith(page.simple) for x in shown
    )


def _same_country(page: PlaceName) -> bool:
    """Whether the link of a country goes to a page by a name in use for it, but a longer one."""
    found = page.named_country
    return found is not None and found.iso == page.country and found.form != "variant"


def _same_level(label: PlaceName, page: PlaceName) -> bool:
    """Whether a label means the place of the page whose name is the same but for the level."""
    if label.level and page.level:
        return label.kind == page.kind
    if page.level:
        return page.kind in _OPTIONAL
    return label.kind != "region" or not page.bare.places_there


def _links_to_parent(name: StatedName, page: PlaceName) -> bool:
    """Whether the one link of 大田廣域市中區 goes to 大田廣域市."""
    parent = name.record.parent if name.role == "partner" and name.record else None
    return place_name(parent or "").simple == page.simple


def _difference(name: StatedName, page: PlaceName) -> str:
    """What kind of difference a label and its target have."""
    same_stem = name.place.bare.simple == page.bare.simple
    leveled = name.place.level or page.level
    return "level" if name.role != "country" and same_stem and leveled else "name"


# -- two links ---------------------------------------------------------------------------------

_MARKUP = re.compile(r"<[^<>]*>|\]\([^)\s]*(?:\s+\"[^\"]*\")?\s*\)|\[|\]")
_APART = re.compile(r"<(?:/?(?:li|dd|dt|p|div|t[dhr])|br)\b", re.IGNORECASE)
"""What ends an item, a line or a cell: the next link is another's."""


def two_links(facts: Facts) -> Iterator[Draft]:
    """Names that are two links one behind the other, of which none is part of the other."""
    for names in facts.names_of("zh"):
        for name in (*names.hosts, *names.partners):
            pair = _pair(names, name)
            if pair is None or _is_part_and_whole(facts, name, pair):
                continue
            yield Draft(
                "two-links",
                [pair[0].label],
                {
                    "partner": name.record.partner if name.record else name.text,
                    "host": name.host,
                    "whose": name.role,
                    "links": tuple(x.label.text for x in pair),
                },
                records=name.records,
                key=[name.role, name.text],
                group=group_id("two-links", names.side),
            )


def _is_part_and_whole(facts: Facts, name: StatedName, pair: tuple[PageLink, PageLink]) -> bool:
    """Whether a link before the name says what the place lies in, as in 東京都新宿區."""
    if name.role == "host":
        return bool(facts.home.find(name.text))
    whole, part = (place_name(x.label.text, name.country) for x in pair)
    return whole.kind in ("region", "county") or bool(whole.regions) or part.kind in _LOWER_LEVELS


def _pair(names: StatedNames, name: StatedName) -> tuple[PageLink, PageLink] | None:
    """The two links that a name consists of."""
    first = 1 if name.role == "partner" else name.ref.column
    links = names.links_in(name.ref.line, first, name.ref.end_column)
    if len(links) < 2:
        return None
    one, two = links[-2:]
    if two.label.column < name.ref.column or place_name(one.label.text).named_country:
        return None
    if name.record and name.record.country_ref == one.label:
        return None
    line = names.source.document.lines[name.ref.line - 1]
    between = line[one.label.end_column - 1 : two.label.column - 1]
    apart = _APART.search(between) or _MARKUP.sub("", between).strip()
    return None if apart else (one, two)


CHECKS = (Check(labels_and_targets, ("label-target",)), Check(two_links, ("two-links",)))

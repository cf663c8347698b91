"""The check of names that another region writes so: mainland China, Taiwan, Hong Kong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import StatedName, StatedNames
from reconcile.places.countries import name_of
from reconcile.places.placename import place_name
from reconcile.places.usage import REGIONS, usage_of

_CLEAR = 0.6
"""The share of telling names from which a list follows one region's usage."""
_NEAR = 0.85
"""Two regions that often agree are both followed if one has this share of the other's names."""
_FEW = 4
"""With fewer telling names a list follows no usage that could be told."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """In which regions a name is used, where the regions differ, and what each of them writes."""

    regions: frozenset[str]
    usual: dict[str, str]


def regional_forms(facts: Facts) -> Iterator[Draft]:
    """Names of another region's usage than most names of the list."""
    for names in facts.names_of("zh"):
        differing = [
            (name, forms)
            for name in (*names.countries, *names.partners)
            if (forms := _country_forms(name) if name.role == "country" else _place_forms(name))
        ]
        distinct = {name.place.simple: forms.regions for name, forms in differing}
        votes = Counter(region for regions in distinct.values() for region in regions)
        most = max(votes.values(), default=0)
        if len(distinct) < _FEW or most < _CLEAR * len(distinct):
            continue
        followed = [region for region in REGIONS if votes[region] >= _NEAR * most]
        for name, forms in differing:
            if forms.regions.isdisjoint(followed):
                yield _other_usage(names, name, forms, followed, (most, len(distinct)))


def _other_usage(
    names: StatedNames,
    name: StatedName,
    forms: _Forms,
    followed: list[str],
    shares: tuple[int, int],
) -> Draft:
    """`shares` are how many of the distinct names follow the list's usage, and all of them."""
    region = next(r for r in REGIONS if r in forms.regions)
    usual = forms.usual[followed[0]]
    usual = names.in_majority_script(usual) or usual
    count, of_all = shares
    return Draft(
        "regional-form",
        [name.ref],
        {
            "text": name.text,
            "region": region,
            "majority": "-".join(followed),
            "count": count,
            "all": of_all,
            "usual": usual,
        },
        records=name.records,
        key=[name.role],
        group=group_id("regional-form", names.side, region),
        suggestion=usual,
        severity="info" if names.is_of_wiki else None,
    )


def _country_forms(name: StatedName) -> _Forms | None:
    found = name.place.named_country
    if found is None or not 0 < len(found.conventions) < len(REGIONS):
        return None
    usual = {
        "cn": name_of(found.iso, "zh-Hans"),
        "tw": name_of(found.iso, "zh-Hant"),
        "hk": name_of(found.iso, "zh-Hant-HK"),
    }
    return _Forms(found.conventions, usual)


def _place_forms(name: StatedName) -> _Forms | None:
    simple = place_name(name.place.simple, name.country)
    usage = usage_of(simple.stem, name.country)
    if usage is None or len(regions := usage.regions_of(simple.stem)) == len(REGIONS):
        return None
    suffix = simple.level.suffix if simple.level else ""
    return _Forms(regions, {r: usage.names[r][0] + suffix for r in REGIONS})


CHECKS = (Check(regional_forms, ("regional-form",)),)

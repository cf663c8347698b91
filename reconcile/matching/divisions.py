"""The state in which rows place their partners: two towns of one name may be two places."""

from __future__ import annotations

from reconcile.matching.targets import bracket_of
from reconcile.models import Record
from reconcile.places.home import load_home
from reconcile.places.home.from_table import tabled_countries
from reconcile.places.levels import Region
from reconcile.places.placename import place_name


def division_of(record: Record) -> Region | None:
    """The division that a partner's parent, its bracket or that of its link names, if just one."""
    for text in (record.parent, record.disambiguator, bracket_of(record.target or "")):
        found = place_name(text, record.country).regions if text else ()
        if len(found) == 1 and record.country is not None:
            return found[0]
    return None


def _known_division(zh: Record) -> Region | None:
    """The one division that the country's table of units has a Chinese name in: 宿州, of Anhui."""
    if zh.country not in tabled_countries():
        return None
    provinces = {unit.province for unit in load_home(zh.country).find(zh.name)}
    found = [r for p in provinces for r in place_name(p, zh.country).regions]
    return found[0] if len(provinces) == len(found) == 1 else None


def divisions_of(zh: Record, en: Record) -> tuple[Region, Region] | None:
    """The divisions of two rows, where both are told and of one kind and country."""
    other = division_of(en)
    one = division_of(zh) or (_known_division(zh) if other else None)
    if one is None or other is None or (one.iso, one.kind) != (other.iso, other.kind):
        return None
    return one, other

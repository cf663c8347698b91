"""The state in which rows place their partners: two towns of one name may be two places."""

from __future__ import annotations

from reconcile.matching.targets import bracket_of
from reconcile.models import Record
from reconcile.places.levels import Region
from reconcile.places.placename import place_name


def division_of(record: Record) -> Region | None:
    """The division that a partner's parent, its bracket or that of its link names, if just one."""
    for text in (record.parent, record.disambiguator, bracket_of(record.target or "")):
        found = place_name(text, record.country).regions if text else ()
        if len(found) == 1 and record.country is not None:
            return found[0]
    return None


def divisions_of(zh: Record, en: Record) -> tuple[Region, Region] | None:
    """The divisions of two rows, where both name one of the same kind and country."""
    one, other = division_of(zh), division_of(en)
    if one is None or other is None or (one.iso, one.kind) != (other.iso, other.kind):
        return None
    return one, other

"""The check of how countries are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import ParsedSource, Record
from reconcile.places.countries import CountryName, Entry, is_slip, standard_name
from reconcile.places.placename import place_name
from reconcile.scripts import Script

_UNCLEAR = ("misspelt", "short", "ambiguous")


def country_names(facts: Facts) -> Iterator[Draft]:
    """Countries misspelt, shortened or ambiguous.

    A text too short to tell by itself is misspelt where the counterpart has the country.
    """
    for source in facts.sources:
        script = _script(source)
        for r in source.records:
            found = (
                _country(r.country_text, script) or _meant(facts, r, script)
                if r.country_text
                else None
            )
            if r.country_text is None or r.country_ref is None or found is None:
                continue
            if found.form in _UNCLEAR and found.standard != r.country_text.strip():
                misspelt = found.form == "misspelt"
                yield Draft(
                    "country-name",
                    [r.country_ref],
                    {
                        "text": r.country_text,
                        "country": found.iso,
                        "standard": found.standard,
                        "problem": found.form,
                    },
                    records=[r.id],
                    severity="warning" if misspelt else "notice",
                    suggestion=found.standard if misspelt else None,
                )


def _script(source: ParsedSource) -> Script:
    """The script that most country names of a source are written in."""
    counts = Counter(place_name(r.country_text).script for r in source.records if r.country_text)
    traditional, simplified = counts["traditional"], counts["simplified"]
    return "traditional" if traditional > simplified else "simplified" if simplified else "both"


def _country(text: str, script: Script) -> CountryName | None:
    """The country that a text, or what stands behind its last comma, names."""
    last = text.rsplit(",", 1)[-1].strip()
    return place_name(text).country_in(script) or place_name(last).country_in(script)


def _meant(facts: Facts, record: Record, script: Script) -> CountryName | None:
    """The counterpart's country, if what stands for that of the row is a slip of its name."""
    iso, text = facts.country_of(record), record.country_text
    if iso is None or text is None or not is_slip(text, iso):
        return None
    entry = Entry(iso, "misspelt")
    return CountryName(iso, entry.form, standard_name(text, entry, script))


CHECKS = (Check(country_names, ("country-name",)),)

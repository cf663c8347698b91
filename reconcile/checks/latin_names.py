"""What a partner of the Chinese list is called in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.models import Record
from reconcile.places.placename import place_name


def latin_names(record: Record) -> Iterator[tuple[str, str]]:
    """The Latin names that tables know of a partner, the likeliest first, each with its country."""
    name = record.place
    for entry in name.exonyms:
        if record.country in (None, entry.country):
            yield from ((latin, entry.country) for latin in entry.latin[:1])
    for place in name.places_there[:1]:
        yield place.name, place.country
        others = place_name(place.name, place.country).other_names
        yield from ((latin, place.country) for latin in others)

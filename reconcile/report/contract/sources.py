"""The sources of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import SkipJsonSchema

from reconcile.models import Side
from reconcile.report.contract.values import (
    Count,
    Counts,
    Date,
    Part,
    Position,
    Sha256,
    SourceId,
    Text,
)


@dataclass(frozen=True)
class SavedAccounting(Part):
    """What the lines of a source were used as; they add up to all its lines."""

    record: Count
    structure: Count
    ignored: Counts
    """Reason → lines."""
    not_understood: Count


@dataclass(frozen=True)
class SavedLicence(Part):
    """What a wiki says that its texts are under."""

    name: Text
    url: Text


@dataclass(frozen=True)
class SavedPage(Part):
    """The revision of a wiki's page that a source is the text of."""

    title: Text
    page_id: Count
    revision: Count
    timestamp: Text | None
    """Of the revision: ISO 8601, UTC."""
    language: Text | None
    site: Text | None
    """The name of the wiki."""
    licence: SavedLicence | None
    address: Text | None
    """Of the page at this revision; null where the wiki is not known."""
    edit_address: Text | None
    """Of the edit view of the page as it is now; `&section=N` is to be added."""


@dataclass(frozen=True)
class SavedColumn(Part):
    """A column of the tables of a source."""

    title: Text
    used_as: Text | None
    """What its cells were read as: host, partner, country, date ...; null if nothing was."""
    filled: Count
    """How many of its cells hold text."""


@dataclass(frozen=True)
class SavedSource(Part):
    """One file or page that was read."""

    id: SourceId
    """`zh:` or `en:` and the name of the file, or the title of the page."""
    side: Side
    path: Text
    """As the user wrote it; of an address, as browsers show it."""
    sha256: Sha256
    lines: Count
    accounting: SavedAccounting
    records: Count = 0
    dated: Count = 0
    """How many of its records have a date."""
    first_date: Date | None = None
    last_date: Date | None = None
    lines_not_understood: tuple[Position, ...] = ()
    format: Text = ""
    """Which it was read in."""
    columns: tuple[SavedColumn, ...] = ()
    page: SavedPage | SkipJsonSchema[None] = None
    """Only there if the source is known to be one."""

    def as_mapping(self) -> dict[str, Any]:
        """Its keys with their values; `page` only where there is one."""
        keys = super().as_mapping()
        if self.page is None:
            del keys["page"]
        return keys

"""The note beside a copy of a page: a small JSON that says which revision the text is.

`list.wiki.json` belongs to `list.wiki`. Where a source has such a note and its text is still that
of the note, the run knows the page as if it had just been fetched.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter, ValidationError

from reconcile.project.files import read_bytes
from reconcile.provenance import Licence, PageRevision

if TYPE_CHECKING:
    from reconcile.project.wiki.mediawiki import FetchedPage


@dataclass(frozen=True)
class Note:
    """What the note says: its fields are the keys, those of `PageRevision` among them."""

    schema: Literal["reconcile-page/1"]
    title: str
    page_id: int
    revision: int
    timestamp: str | None
    language: str | None
    site: str | None
    api: str | None
    index: str | None
    licence: Licence | None
    address: str
    """What was asked for."""
    sha256: str
    """Of the text, as it was fetched."""

    @classmethod
    def of(cls, fetched: FetchedPage) -> Note:
        """The note for a page that was fetched."""
        known = {name: getattr(fetched.page, name) for name in _KNOWN}
        return cls(
            schema="reconcile-page/1",
            **known,
            address=fetched.address.name,
            sha256=digest(fetched.text.encode()),
        )

    @property
    def page(self) -> PageRevision:
        """Which revision it is, as the value that flows through the program."""
        return PageRevision(**{name: getattr(self, name) for name in _KNOWN})

    def to_json(self) -> str:
        """The text of the note."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


_KNOWN = tuple(f.name for f in fields(PageRevision) if f.name != "wikitext")


def digest(data: bytes) -> str:
    """What tells whether a text is still the same."""
    return hashlib.sha256(data).hexdigest()


def note_path(path: str) -> str:
    """Where the note of a copy is."""
    return f"{path}.json"


def read_note(path: str) -> Note | None:
    """The note beside a file; None where there is none, or a JSON of another kind."""
    note = note_path(path)
    if not Path(note).is_file():
        return None
    try:
        return TypeAdapter(Note).validate_json(read_bytes(note))
    except ValidationError:
        return None


def page_of_copy(path: str, data: bytes) -> tuple[PageRevision | None, str | None]:
    """Which page a file is a copy of, if its note says so, and what to tell the user if not.

    Args:
        path: the file.
        data: what it holds now.
    """
    note = read_note(path)
    if note is None:
        return None, None
    if note.sha256 != digest(data):
        return None, f"{path} is not as it was fetched: its lines are not linked to the page"
    return note.page, None

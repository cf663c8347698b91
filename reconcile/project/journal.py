"""What `accept` and `review` have written, so that `reconcile undo` can take it back.

The journal is a file in the folder of the reports. Each step knows the text that was put into a
rule file, and the file before and after by their hashes: what was touched since is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from reconcile.errors import ReconcileError
from reconcile.overrides.file.write import Insertion
from reconcile.project.files import read_text

NAME = "undo.json"
_KEPT = 100
"""So many decisions can be taken back."""


@dataclass(frozen=True, slots=True)
class Step:
    """One decision: `text` was put into the rule file `path`, at an offset in characters.

    `rules` are the ids of its rules, `before` and `after` the SHA-256 of the file; `new` tells
    that there was no file before.
    """

    path: str
    at: int
    text: str
    rules: tuple[str, ...]
    before: str
    after: str
    new: bool

    @property
    def insertion(self) -> Insertion:
        """What was put into the file."""
        return Insertion(self.at, self.text)


def digest(text: str) -> str:
    """The SHA-256 of a file with this text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Journal:
    """The journal in one folder."""

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / NAME

    def steps(self) -> tuple[Step, ...]:
        """All decisions that can be taken back, the oldest first.

        Raises:
            ReconcileError: the file is not what was written.
        """
        if not self.path.is_file():
            return ()
        try:
            data = json.loads(read_text(str(self.path), "what can be undone"))
            return TypeAdapter(tuple[Step, ...]).validate_python(data)
        except (ValueError, RecursionError, ValidationError):
            raise ReconcileError(
                "this is not what reconcile has written: delete it", path=str(self.path)
            ) from None


def rendered(steps: Sequence[Step]) -> str:
    """The text of a journal: one step a line."""
    lines = [json.dumps(asdict(step), ensure_ascii=False) for step in steps[-_KEPT:]]
    return "[\n" + ",\n".join(lines) + "\n]\n"

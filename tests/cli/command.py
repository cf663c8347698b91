"""Running the command in this process, as a user would from a shell."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from reconcile.cli import main


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


class Command:
    """`reconcile` in a working directory of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def __call__(self, *words: str | Path) -> Outcome:
        """Run with these words on the command line."""
        before, argv = Path.cwd(), sys.argv
        os.chdir(self.folder)
        sys.argv = ["reconcile", *map(str, words)]
        self.capsys.readouterr()
        try:
            with pytest.raises(SystemExit) as stop:
                main()
        finally:
            os.chdir(before)
            sys.argv = argv
        code = stop.value.code
        captured = self.capsys.readouterr()
        return Outcome(int(code or 0), captured.out, captured.err)

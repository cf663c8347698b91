"""What the tests of the command against hostile surroundings share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command

ZH = "長沙市\n\n- 日本鹿兒島市\n- 韓國龜尾市\n"
EN = "==Hunan==\nChangsha\n- JPN Kagoshima, Japan\n"


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """`reconcile` in a folder with two small lists, `zh.txt` and `en.txt`."""
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    return Command(tmp_path, capsys)

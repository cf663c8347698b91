from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command

ZH = """\
## 湖南

| | |
| ---: | --- |
| 〖[長沙市](a.md)〗- | | <small>[日本](b.md)[鹿兒島](c.md)（1982年10月30日） |
| | | <small>[美國](b.md)[聖保羅](c.md)（1988年5月9日） |
"""
EN = """\
==C==
Changsha

- JPN Kagoshima, Japan
- USA Saint Paul, United States
"""


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """`reconcile` in a folder that holds a small pair, `zh.md` and `en.txt`."""
    (tmp_path / "zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    return Command(tmp_path, capsys)

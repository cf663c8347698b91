from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import EN, ZH

PATIENCE = 60.0
"""Seconds after which a line is not expected to come any more: nothing here is measured."""


class Watching:
    """`reconcile run --watch` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "reconcile", "run", "--watch", "--limit", "0"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reading = threading.Thread(target=self._read, daemon=True)
        self.reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.lines.put(line.rstrip("\n"))

    def until(self, word: str) -> list[str]:
        """The lines up to the one that holds `word`."""
        found: list[str] = []
        while not found or word not in found[-1]:
            try:
                found.append(self.lines.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"no line with {word!r} came after {found}")
        return found


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    (tmp_path / "zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "reconcile.toml").write_text(
        '[pair]\nzh = ["zh.md"]\nen = ["en.txt"]\nrules = ["rules"]\n', encoding="utf-8"
    )
    started = Watching(tmp_path)
    yield started
    started.process.kill()
    started.process.wait()
    started.reading.join()


RULE = (
    "version: 1\nrules:\n  - {id: n1, kind: no-match, zh: {partner: 鹿兒島},"
    " en: {partner: Kagoshima}, because: Another one.}\n"
)


def test_only_what_changed_is_told(watching: Watching, tmp_path: Path) -> None:
    watching.until("watching")
    rules = tmp_path / "rules/a.YAML"
    rules.write_text(RULE, encoding="utf-8")
    told = watching.until("→ only-en")
    assert any("長沙市 – 鹿兒島: agree → only-zh" in line for line in told)
    assert not any("聖保羅" in line for line in told)
    report = tmp_path / "reports/report.json"
    rules.write_text(RULE.replace("no-match", "no-mtach"), encoding="utf-8")
    assert "did you mean no-match?" in watching.until("rules/a.YAML:3:")[-1]
    watching.until("nothing is done")
    rules.unlink()
    watching.until("→ agree")
    (tmp_path / "zh.md").write_text(ZH.replace("1988年5月9日", "1988年5月99日"), encoding="utf-8")
    watching.until("1988年5月99日")
    assert report.is_file()
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=PATIENCE) == 0
    assert "stopped" in watching.until("stopped")[-1]

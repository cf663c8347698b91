"""Each of the lists is read and linked as its answer says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from reconcile.report.saved.read import read_report
from tests.checks.contradictions import contradicting
from tests.cli.command import Command
from tests.field.grading import faults

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())

OPEN = {
    "airports-csv-and-json": "羽田, in the bracket of an airport, is not compared with Haneda",
    "airports-no-host": "two of nine airports are not linked by what their names hold",
    "airports-without-hosts": "首都 of 北京首都国际机场 is not taken for Capital, a translation",
    "chongqing-wikitext": "hosts that the other list lacks leave their rows open",
    "japan-turned-round-by-country": "a host that the other list lacks leaves its row open",
    "liaoning-wikitext-rowspans": "a host that the other list lacks leaves its row open",
    "metro-stations-both-languages": "動物園 is translated, not spelled by sound, and not linked",
    "unesco-sites-no-host": "names that are translated, not spelled by sound, are not linked",
    "unesco-sites-of-france": "names that are translated, not spelled by sound, are not linked",
    "universities-minguo-dates": "新加坡 of 新加坡國立大學 is taken for its country alone",
    "world-heritage-sites": "names that are translated, not spelled by sound, are not linked",
}
"""Cases that are not read right yet, and what is wrong; one that is must leave this list."""


def runs() -> list[Any]:
    """Every run of every case, with its answer."""
    found = []
    for folder in FOLDERS:
        want = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        for n, run in enumerate(want.get("runs", [want]), 1):
            found.append(
                pytest.param(folder, run, id=f"{folder.name}-{n}" if n > 1 else folder.name)
            )
    return found


@pytest.mark.parametrize(("folder", "want"), runs())
def test_a_list_is_read_whole(
    folder: Path,
    want: dict[str, Any],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if reason := OPEN.get(request.node.callspec.id):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    shutil.copytree(
        folder, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.*")
    )
    args = next(args for args in want["commands"] if isinstance(args, list))
    outcome = Command(tmp_path, capsys)(*args, "--no-rules", "--json", "report.json")
    if outcome.code == 2 and want.get("refusal_ok"):
        assert re.search(want["refusal_says"], outcome.err)
        return
    assert outcome.code == 0, outcome.err
    text = (tmp_path / "report.json").read_text(encoding="utf-8")
    report = json.loads(text)
    assert contradicting(read_report(text, "report.json").findings) == []
    assert faults(want, report, outcome.out + outcome.err) == []

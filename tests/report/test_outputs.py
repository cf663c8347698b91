from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from reconcile.models import Result
from reconcile.report import OUTPUTS
from reconcile.report.view.view import View

ROOT = Path(__file__).parents[2]

_SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from reconcile.report import OUTPUTS
from reconcile.report.view.view import build_view
from tests.report.factory import make_result
result = make_result()
for output in OUTPUTS:
    text = output.render(build_view(result), result)
    print(hashlib.sha256(text.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def rendered(view: View, result: Result) -> dict[str, str]:
    return {o.name: o.render(view, result) for o in OUTPUTS}


def test_names_of_the_files() -> None:
    names = ["index.html", "report.json", "reconciled.csv", "summary.md"]
    assert [o.filename for o in OUTPUTS] == names


def test_nothing_but_the_result_shows(rendered: dict[str, str], tmp_path: Path) -> None:
    expected = [hashlib.sha256(t.encode()).hexdigest() for t in rendered.values()]
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Shanghai")):
        env = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PATH": os.environ["PATH"]}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(ROOT)],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env=env,
        )
        assert done.stdout.split() == expected


def test_no_absolute_path_shows(rendered: dict[str, str]) -> None:
    for text in rendered.values():
        assert str(ROOT) not in text


def test_all_outputs_count_the_same(rendered: dict[str, str], view: View) -> None:
    data = json.loads(rendered["json"])
    table = pd.read_csv(io.StringIO(rendered["csv"]), dtype=str, keep_default_na=False)
    for name, n in view.verdicts.items():
        assert data["counts"]["verdicts"][name] == n
        assert (table["verdict"] == name).sum() == n
    assert data["counts"]["comparable"]["agreements"] == view.comparable.agreements
    assert data["summary"] == view.sentence
    assert view.sentence in rendered["summary"]
    assert view.headline in rendered["html"]
    assert f"{view.findings.open} open findings" in rendered["summary"]
    assert f"{view.findings.open} open findings" in rendered["html"]

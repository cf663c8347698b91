"""`reconcile eval`: the grades of a run and of a report."""

from __future__ import annotations

import pytest

from tests.cli.command import Command
from tests.conftest import ROOT

HEADER = "zh_line,host,country,partner,date,host_en,verdict,en_line,partner_en,iso,sure\n"


def test_eval_prints_both_figures(command: Command) -> None:
    (command.folder / "labels.csv").write_text(
        HEADER + "5,長沙市,日本,鹿兒島,,Changsha,match,4,Kagoshima,JP,1\n", encoding="utf-8"
    )
    outcome = command("eval", "labels.csv", "zh.md", "en.txt")
    assert outcome.code == 0
    assert "no hand-written names" in outcome.out
    assert command("run", "zh.md", "en.txt", "-q").code == 0
    outcome = command("eval", "labels.csv", "--report", "reports/report.json")
    assert "1/1" in outcome.out
    assert command("eval", "labels.csv", "--report", "zh.md").code == 2


@pytest.mark.parametrize(
    ("labels", "zh"),
    [
        ("links.csv", "seeds/zh-sister-cities-of-china.md"),
        ("guangdong.csv", "tests/samples/zh_guangdong.md"),
    ],
)
def test_graded_links_stay_as_good_as_they_are(labels: str, zh: str, command: Command) -> None:
    """Not one wrong link, and F1 of at least 0.9, by general knowledge alone."""
    command.folder = ROOT
    en = "seeds/en-twin-towns-and-sister-cities-in-china.txt"
    outcome = command("eval", f"tests/labels/{labels}", zh, en)
    row = next(x for x in outcome.out.splitlines() if x.startswith("no rules "))
    figures = row.split()
    assert figures[-5] == "0", "a wrong link"
    assert float(figures[-1]) >= 0.9

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.report.saved.grading import grade, read_labels
from tests.cli.command import Command
from tests.conftest import ROOT

HEADER = "zh_line,host,country,partner,date,host_en,verdict,en_line,partner_en,iso,sure\n"
ROWS = """\
5,長沙市,日本,鹿兒島,,Changsha,match,4,Kagoshima,JP,1
6,長沙市,美國,聖保羅,,Changsha,match,9;5,Saint Paul,US,1
7,長沙市,美國,澤西,,Changsha,absent,,Jersey City,US,1
8,長沙市,韓國,龜尾市,,Changsha,match,8,Gumi,KR,0
9,汨羅市,日本,赤平,,,elsewhere,1,Akabira,JP,1
10,長沙市,比利時,蒙斯,,Changsha,renamed,7,Mons,BE,1
"""


def record(name: str, side: str, line: int) -> dict[str, object]:
    text = {"text": name, "parent": None, "target": None}
    host = {"text": "h", "en": None}
    return {
        "id": f"{side}{line}",
        "side": side,
        "source": side,
        "line": line,
        "row_line": line,
        "partner": text,
        "host": host,
    }


def link(zh: int, en: int, relation: str = "same") -> dict[str, object]:
    return {"zh": f"zh{zh}", "en": f"en{en}", "relation": relation, "probability": 0.9}


def report(links: list[dict[str, object]]) -> dict[str, object]:
    zh = [record("x", "zh", n) for n in range(5, 11)]
    en = [record("y", "en", n) for n in range(1, 10)]
    return {"records": [*zh, *en], "links": links}


def test_right_wrong_missed_and_left_out() -> None:
    labels = read_labels(HEADER + ROWS, "x.csv")
    grades = grade(report([link(5, 4), link(6, 5), link(7, 3), link(8, 1), link(9, 1)]), labels)
    assert (grades.right, grades.wanted) == (2, 3)
    assert [m.label.zh_line for m in grades.wrong] == [7]
    assert [m.label.zh_line for m in grades.missed] == [10]
    assert grades.precision == pytest.approx(2 / 3)
    assert grades.recall == pytest.approx(2 / 3)


def test_a_wrong_answer_to_an_answerable_row_is_wrong_and_missed() -> None:
    labels = read_labels(HEADER + ROWS, "x.csv")
    grades = grade(report([link(5, 9)]), labels)
    assert len(grades.wrong) == 1
    assert 5 in {m.label.zh_line for m in grades.missed}


def test_links_between_different_hosts_count_neither_way() -> None:
    labels = read_labels(HEADER + ROWS, "x.csv")
    grades = grade(report([link(7, 3, "other-host"), link(5, 9, "other-host")]), labels)
    assert (grades.right, grades.wanted, grades.wrong) == (0, 2, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "the column en_line is missing"),
        (HEADER + "x,h,,p,,,match,4,,,1\n", "must be numbers"),
        (HEADER + "1,h,,p,,,perhaps,4,,,1\n", "unknown verdict 'perhaps'"),
    ],
)
def test_bad_labels(text: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message):
        read_labels(text, "x.csv")


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

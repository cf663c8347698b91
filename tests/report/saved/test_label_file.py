from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.report.saved.label_file import read_labels

HEADER = "zh_line,host,country,partner,date,host_en,verdict,en_line,partner_en,iso,sure\n"
ROWS = """\
5,長沙市,日本,鹿兒島,,Changsha,match,4,Kagoshima,JP,1
6,長沙市,美國,聖保羅,,Changsha,match,9;5,Saint Paul,US,0
9,汨羅市,日本,赤平,,,elsewhere,1,Akabira,JP,1
7,長沙市,美國,澤西,,Changsha,absent,,Jersey City,US,1
"""


def test_rows_are_read_whatever_else_stands_in_them() -> None:
    labels = read_labels(HEADER + ROWS, "x.csv")
    assert [(x.zh_line, sorted(x.en_lines), x.counts) for x in labels] == [
        (5, [4], True),
        (6, [5, 9], False),
        (9, [1], False),
        (7, [], True),
    ]
    assert labels[0].accepts(4)
    assert not labels[0].accepts(5)
    assert not labels[3].accepts(0)


def test_line_ends_of_every_system_are_line_ends() -> None:
    whole = read_labels(HEADER + ROWS, "x.csv")
    for end in ("\r", "\r\n"):
        assert read_labels((HEADER + ROWS).replace("\n", end), "x.csv") == whole


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: the column en_line is missing"),
        ("a,b\n1,2\n", "1: the column en_line is missing"),
        (HEADER + "x,h,,p,,,match,4,,,1\n", "2: zh_line and en_line must be numbers"),
        (HEADER + "1,h\n", "2: zh_line and en_line must be numbers"),
        (HEADER + "1,h,,p,,,perhaps,4,,,1\n", "2: unknown verdict 'perhaps'"),
        (HEADER + "1,h,," + "p" * 200_000 + ",,,match,4,,,1\n", "this is no CSV: field larger"),
    ],
)
def test_bad_labels(text: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message) as error:
        read_labels(text, "x.csv")
    assert str(error.value).startswith("x.csv:")

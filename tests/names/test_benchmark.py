"""The name benchmark: what it prints first, and its definitions."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.names.__main__ import main
from benchmarks.names.measure import (
    Answer,
    at_threshold,
    calibration_error,
    f1,
    precise_threshold,
    top1,
)
from tools.names.pairs import NamePair

NAMES = "羅馬 Roma|薩羅納 Sarona|馬納羅 Manaro|納羅薩 Narosa|羅納 Rona|薩馬 Sama|薩納 Sana"


def answers(*pairs: tuple[float, bool]) -> list[Answer]:
    return [Answer(NamePair("IT", "羅馬", ("Roma",)), "Roma", p, right) for p, right in pairs]


def test_the_first_line_is_the_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"IT\t{zh}\t{en}" for zh, en in (n.split() for n in NAMES.split("|"))]
    table, pool, out = tmp_path / "t.tsv", tmp_path / "p.tsv", tmp_path / "f.json"
    table.write_text("\n".join(["country\tzh\ten", *rows]) + "\n", "utf-8")
    names = [f"IT\t{row.split()[-1]}" for row in rows]
    pool.write_text("\n".join(["country\ten", *names]) + "\n", "utf-8")
    arguments = ["--train", table, "--train", table, "--dev", table, "--test", table]
    arguments += ["--pool", pool, "--json", out, "--epochs", "1"]
    main([str(a) for a in arguments])
    first = capsys.readouterr().out.splitlines()[0]
    assert re.fullmatch(r"top-1 [01]\.\d{4}", first)
    figures = json.loads(out.read_text("utf-8"))
    assert first == f"top-1 {figures['top1']:.4f}"
    assert {"groups", "precision95", "open", "ece", "ms_per_query"} <= set(figures)


def test_definitions() -> None:
    found = answers(*[(0.9, True)] * 57, *[(0.6, False)] * 3, *[(0.3, False)] * 40)
    assert top1(found) == 0.57
    assert precise_threshold(found) == 0.6
    assert at_threshold(found, 0.6, 100) == (0.95, 0.57)
    assert at_threshold(found, 0.99, 100) == (0, 0)
    assert f1(0.5, 1.0) == pytest.approx(2 / 3)
    assert calibration_error(answers(*[(0.8, True)] * 8, *[(0.8, False)] * 2)) == pytest.approx(0)
    assert calibration_error(answers((0.9, False))) == pytest.approx(0.9)

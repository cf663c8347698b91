"""The Python interface, and the examples of docs/python.md and docs/inputs.md."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import reconcile
from tests.cli.conftest import EN, ZH
from tests.conftest import ROOT
from tests.sources.workbooks.files import dalian, saved

PAIR: dict[str, Any] = {"zh": ("zh.md", ZH), "en": ("en.txt", EN)}


@pytest.fixture
def result() -> reconcile.Reconciliation:
    return reconcile.run(**PAIR, as_of="2026-11-30")


def test_texts_and_files_give_the_same(result: reconcile.Reconciliation, tmp_path: Path) -> None:
    (tmp_path / "zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    files = reconcile.run([tmp_path / "zh.md"], str(tmp_path / "en.txt"), as_of="2026-11-30")
    assert files.verdicts == result.verdicts
    assert [v.verdict for v in result.verdicts] == ["agree", "agree"]
    assert len(result.records) == 4
    assert len(result.links) == 2


def test_the_table_has_types(result: reconcile.Reconciliation) -> None:
    table = result.table()
    assert list(table.zh_partner) == ["鹿兒島", "聖保羅"]
    assert table.zh_line.dtype == pd.Int64Dtype()
    assert table.probability.dtype == pd.Float64Dtype()
    assert table.probability.min() > 0.5
    assert table.en_date.isna().all()
    assert list(table.country) == ["JP", "US"]


def test_texts_about_the_result(result: reconcile.Reconciliation) -> None:
    assert repr(result).startswith("<Reconciliation: Of 2 Chinese and 2 English records")
    assert result.summary().startswith("# Reconciliation")
    shown = result._repr_html_()
    assert "<td>agree</td><td>2</td>" in shown
    assert "<script" not in shown


def test_a_name_cannot_break_out_of_a_notebook() -> None:
    zh = ("zh.csv", "host,partner\n长沙市,<script>x</script>鹿兒島\n,<b>鹿兒島\n长沙市,鹿兒島\n")
    en = ("en.csv", "host,partner\nChangsha,Kagoshima\nChangsha,<img src=x>\n")
    shown = reconcile.run(zh, en)._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown


def test_files_in_an_encoding_beside_a_text_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("主方,友城\n长沙市,鹿儿岛\n".encode("gbk"))
    ways: list[dict[str, Any]] = [
        {"encoding": "gbk"},
        {"encoding_zh": "gb18030", "encoding": "big5"},
    ]
    for options in ways:
        result = reconcile.run(
            zh=[file, ("b.csv", "主方,友城\n长沙市,圣保罗\n")], en=[("en.txt", EN)], **options
        )
        assert [r.partner for r in result.records[:2]] == ["鹿儿岛", "圣保罗"]
        assert len(result.links) == 2


def test_one_sheet_of_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(saved(dalian()))
    result = reconcile.run(
        zh=f"{file}#友城", en=[("en.txt", "Dalian\n\n- Oakland, United States\n")]
    )
    assert result.sources[0].document.id == "zh:list.xlsx#友城"
    assert len(result.links) == 1


def test_reports_are_written(result: reconcile.Reconciliation, tmp_path: Path) -> None:
    names = {Path(p).name for p in result.write(tmp_path / "reports")}
    assert names == {"index.html", "report.json", "reconciled.csv", "summary.md"}
    file = result.to_html(tmp_path / "report.html")
    assert Path(file).read_text(encoding="utf-8").startswith("<!")


def test_columns_rules_and_home(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "version: 1\nrules:\n  - {id: a, kind: no-match, because: test,"
        " zh: {partner: 鹿兒島}, en: {partner: Kagoshima}}\n",
        encoding="utf-8",
    )
    result = reconcile.run(
        zh=[("a.csv", "甲,乙\n长沙市,鹿兒島\n"), ("b.csv", "甲,乙\n长沙市,聖保羅\n")],
        en=[("en.txt", EN)],
        columns_zh={"host": "甲", "partner": "乙"},
        rules=rules,
        home="CN",
        scope="all",
    )
    assert [r.partner for r in result.records[:2]] == ["鹿兒島", "聖保羅"]
    assert [len(s.records) for s in result.sources] == [1, 1, 2]
    assert len(result.links) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"zh": "missing.md"}, "missing.md: the source does not exist"),
        ({"columns_zh": {"hots": "x"}}, "did you mean host?"),
        ({"format_zh": "cvs"}, "did you mean csv?"),
        ({"zh": __file__, "encoding": "gkb"}, "there is no encoding 'gkb'"),
        ({"as_of": "today"}, "takes a day"),
        ({"scope": "towns"}, "cities or all"),
        ({"home": "XX"}, "not the code of a country"),
    ],
)
def test_what_cannot_be_used_is_named(options: dict[str, object], message: str) -> None:
    with pytest.raises(reconcile.ReconcileError, match=re.escape(message)):
        reconcile.run(**{**PAIR, **options})


def test_hosts_that_no_list_names() -> None:
    result = reconcile.run(
        ("a.csv", "友城,国家\n华沙,波兰\n"),
        ("b.csv", "Partner,Country\nWarsaw,Poland\n"),
        host_zh="芝加哥",
        host_en=" Chicago ",
    )
    assert [(r.host, r.host_ref.text) for r in result.records] == [("芝加哥", ""), ("Chicago", "")]
    assert len(result.links) == 1


def test_types_are_shipped() -> None:
    assert (Path(reconcile.__file__).parent / "py.typed").is_file()


def test_the_import_is_light() -> None:
    code = "import reconcile, sys; print([m for m in ('pandas', 'numpy') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_there_is_nothing_else_to_import() -> None:
    with pytest.raises(AttributeError, match="no attribute 'foo'"):
        reconcile.foo  # noqa: B018


EXAMPLES = re.findall(
    r"```python\n(.*?)```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.DOTALL
)


def test_the_examples_of_the_documentation_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "rules").symlink_to(ROOT / "rules")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    assert len(EXAMPLES) > 3
    for example in EXAMPLES:
        exec(compile(example, "docs/python.md", "exec"), scope)
    assert "Of 351 Chinese" in capsys.readouterr().out

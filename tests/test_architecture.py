"""The house: no two modules import each other in a circle, and each says what it holds."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "reconcile").rglob("*.py"))
}


def imported(path: Path) -> set[str]:
    """The modules of the package that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


def test_no_import_runs_in_a_circle() -> None:
    graph = {name: imported(path) - {name} for name, path in MODULES.items()}
    assert sum(map(len, graph.values())) > 500
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_a_circle_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("def f():\n    from reconcile.models import Record\n", encoding="utf-8")
    assert imported(file) == {"reconcile.models"}


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_holds_and_is_small(name: str) -> None:
    text = MODULES[name].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 400


ANALYSIS = {
    "split_level", "split_parent", "english_level", "english_parent", "find_region",
    "find_country", "lookup", "exonyms", "other_names", "alias_key", "to_simplified",
}  # fmt: skip


def test_names_are_analysed_by_the_names_stage_alone() -> None:
    outside = {
        name
        for name, path in MODULES.items()
        if not name.startswith(("reconcile.places", "reconcile.names", "reconcile.scripts"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in ANALYSIS
    }
    assert len(outside) <= 3, outside

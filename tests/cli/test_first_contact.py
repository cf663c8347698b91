from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reconcile.project.demo import demo_pair
from tests.cli.command import Command

ROOT = Path(__file__).parents[2]


def test_the_demo_needs_no_files_of_ones_own(command: Command) -> None:
    outcome = command("run", "--demo", "--limit", "1")
    assert outcome.code == 0, outcome.err
    assert "長崎市 ↔ 波爾圖" in outcome.out
    assert (command.folder / "reports/index.html").is_file()
    refused = command("run", "--demo", "zh.md", "en.txt")
    assert refused.code == 2
    assert "--demo has lists of its own: leave out the others" in refused.err


def test_the_lists_of_the_demo_go_into_the_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for path in map(Path, demo_pair()):
        source = path.relative_to(ROOT).as_posix()
        assert path.is_file()
        assert included[source] == f"reconcile/data/demo/{path.name}"


def test_what_the_readme_shows_runs_as_it_stands(command: Command) -> None:
    folder = command.folder / "examples"
    shutil.copytree(ROOT / "examples", folder)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    part = readme.partition("## Three ways to use it\n")[2].partition("\n## ")[0]
    lines = [line.strip() for line in part.splitlines() if line.startswith("    reconcile ")]
    assert len(lines) == 10
    rules = (folder / "rules/japan.yaml").read_bytes()
    run = Command(folder, command.capsys)
    for line in lines:
        outcome = run(*shlex.split(line)[1:])
        assert outcome.code == 0, (line, outcome.err)
        if "undo" not in line and "--quiet" not in line and "--new-only" not in line:
            assert outcome.out.strip(), line
    assert (folder / "rules/japan.yaml").read_bytes() == rules


def completed(shell: str, words: str, number: str) -> list[str]:
    """What a shell offers for the last of `words`."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": number, "_RECONCILE_COMPLETE": f"{shell}_complete"}
    code = "import sys; sys.argv[0] = 'reconcile'; from reconcile.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("shell", "words", "number", "offered"),
    [
        ("bash", "reconcile acc", "1", "plain,accept"),
        ("bash", "reconcile accept --us", "2", "plain,--use"),
        ("zsh", "reconcile und", "1", "undo"),
        ("fish", "reconcile und", "und", "plain,undo"),
    ],
)
def test_shells_complete_commands_and_options(
    shell: str, words: str, number: str, offered: str
) -> None:
    assert offered in completed(shell, words, number)

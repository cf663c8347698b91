"""Holds the results of two commits against each other, byte by byte, for refactorings.

    python tools/compare_results.py REV             # what this folder gives, against REV
    python tools/compare_results.py REV --more DIR  # and the pairs (zh.*, en.*) in DIR's folders
    python tools/compare_results.py --write DIR     # only write this folder's results
    python tools/compare_results.py --old DIR       # against results written before

Compared are `index.html`, `report.json`, `reconciled.csv` and `summary.md` of the seeds with and
without rules, the examples, every sample and every case. The exit code is 1 if anything differs.
Only the Python interface is used, so that commits with other modules inside can be compared.
"""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2026-11-30"
ZH_SEED = "seeds/zh-sister-cities-of-china.md"
EN_SEED = "seeds/en-twin-towns-and-sister-cities-in-china.txt"
SHOWN = 12
"""So many differing lines are shown of a file."""
WIDEST = 240


@dataclass(frozen=True)
class Job:
    """One run: names of files or (name, text) pairs, and rules as files or as one text."""

    name: str
    zh: Sequence[str | tuple[str, str]]
    en: Sequence[str | tuple[str, str]]
    rules: Sequence[str] = ()
    rules_text: str | None = None
    home: str | None = field(default="CN")


def _samples() -> Iterator[Job]:
    yield Job("seeds", [ZH_SEED], [EN_SEED])
    yield Job("seeds-rules", [ZH_SEED], [EN_SEED], ["rules/seeds.yaml"])
    yield Job("seeds-guangdong", [ZH_SEED, "tests/samples/zh_guangdong.md"], [EN_SEED])
    for place in ("guangdong", "sichuan", "zhejiang"):
        yield Job(place, [f"tests/samples/zh_{place}.md"], [EN_SEED])
    yield Job(
        "other-rendering", [ZH_SEED], ["tests/samples/en_china_list_other_rendering_head.txt"]
    )
    zh = "examples/zh-sister-cities-of-japan.wiki"
    en = "examples/en-twin-towns-and-sister-cities-in-japan.wiki"
    yield Job("examples", [zh], [en], home=None)
    yield Job("examples-rules", [zh], [en], ["examples/rules/japan.yaml"], home=None)


def _cases() -> Iterator[Job]:
    from ruamel.yaml import YAML

    folder = ROOT / "tests" / "cases"
    yaml = YAML(typ="safe")
    default = yaml.load(folder / "default.yaml")
    for file in sorted(folder.glob("*.yaml")):
        if file.stem == "default":
            continue
        for n, case in enumerate(yaml.load(file), 1):
            if "both" in case:
                continue
            zh, en = (case.get(side, default[side]) for side in ("zh", "en"))
            rules = case.get("rules")
            name = f"case-{file.stem}-{n}"
            yield Job(name, [("zh.md", zh)], [("en.txt", en)], rules_text=rules)


def _pairs(folder: Path) -> Iterator[Job]:
    for own in sorted(p for p in folder.iterdir() if p.is_dir()):
        zh, en = ([str(f) for f in sorted(own.glob(f"{s}.*"))][:1] for s in ("zh", "en"))
        if zh and en:
            yield Job(f"pair-{own.name}", zh, en, home=None)


def write(out: Path, more: Sequence[Path]) -> None:
    """Write the results of the `reconcile` that is imported here; refusals are results too."""
    import reconcile

    for job in (*_samples(), *_cases(), *(j for folder in more for j in _pairs(folder))):
        folder = out / job.name
        folder.mkdir(parents=True)
        rules = list(job.rules)
        if job.rules_text is not None:
            (folder / "rules.yaml").write_text(job.rules_text, encoding="utf-8")
            rules = [str(folder / "rules.yaml")]
        try:
            result = reconcile.run(
                zh=list(job.zh), en=list(job.en), rules=rules, home=job.home, as_of=AS_OF
            )
        except reconcile.ReconcileError as error:
            text = str(error).replace(str(out), "")
            (folder / "refused.txt").write_text(text, encoding="utf-8")
            continue
        result.write(folder)
        for file in folder.iterdir():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(str(out), ""), encoding="utf-8", newline="")


def compare(old: Path, new: Path) -> int:
    """Print what differs; returns the number of files that do."""
    names = sorted({str(p.relative_to(d)) for d in (old, new) for p in d.rglob("*") if p.is_file()})
    differing = 0
    for name in names:
        texts = [
            (d / name).read_text(encoding="utf-8") if (d / name).is_file() else ""
            for d in (old, new)
        ]
        if texts[0] == texts[1]:
            continue
        differing += 1
        print(f"\n{name}")
        lines = difflib.unified_diff(texts[0].split("\n"), texts[1].split("\n"), lineterm="", n=0)
        changed = [x for x in lines if not x.startswith(("---", "+++", "@@"))]
        for line in changed[:SHOWN]:
            print("  " + line[:WIDEST])
        if len(changed) > SHOWN:
            print(f"  ... {len(changed) - SHOWN} more lines")
    print(f"{len(names)} files compared, {differing} differ")
    return differing


def _write_with(checkout: Path, out: Path, more: Sequence[Path]) -> None:
    """Write the results of a checkout, in a process of its own."""
    args = [sys.executable, str(Path(__file__).resolve()), "--write", str(out)]
    args += [a for folder in more for a in ("--more", str(folder))]
    env = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONHASHSEED": "0"}
    subprocess.run(args, cwd=ROOT, env=env, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rev", nargs="?", help="a commit to compare with")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write this checkout's results")
    parser.add_argument("--old", type=Path, metavar="DIR", help="results to compare with")
    parser.add_argument("--more", type=Path, action="append", default=[], metavar="DIR")
    args = parser.parse_args()
    more = [folder.resolve() for folder in args.more]
    if args.write:
        os.chdir(ROOT)
        write(args.write.resolve(), more)
        return 0
    if not args.rev and not args.old:
        parser.error("name a commit, or results with --old")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        old = args.old
        if old is None:
            checkout = work / "checkout"
            git = ["git", "-C", str(ROOT), "worktree"]
            subprocess.run(
                [*git, "add", "--quiet", "--detach", str(checkout), args.rev], check=True
            )
            try:
                _write_with(checkout, work / "old", more)
            finally:
                subprocess.run([*git, "remove", "--force", str(checkout)], check=True)
            old = work / "old"
        _write_with(ROOT, work / "new", more)
        return int(compare(old, work / "new") > 0)


if __name__ == "__main__":
    sys.exit(main())

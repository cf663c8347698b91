"""Speed and memory of whole commands on the seeds: `python -m benchmarks.end_to_end [--runs 7]`.

Each command runs as a process of its own, the commands taking turns; printed are medians of wall
time, CPU time (user and system) and peak resident memory, and the installed size of the package
with all it needs.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

COMMANDS = {
    "reconcile --help": ["--help"],
    "reconcile run (seeds)": ["run", "--out", "{out}"],
}


def measure(words: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "reconcile", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"reconcile {' '.join(words)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20


def installed_size() -> float:
    """MiB of the package and everything it requires at run time, on this disk."""
    todo, seen, total = ["reconcile-lists"], set(), 0
    while todo:
        name = todo.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        for file in found.files or ():
            path = Path(str(found.locate_file(file)))
            total += path.stat().st_size if path.is_file() else 0
        needs = [n for n in found.requires or () if "extra ==" not in n]
        todo += [m.group() for n in needs if (m := re.match(r"[\w.-]+", n))]
    total += sum(p.stat().st_size for p in Path("reconcile").rglob("*") if p.is_file())
    return total / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    out = tempfile.mkdtemp()
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, words in COMMANDS.items():
            figures[name].append(measure([w.format(out=out) for w in words]))
    shutil.rmtree(out)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"medians of {runs} alternating runs")
    for name, rows in figures.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{name:24} {wall:6.2f} s wall  {cpu:6.2f} s CPU  {memory:6.0f} MiB peak")
    print(f"installed size {installed_size():.0f} MiB")


if __name__ == "__main__":
    main()

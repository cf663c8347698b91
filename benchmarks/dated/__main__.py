"""Dated lists with planted faults.

python -m benchmarks.dated [--seed N] [--rows N] [--json FILE] [--show] [--write FOLDER]
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.dated.figures import Figure, figures, table
from benchmarks.dated.grade import OUTCOMES, Graded, graded
from benchmarks.dated.lists import RIGHT, pairs_of
from benchmarks.dated.world import World

ROWS = 2500


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the lists, run the program on them, and print what came of the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=ROWS, help="rows of all lists of one language")
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    parser.add_argument("--show", action="store_true", help="print the rows that went wrong")
    parser.add_argument("--write", type=Path, help="keep the lists in this folder")
    given = parser.parse_args(arguments)
    start, left = time.perf_counter(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        rows = _run(given.rows, given.seed, given.write or Path(folder), left)
    found = figures(rows)
    print(_table(rows))
    print("\n".join(map(_line, found)))
    print(f"{len(rows)} rows, seed {given.seed}; left out, as it may be right after all:", end=" ")
    print(", ".join(f"{state} {count}" for state, count in sorted(left.items())))
    print(f"{time.perf_counter() - start:.0f} s")
    if given.show:
        print("\n".join(_row(g) for g in rows if _is_odd(g)))
    if given.json:
        given.json.write_text(_json(rows, found, left), encoding="utf-8")


def _run(size: int, seed: int, folder: Path, left: Counter[str]) -> list[Graded]:
    folder.mkdir(parents=True, exist_ok=True)
    world = World.read()
    with world.hidden():
        pairs = list(pairs_of(size, seed, world, left))
        return [g for pair in pairs for g in graded(pair, folder)]


def _table(rows: Sequence[Graded]) -> str:
    lines = [f"{'names':16}{'dates':23}" + "".join(f"{o:>14}" for o in OUTCOMES)]
    for (name, state), counts in table(rows).items():
        cells = "".join(f"{counts[o] or '.':>14}" for o in OUTCOMES)
        lines.append(f"{name:16}{state:23}{cells}")
    return "\n".join(lines) + "\n"


def _line(figure: Figure) -> str:
    share = 100 * figure.rows / figure.of if figure.of else 0.0
    wanted = f"   wanted {figure.wanted}" if figure.wanted else ""
    return f"{figure.what:64}{figure.rows:6} of {figure.of:5} {share:6.1f} %{wanted}"


def _is_odd(g: Graded) -> bool:
    right = g.row.name_state in RIGHT and g.row.date_state == "equal"
    return g.outcome == "wrong link" or g.agrees != right


def _row(g: Graded) -> str:
    """What a row says, what is wrong with it, and what came of it."""
    names, days = g.row.names, g.row.days
    what = f"{names.zh} / {names.en} ({names.en_country}), {days[0]} / {days[1]}"
    state = f"{g.row.name_state}, {g.row.date_state}, shared by {g.sharing}"
    return f"{what}: {state}: {g.outcome} {' '.join(sorted(g.told))}"


def _json(rows: Sequence[Graded], found: Sequence[Figure], left: Counter[str]) -> str:
    cells = [{"names": n, "dates": d, **counts} for (n, d), counts in table(rows).items()]
    said = [f._asdict() for f in found]
    content = {"figures": said, "table": cells, "left_out": dict(sorted(left.items()))}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()

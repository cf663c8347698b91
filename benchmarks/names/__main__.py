"""Chinese place name → English name among all cities of its country.

python -m benchmarks.names --train T [--train T2] --dev D --test X --pool P [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.names import measure
from benchmarks.names.calibration import calibrate
from reconcile.names.model import NameModel
from reconcile.names.pool import Latin, NamePool
from tools.names.pairs import NamePair, read_pairs, read_pool
from tools.names.train import train


def figures(
    model: NameModel, dev: list[NamePair], test: list[NamePair], pools: dict[str | None, NamePool]
) -> tuple[dict[str, object], list[measure.Answer]]:
    """All figures, calibrated and with thresholds chosen on dev, and read on test."""
    fitted = calibrate(model, dev, pools)
    dev_closed, test_closed = (measure.closed(model, rows, pools, fitted) for rows in (dev, test))
    dev_open, test_open = (measure.opened(model, rows, pools, fitted) for rows in (dev, test))
    threshold = measure.precise_threshold(dev_closed)
    precision, recall = measure.at_threshold(test_closed, threshold, len(test))
    cut = measure.best_threshold(dev_open, (len(dev) + 1) // 2)
    open_figures = measure.at_threshold(test_open, cut, (len(test) + 1) // 2)
    found: dict[str, object] = {
        "top1": round(measure.top1(test_closed), 4),
        "names": len(test),
        "groups": {
            group: {"top1": round(value, 4), "names": count}
            for group, (value, count) in measure.by_group(test_closed).items()
        },
        "precision95": {
            "threshold": round(threshold, 4),
            "precision": round(precision, 4),
            "recall": round(recall, 4),
        },
        "open": {
            "threshold": round(cut, 4),
            "precision": round(open_figures[0], 4),
            "recall": round(open_figures[1], 4),
            "f1": round(measure.f1(*open_figures), 4),
        },
        "ece": {
            "open": round(measure.calibration_error(test_open), 4),
            "closed": round(measure.calibration_error(test_closed), 4),
        },
        "ms_per_query": round(measure.milliseconds(model, test, pools), 3),
    }
    return found, test_closed


def show(found: dict[str, Any]) -> str:
    """The figures as text; the first line is the one that other tools read."""
    groups = ", ".join(f"{g} {v['top1']:.3f} ({v['names']})" for g, v in found["groups"].items())
    exact, opened, ece = found["precision95"], found["open"], found["ece"]
    return "\n".join(
        (
            f"top-1 {found['top1']:.4f}",
            f"by group: {groups}",
            f"at 95 % precision on dev: precision {exact['precision']:.4f}, "
            f"recall {exact['recall']:.4f}",
            f"open set: F1 {opened['f1']:.4f}, precision {opened['precision']:.4f}, "
            f"recall {opened['recall']:.4f}",
            f"expected calibration error: open set {ece['open']:.4f}, "
            f"closed set {ece['closed']:.4f}",
            f"{found['ms_per_query']:.2f} ms per query; "
            f"trained in {found['training_seconds']:.0f} s",
        )
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.names", description=__doc__.splitlines()[0])
    for name in ("dev", "test", "pool"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--train", type=Path, action="append", required=True)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--errors", type=Path, help="write the names that came out wrong")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    names = read_pool(args.pool)
    dev, test = read_pairs(args.dev), read_pairs(args.test)
    start = time.perf_counter()
    model = train(
        [read_pairs(path) for path in args.train],
        names,
        seed=args.seed,
        epochs=args.epochs,
        say=lambda line: print(line, file=sys.stderr, flush=True),
    )
    seconds = time.perf_counter() - start
    countries = {p.country for p in (*dev, *test)}
    pools = {c: NamePool.of([Latin(n, c) for n in names.get(c, [])]) for c in countries}
    found, answers = figures(model, dev, test, pools)
    found["training_seconds"] = round(seconds, 1)
    print(show(found))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if args.errors:
        wrong = [a for a in answers if not a.right]
        lines = [
            f"{a.pair.country}\t{a.pair.zh}\t{'|'.join(a.pair.en)}\t{a.name}\t{a.probability:.3f}\n"
            for a in wrong
        ]
        args.errors.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

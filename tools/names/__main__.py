"""Train the shipped name model and write it to `reconcile/data/names/model.xz`.

    python -m tools.names

It learns from all names of `benchmarks/names/data/` (train, train_extra and dev; the pool gives
wrong answers) with a fixed seed. The same input and library versions give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path

from reconcile.names import store as namestore
from tools.names.pairs import read_pairs, read_pool
from tools.names.train import train

ROOT = Path(__file__).parents[2]
DATA = ROOT / "benchmarks" / "names" / "data"
OUT = ROOT / "reconcile" / "data" / "names" / namestore.FILE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    start = time.perf_counter()
    cities = read_pairs(args.data / "train.tsv") + read_pairs(args.data / "dev.tsv")
    others = read_pairs(args.data / "train_extra.tsv")
    model = train([cities, others], read_pool(args.data / "pool.tsv"), seed=args.seed, say=print)
    size = namestore.save(model.trained, args.out)
    digest = hashlib.sha256(args.out.read_bytes()).hexdigest()
    print(f"{args.out}: {size} bytes, sha256 {digest}, {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()

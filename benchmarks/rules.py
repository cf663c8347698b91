"""How long 5,000 rules take to load: `python -m benchmarks.rules [--runs 7]`."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time

from reconcile.overrides import load_rules

COUNT = 5000


def rule_file(count: int) -> str:
    """A rule file with `count` match rules."""
    return "version: 1\nrules:\n" + "".join(
        f"  - id: r{n}\n    kind: match\n    zh: {{host: 包头市, partner: 吉隆坡{n}}}\n"
        f"    en: {{host: Baotou, partner: Kuala Lumpur {n}}}\n    because: Same city.\n"
        for n in range(count)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    text = rule_file(COUNT)
    seconds = []
    for _ in range(parser.parse_args().runs):
        start = time.process_time()
        load_rules([("rules.yaml", text)])
        seconds.append(time.process_time() - start)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{COUNT:,} rules load in {statistics.median(seconds):.2f} s CPU (median)")


if __name__ == "__main__":
    main()

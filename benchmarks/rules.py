"""What rules cost: `python -m benchmarks.rules [--runs 5]`.

Loading 5,000 rules of all kinds, adding one to such a file, and, with the pair in `seeds/`, a
first run, a run after one rule has changed, and finding out which of 20 rules are redundant.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from reconcile.models import Document, Record, Result, Side
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.file.write import add_rules
from reconcile.overrides.run.redundant import redundant
from reconcile.pipeline import RunCache, Settings, run
from reconcile.sources import read_document

COUNT = 5000
AS_OF = "2026-11-30"
SEEDS: tuple[tuple[Side, str], ...] = (
    ("zh", "seeds/zh-sister-cities-of-china.md"),
    ("en", "seeds/en-twin-towns-and-sister-cities-in-china.txt"),
)
KINDS = (
    "match, zh: {host: 包头市, partner: 吉隆坡%d}, en: {host: Baotou, partner: Kuala Lumpur %d}",
    "no-match, zh: {partner: 宿州%d}, en: {partner: Suzhou %d}",
    "alias, side: zh, name: 三藩市%d, same-as: 旧金山%d",
    "place, side: en, name: Springfield %d, is: {country: US, region: Illinois %d}",
    "date, pair: {zh: {partner: 東京%d}, en: {partner: Tokyo %d}}, value: 1979-03-14",
    "no-date, pair: {zh: {host: 北京市%d, partner: 科隆%d}}",
    "typo, at: {side: zh, quote: 20015年%d月, near-line: %d}, should-be: 2015年",
    "host, side: zh, name: 海拉爾市%d, is: Hulunbuir %d",
    "only-in, side: zh, pair: {zh: {host: 北京市%d, partner: 马德里%d}}",
    "status, pair: {zh: {host: 北京市%d, partner: 马德里%d}}, relation: friendship, ended: 1995",
    "ignore, code: S101, where: {section: 河北省%d, host: 石家庄市%d}",
)


def rule_file(count: int) -> str:
    """A rule file with `count` rules, the kinds in turn."""
    lines = (
        f"  - {{id: r{n}, kind: {KINDS[n % len(KINDS)] % (n + 1, n + 1)}, because: Same city.}}\n"
        for n in range(count)
    )
    return "version: 1\nrules:\n" + "".join(lines)


def seconds(runs: int, work: Callable[[], object]) -> float:
    """The median CPU time of `work`."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def matches(result: Result, count: int) -> RuleSet:
    """A match rule for each of `count` links, of which most are redundant."""
    records = {r.id: r for r in result.records}
    step = max(1, len(result.links) // count)
    lines = [
        f"  - {{id: m{n}, kind: match, zh: {_row(records[x.zh])}, en: {_row(records[x.en])}, "
        "because: x}\n"
        for n, x in enumerate(result.links[::step][:count])
    ]
    return load_rules([("rules.yaml", "version: 1\nrules:\n" + "".join(lines))])


def _row(record: Record) -> str:
    return f"{{id: '{record.id}'}}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    text = rule_file(COUNT)
    new = {"id": "new", "kind": "ignore", "code": "S101", "because": "Measured."}
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, CPU:")
    loading = seconds(runs, lambda: load_rules([("rules.yaml", text)]))
    print(f"{loading:6.2f} s  to load {COUNT:,} rules")
    adding = seconds(1, lambda: add_rules("rules.yaml", text, [new]))
    print(f"{adding:6.2f} s  to add a rule to them")
    documents: list[Document] = [
        read_document(Path(path).read_bytes(), path, side) for side, path in SEEDS
    ]
    cache = RunCache()

    def run_with(rules: RuleSet) -> Result:
        return run(documents, rules, Settings(AS_OF), cache=cache)

    print(f"{seconds(1, lambda: run_with(RuleSet())):6.2f} s  for the first run of the seeds")
    rules = matches(run_with(RuleSet()), 20)
    result = run_with(rules)
    print(f"{seconds(runs, lambda: run_with(rules)):6.2f} s  for a run after a rule has changed")
    found: list[int] = []
    taken = seconds(1, lambda: found.append(len(redundant(rules, result, run_with))))
    print(f"{taken:6.2f} s  to find that {found[0]} of {len(rules.rules)} rules are redundant")


if __name__ == "__main__":
    main()

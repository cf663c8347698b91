"""`reconcile check`: everything that is wrong with rule files, with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.catalogue import counted
from reconcile.errors import CombinedError, ReconcileError
from reconcile.models import Result
from reconcile.overrides import (
    RuleSet,
    broken_tests,
    correct,
    is_expired,
    load_rules,
    miscounts,
    resolve,
)
from reconcile.overrides.file.position import Position
from reconcile.overrides.rules.kinds import Rule
from reconcile.overrides.run.redundant import redundant
from reconcile.pipeline import RunCache, home_places
from reconcile.project.config import read_config
from reconcile.project.files import read_rules
from reconcile.project.prepare import Prepared, day, prepare
from reconcile.project.request import Request

_WARNINGS = ("rule-unused", "rule-redundant", "rule-expired")


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """What is to be said of one place of a rule file; `name` is that of the finding."""

    path: str
    line: int
    column: int
    name: str
    message: str

    def __str__(self) -> str:
        """`rules/a.yaml:3:5: error rule-stale: …`."""
        kind = "warning" if self.name in _WARNINGS else "error"
        return f"{self.path}:{self.line}:{self.column}: {kind} {self.name}: {self.message}"


def check_rules(request: Request, paths: Sequence[str]) -> int:
    """Check rule files and print every remark; returns the exit code: 2 if there are errors.

    Raises:
        ReconcileError: a file cannot be read, or no rules are named.
    """
    config = read_config()
    chosen = list(paths) or list(() if request.own_sources else config.rules)
    if not chosen:
        raise ReconcileError("name a rule file or folder: reconcile check RULES")
    files = read_rules(chosen)
    with_sources = request.own_sources or bool(config.both or (config.zh and config.en))
    request = replace(request, rules=tuple(chosen))
    rules, remarks = _statically(files, day(request.as_of))
    if rules is not None and with_sources:
        remarks += _with_sources(prepare(request))
    for remark in sorted(set(remarks)):
        print(remark)
    errors = sum(r.name not in _WARNINGS for r in remarks)
    about = counted(len(files), "file")
    if rules is not None:
        about = f"{counted(len(rules.rules), 'rule')} in {about}"
    found = f"{counted(errors, 'error')}, {counted(len(remarks) - errors, 'warning')}"
    print(f"{about}: {'no errors' if not remarks else found}")
    if rules is not None and not with_sources:
        print("checked without sources: give --zh and --en, or name a pair in reconcile.toml")
    return 2 if errors else 0


def _statically(
    files: Sequence[tuple[str, str]], as_of: str
) -> tuple[RuleSet | None, list[Remark]]:
    """The rules, if they can be read at all, and what is to be said of them by themselves."""
    try:
        rules = load_rules(files)
    except CombinedError as error:
        return None, [_of_error(e, "rule-error") for e in error.errors]
    remarks = []
    first: dict[str, Rule] = {}
    for rule in rules.rules:
        if is_expired(rule, as_of):
            remarks.append(_at(rule.position, "rule-expired", f"its last day was {rule.until}"))
        earlier = first.setdefault(_what_it_says(rule), rule)
        if earlier is not rule:
            said = f"the rule {earlier.id} ({earlier.position}) says the same: delete one"
            remarks.append(_at(rule.position, "rule-redundant", said))
    return rules, remarks


def _what_it_says(rule: Rule) -> str:
    about = ("id", "because", "by", "on", "source", "until", "expect")
    return rule.model_dump_json(exclude=set(about))


def _with_sources(ready: Prepared) -> Iterator[Remark]:
    """What is to be said of the rules in view of the sources."""
    cache = RunCache()
    problems = list(_problems(ready, cache))
    yield from problems
    if any(p.name == "rule-contradictory" for p in problems):
        return

    def attempt(some: RuleSet) -> Result:
        return ready.run(some, cache=cache)

    rules = ready.rules
    result = attempt(replace(rules, tests=()))
    for broken in broken_tests(rules, result.links, result.records):
        yield _at(broken.test.position, "test", f"this does not hold: {broken.why}")
    yield from _without_effect(rules, result)
    stale = {(p.path, p.line, p.column) for p in problems}
    for wrong in miscounts(rules, result.rules, ready.settings.as_of):
        if wrong.rule.position not in stale:
            said = f"it touches {wrong.actual}, and expects {wrong.expected}"
            yield _at(wrong.rule.position, "rule-count", said)
    for rule in redundant(rules, result, attempt):
        yield _at(rule.position, "rule-redundant", "without it the result is the same")


def _without_effect(rules: RuleSet, result: Result) -> Iterator[Remark]:
    positions = {r.id: r.position for r in rules.rules}
    said = "it had no effect: what it names is not there, or needs no rule"
    for finding in result.findings:
        if finding.name == "rule-unused":
            yield _at(positions[str(finding.params["rule"])], finding.name, said)


def _problems(ready: Prepared, cache: RunCache) -> Iterator[Remark]:
    """Rules that contradict each other, or name what is not there."""
    as_of = ready.settings.as_of
    corrected = correct(ready.documents, ready.rules, as_of)
    sources = cache.parse(corrected.documents, home_places(ready.settings.home), as_of)
    records = [r for s in sources for r in s.records]
    decided = resolve(ready.rules, records, as_of)
    for clash in (*corrected.clashes, *decided.clashes):
        yield _of_error(clash, "rule-contradictory")
    for stale in (*corrected.stale, *decided.stale):
        yield _at(stale.rule.position, "rule-stale", stale.why)


def _at(position: Position, name: str, message: str) -> Remark:
    return Remark(*position, name, message)


def _of_error(error: ReconcileError, name: str) -> Remark:
    return Remark(error.path or "", error.line or 1, error.column or 1, name, error.message)

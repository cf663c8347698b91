"""What is to be said of the rules after a run: unused, expired, miscounted, tests that fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.catalogue import BY_NAME, message
from reconcile.catalogue.finding_names import FindingName
from reconcile.ids import content_id
from reconcile.models import Finding, Link, Param, ParsedSource, Record, RuleUse
from reconcile.overrides.file.load import RuleSet
from reconcile.overrides.rules.kinds import LinkTest, Rule
from reconcile.overrides.run.correct import Corrected
from reconcile.overrides.run.decide import Decisions, Stale, is_expired
from reconcile.overrides.run.settle import settle, uses
from reconcile.overrides.wording import same, shown

YIELDS: tuple[FindingName, ...] = (
    "rule-unused",
    "rule-expired",
    "rule-count",
    "rule-stale",
    "rule-redundant",
    "rule-contradictory",
)
"""All that may be said of rules; the last two are told by `reconcile check` alone."""


@dataclass(frozen=True, slots=True)
class CountMismatch:
    """A rule touched `actual` things where its author expected `expected`."""

    rule: Rule
    expected: int
    actual: int


@dataclass(frozen=True, slots=True)
class BrokenTest:
    """A test of a rule file that does not hold, and why."""

    test: LinkTest
    why: str


def answer(
    ruleset: RuleSet,
    corrected: Corrected,
    decisions: Decisions,
    findings: Sequence[Finding],
    links: Sequence[Link],
    stated: Sequence[ParsedSource],
    as_of: str,
) -> tuple[tuple[Finding, ...], tuple[RuleUse, ...]]:
    """The findings as rules answer them, with those about rules, and what each rule did.

    Args:
        ruleset: the rules.
        corrected: what they say of the texts.
        decisions: what they say of the records.
        findings: those of the checks.
        links: the links of the run.
        stated: the sources with their records as they state them.
        as_of: the day that counts as today.
    """
    records = {r.id: r for s in stated for r in s.records}
    read = [decisions.amended.get(i, r) for i, r in records.items()]
    answered, settled = settle(ruleset, decisions, findings, read, as_of)
    used = uses(ruleset, decisions, links, records, settled, corrected.effects(stated))
    stale = (*corrected.stale, *decisions.stale)
    return answered + rule_findings(ruleset, used, as_of, stale), used


def miscounts(
    ruleset: RuleSet, rule_uses: Sequence[RuleUse], as_of: str
) -> tuple[CountMismatch, ...]:
    """The rules whose `expect` differs from the number of their effects."""
    actual = {u.id: len(u.effects) for u in rule_uses}
    return tuple(
        CountMismatch(r, r.expect, actual.get(r.id, 0))
        for r in ruleset.rules
        if not is_expired(r, as_of) and r.expect is not None and r.expect != actual.get(r.id, 0)
    )


def rule_findings(
    ruleset: RuleSet, rule_uses: Sequence[RuleUse], as_of: str, stale: Sequence[Stale] = ()
) -> tuple[Finding, ...]:
    """The findings about rules, in the order of the rules; at most one for each rule."""
    effects = {u.id: u.effects for u in rule_uses}
    wrong = {m.rule.id: m for m in miscounts(ruleset, rule_uses, as_of)}
    gone = {s.rule.id: s for s in stale}
    found = []
    for rule in ruleset.rules:
        if is_expired(rule, as_of):
            found.append(_finding(rule, "rule-expired", until=rule.until or ""))
        elif rule.id in gone:
            it = gone[rule.id]
            found.append(_finding(rule, "rule-stale", why=it.why, quote=it.quote))
        elif not effects.get(rule.id) and rule.expect != 0:
            found.append(_finding(rule, "rule-unused"))
        elif rule.id in wrong:
            m = wrong[rule.id]
            found.append(_finding(rule, "rule-count", actual=m.actual, expected=m.expected))
    return tuple(found)


def _finding(rule: Rule, name: FindingName, **values: str | int) -> Finding:
    code = BY_NAME[name]
    path, line, _ = rule.position
    params: dict[str, Param] = {
        "rule": rule.id,
        "because": rule.because,
        "path": path,
        "line": line,
        **values,
    }
    return Finding(
        id=content_id(name, rule.id),
        code=code.code,
        name=name,
        severity=code.severity,
        origin="unknown",
        message=message(name, params),
        params=params,
        refs=(),
    )


def broken_tests(
    ruleset: RuleSet, links: Sequence[Link], records: Sequence[Record]
) -> tuple[BrokenTest, ...]:
    """The tests of the rule files that do not hold."""
    by_id = {r.id: r for r in records}
    rows: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.side == "zh":
            for name in {same(record.partner), same(record.name)}:
                rows[name].append(record.id)
    linked: dict[str, list[Record]] = defaultdict(list)
    for link in links:
        linked[link.zh].append(by_id[link.en])
    broken = []
    for test in ruleset.tests:
        zh = rows.get(same(test.zh), [])
        why = _why_broken(test, zh, [en for row in zh for en in linked[row]])
        if why is not None:
            broken.append(BrokenTest(test, why))
    return tuple(broken)


def _why_broken(test: LinkTest, rows: Sequence[str], linked: Sequence[Record]) -> str | None:
    """Why a test does not hold, given the rows that it names and what they are linked to."""
    if any(same(test.links_to) in (same(r.partner), same(r.name)) for r in linked):
        return None
    if not rows:
        return f"no row of the Chinese source has the partner {shown(test.zh)}"
    if not linked:
        return f"{shown(test.zh)} is linked to no row; expected {shown(test.links_to)}"
    others = ", ".join(dict.fromkeys(r.partner for r in linked))
    return f"{shown(test.zh)} is linked to {others}, not to {shown(test.links_to)}"

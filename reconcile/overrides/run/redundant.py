"""Rules that could go: without them a run gives the same result.

That is found out by running without them. Rules that touch different hosts do not meet, so many
of them are left out of one run together; those that change nothing at their hosts are then left
out all at once, to see that nothing else changes either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from reconcile.models import Record, Result
from reconcile.overrides.file.load import RuleSet
from reconcile.overrides.rules.kinds import Ignore, Rule

OPEN_QUESTION = 0.05
"""From this probability on, whether two rows that stand alone are the same is worth a question,
and a rule that answers it is worth having."""

Run = Callable[[RuleSet], Result]
_Fact = tuple[object, ...]
_Host = tuple[str, str | None]


def redundant(ruleset: RuleSet, result: Result, run: Run) -> tuple[Rule, ...]:
    """The rules that had an effect and are not needed, in the order of the rules.

    Of several rules that say the same, the last ones are named: all that are named can go.

    Args:
        ruleset: the rules.
        result: what a run with all of them gave.
        run: makes a run with other rules; the sources are the same.
    """
    used = {u.id: u.effects for u in result.rules if u.effects}
    facts = _facts(result)
    touched = {
        rule: _hosts(result, used[rule.id])
        for rule in ruleset.rules
        if rule.id in used and not isinstance(rule, Ignore)
    }
    idle: list[str] = []
    for batch in _batches(touched):
        without = _facts(run(_less(ruleset, {r.id for r in batch})))
        idle += [r.id for r in batch if all(facts.get(h) == without.get(h) for h in touched[r])]
    gone: set[str] = set()

    def take(ids: list[str]) -> None:
        """Let go of as many of `ids` as can go together, trying them in halves."""
        if ids and facts == _facts(run(_less(ruleset, {*gone, *ids}))):
            gone.update(ids)
        elif len(ids) > 1:
            take(ids[: len(ids) // 2])
            take(ids[len(ids) // 2 :])

    take(idle)
    for rule in reversed(ruleset.rules):
        if isinstance(rule, Ignore) and rule.id in used:
            others = {
                finding
                for u in result.rules
                if u.kind == "ignore" and u.id != rule.id and u.id not in gone
                for finding in u.effects
            }
            if set(used[rule.id]) <= others:
                gone.add(rule.id)
    return tuple(r for r in ruleset.rules if r.id in gone)


def _less(ruleset: RuleSet, ids: Collection[str]) -> RuleSet:
    return replace(ruleset, rules=tuple(r for r in ruleset.rules if r.id not in ids), tests=())


def _batches(touched: Mapping[Rule, frozenset[_Host]]) -> Iterator[tuple[Rule, ...]]:
    """The rules, last first, in groups of which no two touch one host."""
    left = list(touched)[::-1]
    while left:
        batch: list[Rule] = []
        taken: set[_Host] = set()
        for rule in left:
            if not taken & touched[rule]:
                batch.append(rule)
                taken |= touched[rule]
        yield tuple(batch)
        left = [r for r in left if r not in batch]


def _hosts(result: Result, effects: Collection[str]) -> frozenset[_Host]:
    """The hosts of the rows that effects (ids of links, records, findings) are about."""
    records = {r.id: r for r in result.records}
    rows: dict[str, tuple[str, ...]] = {x.id: (x.zh, x.en) for x in result.links}
    rows |= {f.id: f.records for f in result.findings}
    ids = {row for e in effects for row in rows.get(e, (e,))}
    return frozenset(h for i in ids if i in records for h in _of(result, records[i]))


def _of(result: Result, record: Record) -> Iterator[_Host]:
    """What decides which rows a row may be linked to: its block, and that of the whole city."""
    match = result.hosts.get(record.id)
    if record.side == "en" or match is None or match.block is None:
        yield record.side, record.block
    if match is not None:
        yield "en", match.block
        if match.part_of is not None:
            yield "en", match.part_of


def _facts(result: Result) -> dict[_Host, set[_Fact]]:
    """All that rules may change, by host; what belongs to no host stands under an empty one."""
    records = {r.id: r for r in result.records}
    found: dict[_Host, set[_Fact]] = defaultdict(set)

    def note(ids: Collection[str], fact: _Fact) -> None:
        hosts = {h for i in ids for h in _of(result, records[i])} or {("", None)}
        for host in hosts:
            found[host].add(fact)

    for r in result.records:
        note([r.id], ("row", r.id, r.country, r.parent, r.date, r.ended, r.relation))
    for link in result.links:
        note([link.zh, link.en], ("link", link.zh, link.en, link.relation))
    for v in result.verdicts:
        note([i for i in (v.zh, v.en) if i], ("verdict", v.zh, v.en, v.verdict))
    linked = {i for x in result.links for i in (x.zh, x.en)}
    for zh, en, chance in result.considered:
        if chance >= OPEN_QUESTION and zh not in linked and en not in linked:
            note([zh, en], ("question", zh, en))
    for f in result.findings:
        if not f.name.startswith("rule-"):
            note([i for i in f.records if i in records], ("finding", f.id, f.rule is None))
    return dict(found)

"""Rules that could go: without them a run gives the same result.

That is found out by running without them. Rules that touch different hosts do not meet, so many
of them are left out of one run together; those that change nothing at their hosts are then left
out all at once, to see that nothing else changes either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
    acting = [r for r in ruleset.rules if r.id in used]
    hosts = {r: _hosts(result, used[r.id]) for r in acting if not isinstance(r, Ignore)}
    facts = _facts(result)

    def without(ids: Collection[str]) -> dict[_Host, set[_Fact]]:
        return _facts(run(_less(ruleset, ids)))

    idle: list[str] = []
    for batch in _batches(hosts):
        left = without({r.id for r in batch})
        idle += [r.id for r in batch if all(facts.get(h) == left.get(h) for h in hosts[r])]
    gone = _together(idle, lambda ids: facts == without(ids))
    gone |= _settled_twice([r.id for r in acting if isinstance(r, Ignore)], used)
    return tuple(r for r in ruleset.rules if r.id in gone)


def _together(ids: Sequence[str], can_go: Callable[[Collection[str]], bool]) -> set[str]:
    """As many of `ids` as can go together, tried in halves."""
    gone: set[str] = set()

    def take(some: Sequence[str]) -> None:
        if some and can_go({*gone, *some}):
            gone.update(some)
        elif len(some) > 1:
            take(some[: len(some) // 2])
            take(some[len(some) // 2 :])

    take(ids)
    return gone


def _settled_twice(ids: Sequence[str], used: Mapping[str, Sequence[str]]) -> set[str]:
    """Those `ignore` rules, the last first, whose findings others settle that stay."""
    gone: set[str] = set()
    for rule in reversed(ids):
        others = {f for other in ids if other != rule and other not in gone for f in used[other]}
        if set(used[rule]) <= others:
            gone.add(rule)
    return gone


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
    for rows, fact in _stated(result):
        known = [records[i] for i in rows if i in records]
        for host in {h for r in known for h in _of(result, r)} or {("", None)}:
            found[host].add(fact)
    return dict(found)


def _stated(result: Result) -> Iterator[tuple[Iterable[str | None], _Fact]]:
    """Each fact, with the ids of the rows that it is about."""
    for r in result.records:
        yield [r.id], ("row", r.id, r.country, r.parent, r.date, r.ended, r.relation)
    for link in result.links:
        yield [link.zh, link.en], ("link", link.zh, link.en, link.relation)
    for v in result.verdicts:
        yield [v.zh, v.en], ("verdict", v.zh, v.en, v.verdict)
    for f in result.findings:
        if not f.name.startswith("rule-"):
            yield f.records, ("finding", f.id, f.rule is None)
    linked = {i for x in result.links for i in (x.zh, x.en)}
    for zh, en, chance in result.considered:
        if chance >= OPEN_QUESTION and not linked & {zh, en}:
            yield [zh, en], ("question", zh, en)

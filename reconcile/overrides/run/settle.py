"""Which findings rules settle, and what every rule did in a run. Pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.models import Finding, Link, Record, RuleUse
from reconcile.overrides.file.load import RuleSet
from reconcile.overrides.rules.fields import Where
from reconcile.overrides.rules.kinds import HostIs, Ignore, Rule
from reconcile.overrides.run.decide import Decisions, is_expired
from reconcile.overrides.wording import same


def settle(
    ruleset: RuleSet,
    decisions: Decisions,
    findings: Sequence[Finding],
    records: Sequence[Record],
    as_of: str,
) -> tuple[tuple[Finding, ...], Mapping[str, tuple[str, ...]]]:
    """The findings with `rule` set where a rule settles them, and rule id → finding ids.

    `ignore` rules settle what they name, others what their kind answers about their rows. The
    first rule that fits wins; a later one that fits too counts the finding as well.
    """
    rules = [r for r in ruleset.rules if not is_expired(r, as_of)]
    candidates: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(rules):
        for key in _keys(rule, decisions):
            candidates[key].append(number)
    by_id = {r.id: r for r in records}
    effects: dict[str, list[str]] = defaultdict(list)
    settled: list[Finding] = []
    for finding in findings:
        keys = [f"finding:{finding.id}", f"group:{finding.group}", f"code:{finding.name}"]
        keys += [f"code:{finding.code[:n]}" for n in range(1, len(finding.code) + 1)]
        about = (*finding.records, same(str(finding.params.get("host", ""))))
        keys += [f"{finding.name}:{what}" for what in about]
        fitting = [
            rules[n]
            for n in sorted({n for key in keys for n in candidates.get(key, ())})
            if _fits(rules[n], finding, by_id)
        ]
        for rule in fitting:
            effects[rule.id].append(finding.id)
        if fitting and finding.rule is None:
            finding = replace(finding, rule=fitting[0].id)
        settled.append(finding)
    return tuple(settled), {rule: tuple(found) for rule, found in effects.items()}


def _keys(rule: Rule, decisions: Decisions) -> Iterator[str]:
    """What finds the rule for a finding: one key is enough, the rest is checked by `_fits`."""
    if isinstance(rule, Ignore):
        if rule.finding:
            yield f"finding:{rule.finding}"
        elif rule.group:
            yield f"group:{rule.group}"
        else:
            yield f"code:{rule.code}"
    for name in rule.settles:
        for record in decisions.names.get(rule.id, ()):
            yield f"{name}:{record}"
        if isinstance(rule, HostIs):  # a finding about a host may name it without its rows
            yield f"{name}:{same(rule.name)}"


def _fits(rule: Rule, finding: Finding, records: Mapping[str, Record]) -> bool:
    if not isinstance(rule, Ignore):
        return True
    if rule.finding is not None and rule.finding != finding.id:
        return False
    if rule.group is not None and rule.group != finding.group:
        return False
    if rule.code and not (finding.code.startswith(rule.code) or finding.name == rule.code):
        return False
    return rule.where is None or _lies_in(rule.where, finding, records)


def _lies_in(where: Where, finding: Finding, records: Mapping[str, Record]) -> bool:
    if where.source is not None:
        wanted = same(where.source)
        if not any(wanted in (ref.source, ref.source.partition(":")[2]) for ref in finding.refs):
            return False
    texts = {k: same(v) for k in ("section", "host", "partner") if (v := getattr(where, k))}
    rows = [records[i] for i in finding.records if i in records]
    if rows:
        return any(all(v in _texts(row, k) for k, v in texts.items()) for row in rows)
    # An empty row or section has no record: its finding names them among its values.
    return all(same(str(finding.params.get(k, ""))) == v for k, v in texts.items())


def _texts(record: Record, key: str) -> tuple[str, ...]:
    if key == "partner":
        return same(record.partner), same(record.name)
    return (same(record.section if key == "section" else record.host),)


def uses(
    ruleset: RuleSet,
    decisions: Decisions,
    links: Sequence[Link],
    records: Mapping[str, Record],
    settled: Mapping[str, Sequence[str]],
    corrected: Mapping[str, Sequence[str]],
) -> tuple[RuleUse, ...]:
    """What every rule did, in the order of the rules.

    Effects are link ids for `match` and `alias`, finding ids for `ignore` (and for an `alias` that
    no link needs), and record ids for all other kinds. A rule without effects is unused. A link
    also counts for the rule it names.

    Args:
        ruleset: the rules.
        decisions: what they say of the records.
        links: the links of the run.
        records: the records as the sources state them, by id.
        settled: rule id → finding ids, from `settle`.
        corrected: rule id → what a `typo` rule touched.
    """
    of_record: dict[str, list[str]] = defaultdict(list)
    of_rule: dict[str, list[str]] = defaultdict(list)
    for link in links:
        of_record[link.zh].append(link.id)
        of_record[link.en].append(link.id)
        if link.rule is not None:
            of_rule[link.rule].append(link.id)
    effects = {**corrected, **dict(_of_links(decisions, of_record))}
    for rule in ruleset.rules:
        if isinstance(rule, Ignore):
            effects[rule.id] = settled.get(rule.id, ())
        elif rule.id in decisions.rows:
            effects[rule.id] = _touched(rule, decisions, records, settled.get(rule.id, ()))
        elif not effects.get(rule.id):
            effects[rule.id] = settled.get(rule.id, ())
    return tuple(
        _use(rule, (*effects.get(rule.id, ()), *of_rule.get(rule.id, ()))) for rule in ruleset.rules
    )


def _of_links(
    decisions: Decisions, of_record: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Rule id and effects of the rules about links; `of_record` holds the links of each row."""
    for f in decisions.forced:
        yield f.rule.id, [i for i in of_record[f.zh_id] if i in of_record[f.en_id]]
    for apart in decisions.forbidden:
        yield apart.rule.id, sorted({i for pair in apart.pairs for i in pair})
    for alias in decisions.aliases:
        yield alias.rule.id, [i for r in alias.records for i in of_record[r]]


def _touched(
    rule: Rule, decisions: Decisions, records: Mapping[str, Record], settled: Sequence[str]
) -> list[str]:
    """The rows that a rule about rows changed; all of its rows where it settled a finding."""
    rows = decisions.rows[rule.id]
    if settled or rule.stage == "hosts":
        return list(rows)
    return [r for r in rows if r in decisions.amended and decisions.amended[r] != records[r]]


def _use(rule: Rule, effects: Iterable[str]) -> RuleUse:
    path, line, _ = rule.position
    once = tuple(dict.fromkeys(effects))
    return RuleUse(rule.id, rule.kind, path, line, rule.because, once)

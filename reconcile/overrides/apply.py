"""What rules do to a run: which pairs they force and forbid, and which findings they settle.

Everything here is a pure function of rules, records and findings. A rule whose `until` is past
does nothing and is listed as expired.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.errors import CombinedError, ReconcileError
from reconcile.models import Finding, Link, Record, RuleUse, Side
from reconcile.overrides.kinds import Alias, Ignore, Match, NoMatch, Rule, Where
from reconcile.overrides.load import RuleSet
from reconcile.overrides.rows import Rows
from reconcile.overrides.wording import same

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Forced:
    """Two records that a `match` rule links, whatever the names say."""

    rule: Rule
    zh_id: str
    en_id: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The pairs of record ids (Chinese, English) that a `no-match` rule keeps apart."""

    rule: Rule
    pairs: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class AliasUse:
    """On `side`, `name` is another name of `same_as`; `records` are the ids of its rows."""

    rule: Rule
    side: Side
    name: str
    same_as: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the rules say of the records of one run, in the order of the rules."""

    forced: tuple[Forced, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    aliases: tuple[AliasUse, ...] = ()
    expired: tuple[Rule, ...] = ()


def is_expired(rule: Rule, as_of: str) -> bool:
    """Whether the last day of `rule` lies before `as_of` (a day as 2025-01-31)."""
    return rule.until is not None and rule.until < as_of


def resolve(ruleset: RuleSet, records: Sequence[Record], as_of: str) -> Decisions:
    """The records that the rules speak of.

    Raises CombinedError where a rule fits no row, a match fits several, or two rules contradict.
    """
    rows = {side: Rows(side, (r for r in records if r.side == side)) for side in ("zh", "en")}
    forced: list[Forced] = []
    forbidden: list[Forbidden] = []
    aliases: list[AliasUse] = []
    errors: list[ReconcileError] = []
    live = [r for r in ruleset.rules if not is_expired(r, as_of)]
    for rule in live:
        try:
            if isinstance(rule, Match):
                zh, en = rows["zh"].one(rule.zh, rule.place), rows["en"].one(rule.en, rule.place)
                forced.append(Forced(rule, zh.id, en.id))
            elif isinstance(rule, NoMatch):
                left = rows["zh"].find(rule.zh, rule.place)
                right = rows["en"].find(rule.en, rule.place)
                pairs = frozenset((z.id, e.id) for z in left for e in right)
                forbidden.append(Forbidden(rule, pairs))
            elif isinstance(rule, Alias):
                bearers = rows[rule.side].bearers(rule.name)
                aliases.append(AliasUse(rule, rule.side, rule.name, rule.same_as, bearers))
        except ReconcileError as error:
            errors.append(error)
    errors += _contradictions(forced, forbidden, {r.id: r for r in records})
    if errors:
        raise CombinedError(tuple(errors))
    expired = tuple(r for r in ruleset.rules if is_expired(r, as_of))
    return Decisions(tuple(forced), tuple(forbidden), tuple(aliases), expired)


def _contradictions(
    forced: Sequence[Forced], forbidden: Sequence[Forbidden], records: Mapping[str, Record]
) -> Iterator[ReconcileError]:
    keeps_apart = {pair: f.rule for f in forbidden for pair in f.pairs}
    first: dict[str, Forced] = {}
    for f in forced:
        apart = keeps_apart.get((f.zh_id, f.en_id))
        if apart is not None:
            pair = f"{_row(records[f.zh_id])} and {_row(records[f.en_id])}"
            yield _clash(
                f.rule,
                apart,
                f"rule {_named(f.rule)} links {pair}, and rule {_named(apart)} keeps them apart",
            )
        for row, other in ((f.zh_id, f.en_id), (f.en_id, f.zh_id)):
            earlier = first.setdefault(row, f)
            if other not in (earlier.zh_id, earlier.en_id):
                both = f"{_named(earlier.rule)} and {_named(f.rule)}"
                sentence = f"rules {both} link {_row(records[row])} to two different rows"
                yield _clash(f.rule, earlier.rule, sentence)


def _row(record: Record) -> str:
    return f"{record.host} – {record.partner}"


def _named(rule: Rule) -> str:
    return f"{rule.id} ({rule.place})"


def _clash(one: Rule, two: Rule, sentence: str) -> ReconcileError:
    path, line, column = max(one.place, two.place)
    return ReconcileError(f"{sentence}: delete one of the two", path=path, line=line, column=column)


def settle(
    ruleset: RuleSet, findings: Sequence[Finding], records: Sequence[Record], as_of: str
) -> tuple[tuple[Finding, ...], tuple[RuleUse, ...]]:
    """The findings with `rule` set where an `ignore` rule settles them, and what each rule did.

    The first rule that fits wins; a later one that fits too counts the finding as well.
    """
    ignores = [r for r in ruleset.rules if isinstance(r, Ignore)]
    candidates: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(ignores):
        if not is_expired(rule, as_of):
            # One key a rule is enough to find it: what else it asks for is checked below.
            candidates[f"id:{rule.finding}" if rule.finding else f"code:{rule.code}"].append(number)
    by_id = {r.id: r for r in records}
    effects: list[list[str]] = [[] for _ in ignores]
    settled: list[Finding] = []
    for finding in findings:
        keys = [f"id:{finding.id}", f"code:{finding.name}"]
        keys += [f"code:{finding.code[:n]}" for n in range(1, len(finding.code) + 1)]
        fitting = [
            n
            for n in sorted(n for key in keys for n in candidates.get(key, ()))
            if _fits(ignores[n], finding, by_id)
        ]
        for n in fitting:
            effects[n].append(finding.id)
        if fitting and finding.rule is None:
            finding = replace(finding, rule=ignores[fitting[0]].id)
        settled.append(finding)
    return tuple(settled), tuple(_use(r, e) for r, e in zip(ignores, effects, strict=True))


def _fits(rule: Ignore, finding: Finding, records: Mapping[str, Record]) -> bool:
    if rule.finding is not None and rule.finding != finding.id:
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
    settled: Sequence[RuleUse] = (),
) -> tuple[RuleUse, ...]:
    """What every rule did, in the order of the rules; `settled` is what `settle` returned.

    Effects are link ids for `match` and `alias`, record ids for `no-match`, finding ids for
    `ignore`. A rule without effects is unused. A link also counts for the rule it names itself.
    """
    effects: dict[str, list[str]] = {u.id: list(u.effects) for u in settled}
    of_record: dict[str, list[str]] = defaultdict(list)
    for link in links:
        of_record[link.zh].append(link.id)
        of_record[link.en].append(link.id)
    for f in decisions.forced:
        effects[f.rule.id] = [i for i in of_record[f.zh_id] if i in of_record[f.en_id]]
    for apart in decisions.forbidden:
        effects[apart.rule.id] = sorted({i for pair in apart.pairs for i in pair})
    for alias in decisions.aliases:
        effects[alias.rule.id] = [i for r in alias.records for i in of_record[r]]
    for link in links:
        if link.rule is not None and link.id not in effects.get(link.rule, ()):
            effects.setdefault(link.rule, []).append(link.id)
    return tuple(_use(rule, effects.get(rule.id, ())) for rule in ruleset.rules)


def _use(rule: Rule, effects: Iterable[str]) -> RuleUse:
    place = rule.place
    return RuleUse(rule.id, rule.kind, place.path, place.line, rule.because, tuple(effects))

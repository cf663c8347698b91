"""The rule that settles a finding or confirms a link, ready to be written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reconcile.catalogue import BY_NAME
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Link, Record, Result, Side, SourceRef
from reconcile.overrides.file.write import NewRule
from reconcile.overrides.rules.fields import Selector
from reconcile.overrides.run.locate import Rows
from reconcile.overrides.wording import joined

Use = Literal["zh", "en", "neither"]
_RELATIONS = ("sister-city", "friendship", "memorandum")


_DECIDED: dict[Use | None, str] = {
    "zh": "The Chinese list is right",
    "en": "The English list is right",
    "neither": "Neither list is right",
    None: "Decided on this finding",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user decides.

    `use` says which list is right, `value` what is right instead, `because` why. `day` is the
    day of the decision (ISO), `taken` the ids that rules already have.
    """

    day: str
    use: Use | None = None
    value: str | None = None
    because: str | None = None
    taken: Collection[str] = ()


@dataclass(frozen=True)
class _Case:
    """A finding on its way to a rule: the rows it is about, and what the user decides."""

    finding: Finding
    choice: Choice
    result: Result
    rows: Mapping[Side, Rows]
    records: tuple[Record, ...]

    def of(self, side: Side) -> tuple[Record, ...]:
        """The rows of one side."""
        return tuple(r for r in self.records if r.side == side)

    def select(self, record: Record) -> dict[str, Any]:
        """What names this row and no other."""
        return selector(record, self.rows[record.side])

    def pair(self) -> dict[str, Any]:
        """The first row of each side, as `pair:` of a rule."""
        found: dict[str, Any] = {}
        for record in self.records:
            found.setdefault(record.side, self.select(record))
        return found

    def ask(self, hint: str) -> ReconcileError:
        """The error that the decision is not clear without an option."""
        return ReconcileError(f"{self.finding.message} {hint}")


def selector(record: Record, rows: Rows) -> dict[str, Any]:
    """The keys that name `record` and no other row: by what it shows, else by its id."""
    keys: dict[str, Any] = {"host": record.host, "partner": record.partner}
    for more in ({}, {"section": record.section}, {"line": record.line}):
        keys |= {k: v for k, v in more.items() if v}
        try:
            if rows.one(Selector(**keys)).id == record.id:
                return keys
        except (ReconcileError, ValueError):
            continue
    return {"id": record.id}


def rules_for(
    finding: Finding, result: Result, choice: Choice, rows: Mapping[Side, Rows] | None = None
) -> list[NewRule]:
    """The rule that settles one finding: one, or two where both lists are wrong.

    Its kind is the one that the catalogue names, where the choice is enough for it, else
    `ignore`. `rows` are those of `rows_of`, for who asks often.

    Raises:
        ReconcileError: no rule settles such a finding, or the choice is not enough.
    """
    code = BY_NAME[finding.name]
    if code.rule_kind is None:
        raise ReconcileError(f"no rule settles this ({finding.name}): {code.action.en}")
    by_id = {r.id: r for r in result.records}
    records = tuple(by_id[i] for i in finding.records if i in by_id)
    case = _Case(finding, choice, result, rows or rows_of(result), records)
    made = _BUILDERS.get(code.rule_kind, _ignore)(case) if records else _ignore(case)
    because = choice.because or f"{_DECIDED[choice.use]}: {finding.message}"
    return [_complete(rule, finding.id, because, choice, n) for n, rule in enumerate(made)]


def rules_for_group(group: str, findings: Sequence[Finding], choice: Choice) -> list[NewRule]:
    """The rule that accepts all findings of a group."""
    because = choice.because or f"Known and accepted: {findings[0].message}"
    return [_complete({"kind": "ignore", "group": group}, group, because, choice, 0)]


def rules_for_link(link: Link, result: Result, choice: Choice) -> list[NewRule]:
    """The rule that confirms a link, or, where the user says `neither`, undoes it."""
    by_id = {r.id: r for r in result.records}
    return rules_for_pair(by_id[link.zh], by_id[link.en], result, choice)


def rules_for_pair(zh: Record, en: Record, result: Result, choice: Choice) -> list[NewRule]:
    """The rule that two rows are the same agreement, or, with `neither`, that they are not."""
    rows = rows_of(result)
    same = choice.use != "neither"
    rule = {
        "kind": "match" if same else "no-match",
        "zh": selector(zh, rows["zh"]),
        "en": selector(en, rows["en"]),
    }
    said = "are the same agreement" if same else "are two agreements"
    because = choice.because or f"Decided by hand: {zh.partner} and {en.partner} {said}."
    return [_complete(rule, f"{zh.id}-{en.id}", because, choice, 0)]


def rows_of(result: Result) -> dict[Side, Rows]:
    """The rows of each side, ready to be looked up."""
    sides: tuple[Side, Side] = ("zh", "en")
    return {side: Rows(side, (r for r in result.records if r.side == side)) for side in sides}


def _complete(
    rule: Mapping[str, Any], key: str, because: str, choice: Choice, number: int
) -> NewRule:
    kind = str(rule["kind"])
    name = base = f"{kind}-{key}" if not key.startswith(f"{kind}-") else key
    count = number
    while name in choice.taken or (number and name == base):
        count += 1
        name = f"{base}-{count}"
    return {"id": name, **rule, "because": because, "on": choice.day}


def _ignore(case: _Case) -> list[dict[str, Any]]:
    return [{"kind": "ignore", "finding": case.finding.id}]


def _match(case: _Case) -> list[dict[str, Any]]:
    zh, en = case.of("zh"), case.of("en")
    if not (zh and en):
        return _with_counterpart(case, case.records[0])
    if case.choice.use == "neither":
        return [
            {"kind": "no-match", "zh": case.select(z), "en": case.select(e)} for z in zh for e in en
        ]
    ends = []
    for rows in (zh, en):
        chosen = [r for r in rows if len(rows) == 1 or case.choice.value in (r.partner, r.name)]
        if len(chosen) != 1:
            options = joined((f"--value {r.partner!r}" for r in rows), "or")
            raise case.ask(f"Choose with {options}, or --use neither")
        ends.append(chosen[0])
    return [{"kind": "match", "zh": case.select(ends[0]), "en": case.select(ends[1])}]


def _with_counterpart(case: _Case, record: Record) -> list[dict[str, Any]]:
    """A row without counterpart: the one that the user names, else none."""
    if case.choice.value is None:
        return [{"kind": "only-in", "side": record.side, "pair": case.pair()}]
    other: Side = "en" if record.side == "zh" else "zh"
    found = [
        r
        for r in case.rows[other].with_partner(case.choice.value)
        if _block(case.result, r) == _block(case.result, record)
    ] or list(case.rows[other].with_partner(case.choice.value))
    if len(found) != 1:
        wanted = Selector(partner=case.choice.value)
        found = [case.rows[other].one(wanted)]
    ends = {record.side: case.select(record), other: case.select(found[0])}
    return [{"kind": "match", "zh": ends["zh"], "en": ends["en"]}]


def _block(result: Result, record: Record) -> str | None:
    return result.hosts[record.id].block


def _no_match(case: _Case) -> list[dict[str, Any]]:
    return _ignore(case) if case.choice.use in ("zh", "en") else _apart(case)


def _apart(case: _Case) -> list[dict[str, Any]]:
    zh, en = case.of("zh"), case.of("en")
    if not (zh and en):
        return _ignore(case)
    return [{"kind": "no-match", "zh": case.select(zh[0]), "en": case.select(en[0])}]


def _date(case: _Case) -> list[dict[str, Any]]:
    value = case.choice.value
    if value is None and case.choice.use in ("zh", "en"):
        (record,) = case.of("zh" if case.choice.use == "zh" else "en") or (None,)
        if record is None or record.date is None:
            raise case.ask("That list states no date: give one with --value")
        value = str(record.date)
    if value is not None:
        return [{"kind": "date", "pair": case.pair(), "value": value}]
    if case.choice.use == "neither":
        return [{"kind": "no-date", "pair": case.pair()}]
    if case.finding.name == "conflict-date":
        raise case.ask("Say which is right: --use zh, --use en or --value 1980-01-28")
    return [{"kind": "no-date", "pair": case.pair()}] if _kind(case) == "no-date" else _ignore(case)


def _kind(case: _Case) -> str | None:
    return BY_NAME[case.finding.name].rule_kind


def _place(case: _Case) -> list[dict[str, Any]]:
    zh, en = case.of("zh"), case.of("en")
    right, wrong = case.choice.value, case.records
    if right is None and zh and en and case.choice.use in ("zh", "en"):
        right = (zh if case.choice.use == "zh" else en)[0].country
        wrong = en if case.choice.use == "zh" else zh
    if right is None:
        if zh and en:
            raise case.ask("Say which is right: --use zh, --use en or --value with an ISO code")
        return _ignore(case)
    return [
        {"kind": "place", "side": r.side, "name": r.name, "host": r.host, "is": {"country": right}}
        for r in wrong
    ]


def _typo(case: _Case) -> list[dict[str, Any]]:
    right = case.choice.value or case.finding.suggestion
    if right is None or not case.finding.refs:
        return _ignore(case)
    ref = case.finding.refs[0]
    document = next(s.document for s in case.result.sources if s.document.id == ref.source)
    before, quote, after = _unmistakable(document.lines[ref.line - 1], ref)
    at = {"side": document.side, "quote": before + quote + after, "near-line": ref.line}
    if sum(s.document.side == document.side for s in case.result.sources) > 1:
        at["source"] = document.id
    return [{"kind": "typo", "at": at, "should-be": before + right + after}]


def _unmistakable(line: str, ref: SourceRef) -> tuple[str, str, str]:
    """The text of a reference, with as much around it as makes it single in its line."""
    start, end = ref.column - 1, ref.end_column - 1
    left, right = start, end
    while line.count(line[left:right]) > 1 and (left > 0 or right < len(line)):
        left, right = max(left - 1, 0), min(right + 1, len(line))
    return line[left:start], line[start:end], line[end:right]


def _host(case: _Case) -> list[dict[str, Any]]:
    if case.choice.value is None:
        return _ignore(case)
    record = case.records[0]
    return [
        {"kind": "host", "side": record.side, "name": record.host, "is": case.choice.value}
        | ({"section": record.section} if record.section else {})
    ]


def _alias(case: _Case) -> list[dict[str, Any]]:
    if case.choice.value is None:
        return _ignore(case)
    record = case.records[0]
    keys = {"side": record.side, "name": record.name, "same-as": case.choice.value}
    return [{"kind": "alias", **keys}]


def _status(case: _Case) -> list[dict[str, Any]]:
    if case.choice.value not in _RELATIONS:
        return _ignore(case)
    return [{"kind": "status", "pair": case.pair(), "relation": case.choice.value}]


_BUILDERS: dict[str, Callable[[_Case], list[dict[str, Any]]]] = {
    "match": _match,
    "no-match": _no_match,
    "date": _date,
    "no-date": _date,
    "place": _place,
    "typo": _typo,
    "host": _host,
    "alias": _alias,
    "only-in": _match,
    "status": _status,
    "ignore": _ignore,
}

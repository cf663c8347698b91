"""The rules that settle findings or confirm links, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.catalogue import BY_NAME
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Link, Record, Result, Side
from reconcile.overrides.build import BUILDERS, Body, Case, Choice, Use, selector
from reconcile.overrides.file.write import NewRule
from reconcile.overrides.run.locate import Rows
from reconcile.overrides.ways import (
    UNDECIDED,
    can_be_ignored,
    kinds_for,
    takes_use,
    takes_value,
    told,
)
from reconcile.overrides.wording import joined

_DECIDED: dict[Use | None, str] = {
    "zh": "The Chinese list is right",
    "en": "The English list is right",
    "neither": "Neither list is right",
    None: "Decided on this finding",
}
_OF_ONE_ROW = ("typo", "host", "alias", "match")
"""Kinds of rules whose value is that of a single row."""


def rules_for(
    finding: Finding, result: Result, choice: Choice, rows: Mapping[Side, Rows] | None = None
) -> list[NewRule]:
    """The rules that settle one finding: one, or two where both lists are wrong.

    The kind is the one that the user names, else the first of the catalogue that the choice is
    enough for. `rows` are those of `rows_of`, for who asks often.

    Raises:
        ReconcileError: no rule settles such a finding, or the choice is not enough, contradicts
            itself, or says more than a rule can.
    """
    kind = _kind(finding, choice)
    by_id = {r.id: r for r in result.records}
    records = tuple(by_id[i] for i in finding.records if i in by_id)
    made = BUILDERS[kind](Case(finding, choice, result, rows or rows_of(result), records))
    because = choice.because or f"{_DECIDED[choice.use]}: {finding.message}"
    return [_complete(rule, finding.id, because, choice, n) for n, rule in enumerate(made)]


def rules_for_all(findings: Sequence[Finding], result: Result, choice: Choice) -> list[NewRule]:
    """The rules that settle each of several findings; one where several say the same.

    Raises:
        ReconcileError: one of them cannot be settled so.
    """
    if len(findings) > 1 and choice.value and _kind(findings[0], choice) in _OF_ONE_ROW:
        raise ReconcileError(
            f"--value {choice.value!r} is of one finding, and there are {len(findings)}: "
            "accept each by its own id"
        )
    rows = rows_of(result)
    made: dict[str, NewRule] = {}
    for finding in findings:
        for rule in rules_for(finding, result, choice, rows):
            made.setdefault(str(_body(rule)), rule)
    return list(made.values())


def _body(rule: NewRule) -> list[tuple[str, Any]]:
    """What a rule says, whatever it is called and why."""
    return [(k, v) for k, v in rule.items() if k not in ("id", "because", "on")]


def ignoring(findings: Sequence[Finding], result: Result, choice: Choice) -> list[NewRule]:
    """The rules that leave findings as they are: one for each group, else for each finding.

    A group is ignored as such only where all of its open findings are among these.

    Raises:
        ReconcileError: the choice says more than to ignore them, or they are about rules.
    """
    for option in _given(choice):
        raise ReconcileError(f"--ignore leaves all as it is: it does not go with {option}")
    if not can_be_ignored(findings[0].name):
        raise ReconcileError(_no_rule(findings[0]))
    ids = {f.id for f in findings}
    cut = {f.group for f in result.findings if f.rule is None and f.id not in ids}
    parts: dict[str, tuple[str, Finding]] = {}
    for f in findings:
        whole = f.group if f.group and f.group not in cut and len(findings) > 1 else None
        parts.setdefault(whole or f.id, ("group" if whole else "finding", f))
    return [
        _complete(
            {"kind": "ignore", key: name},
            name,
            choice.because or f"Ignored, not settled: {f.message}",
            choice,
            0,
        )
        for name, (key, f) in parts.items()
    ]


def _kind(finding: Finding, choice: Choice) -> str:
    """The kind of rule to write. Raises ReconcileError where there is none."""
    kinds = kinds_for(finding)
    if not kinds:
        raise ReconcileError(_no_rule(finding))
    if choice.kind is not None:
        if choice.kind not in kinds:
            raise ReconcileError(
                f"a rule of the kind {choice.kind} does not settle this ({finding.name}); "
                f"what does: {joined(kinds, 'or')}"
            )
        fitting = [choice.kind]
    elif choice.use == "neither":
        fitting = [k for k in kinds if k in ("no-match", "no-date")]
    else:
        fitting = list(kinds)
    possible = [k for k in fitting if _goes_with(finding.name, k, choice)]
    if not possible:
        raise ReconcileError(
            f"{' with '.join(_given(choice))} cannot be honoured for this ({finding.name}); "
            f"possible: {told(finding)}"
        )
    if finding.name in UNDECIDED and not _given(choice):
        raise ReconcileError(f"{finding.message} Say what holds: {told(finding)}")
    return possible[0]


def _goes_with(name: str, kind: str, choice: Choice) -> bool:
    """Whether a rule of this kind can say all that was chosen."""
    if choice.value is not None and not takes_value(kind):
        return False
    if choice.use == "neither":
        return kind in ("no-match", "no-date")
    if choice.use is None:
        return True
    # What one list says and another value exclude each other, except where it mends the other one.
    return takes_use(name, kind) and (choice.value is None or kind == "typo")


def _given(choice: Choice) -> list[str]:
    """The options of the command line that make up a choice."""
    options = {"--as": choice.kind, "--use": choice.use, "--value": choice.value}
    return [f"{option} {value}" for option, value in options.items() if value is not None]


def _no_rule(finding: Finding) -> str:
    """Why no rule settles a finding, and what would help."""
    said = f"no rule settles this ({finding.name}): {BY_NAME[finding.name].action.en}"
    if can_be_ignored(finding.name):
        said += " To leave it as it is: --ignore"
    return said


def rules_for_link(link: Link, result: Result, choice: Choice) -> list[NewRule]:
    """The rule that confirms a link, or, where the user says `neither`, undoes it."""
    by_id = {r.id: r for r in result.records}
    if choice.value is not None or choice.use in ("zh", "en"):
        refused = f"--value {choice.value}" if choice.value is not None else f"--use {choice.use}"
        raise ReconcileError(
            f"{refused} cannot be honoured for a link; possible: --as match or --as no-match"
        )
    return rules_for_pair(by_id[link.zh], by_id[link.en], result, choice)


def rules_for_pair(zh: Record, en: Record, result: Result, choice: Choice) -> list[NewRule]:
    """The rule that two rows are the same agreement, or, with `neither`, that they are not.

    Raises:
        ReconcileError: the kind of rule that the user names is another, or says the opposite.
    """
    same = choice.use != "neither" and choice.kind != "no-match"
    kind = "match" if same else "no-match"
    if choice.kind not in (None, kind):
        raise ReconcileError(
            f"{' with '.join(_given(choice))} cannot be honoured for two rows; "
            "possible: --as match or --as no-match"
        )
    rows = rows_of(result)
    rule = {"kind": kind, "zh": selector(zh, rows["zh"]), "en": selector(en, rows["en"])}
    said = "are the same agreement" if same else "are two agreements"
    because = choice.because or f"Decided by hand: {zh.partner} and {en.partner} {said}."
    return [_complete(rule, f"{zh.id}-{en.id}", because, choice, 0)]


def rows_of(result: Result) -> dict[Side, Rows]:
    """The rows of each side, ready to be looked up."""
    sides: tuple[Side, Side] = ("zh", "en")
    return {side: Rows(side, (r for r in result.records if r.side == side)) for side in sides}


def _complete(rule: Body, key: str, because: str, choice: Choice, number: int) -> NewRule:
    kind = str(rule["kind"])
    name = base = f"{kind}-{key}" if not key.startswith(f"{kind}-") else key
    count = number
    while name in choice.taken or (number and name == base):
        count += 1
        name = f"{base}-{count}"
    return {"id": name, **rule, "because": because, "on": choice.day}

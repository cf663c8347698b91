"""Rules that contradict each other: two that say different things of one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reconcile.errors import ReconcileError
from reconcile.models import Record
from reconcile.overrides.rules.kinds import Rule

_WORDING = {
    "counterpart": "link {row} to two different rows",
    "date": "give {row} two different dates",
    "country": "put {row} into two different countries",
    "region": "put {row} into two different regions",
    "host": "take the host of {row} for two different places",
    "relation": "say of {row} that it is two different kinds of agreement",
    "end": "give {row} two different ends",
}


class Claim(NamedTuple):
    """What a rule says of one row (a record id): its date, country, counterpart …

    A `value` of None says that the row has none.
    """

    rule: Rule
    topic: str
    row: str
    value: str | None


def contradictions(
    claims: Sequence[Claim],
    forbidden: Sequence[tuple[Rule, frozenset[tuple[str, str]]]],
    records: Mapping[str, Record],
) -> Iterator[ReconcileError]:
    """One error for each two rules that cannot both be right, naming both with their places."""
    keeps_apart = {pair: rule for rule, pairs in forbidden for pair in pairs}
    first: dict[tuple[str, str], Claim] = {}
    reported: set[tuple[str, str]] = set()
    for claim in claims:
        apart = keeps_apart.get((claim.row, claim.value or ""))
        if claim.topic == "counterpart" and apart is not None:
            pair = f"{_row(records[claim.row])} and {_row(records[claim.value or ''])}"
            said = (
                f"rule {cited(claim.rule)} links {pair}, and rule {cited(apart)} keeps them apart"
            )
            yield clash(claim.rule, apart, said)
        earlier = first.setdefault((claim.topic, claim.row), claim)
        both = (earlier.rule.id, claim.rule.id)
        if earlier.value != claim.value and both not in reported:
            reported.add(both)
            yield clash(claim.rule, earlier.rule, _said(earlier, claim, _row(records[claim.row])))


def _said(one: Claim, two: Claim, row: str) -> str:
    if one.topic == "counterpart" and None in (one.value, two.value):
        alone, linked = (one, two) if one.value is None else (two, one)
        return (
            f"rule {cited(alone.rule)} says that {row} stands in one list only, "
            f"and rule {cited(linked.rule)} links it"
        )
    return f"rules {cited(one.rule)} and {cited(two.rule)} {_WORDING[one.topic].format(row=row)}"


def _row(record: Record) -> str:
    return f"{record.host} – {record.partner}"


def cited(rule: Rule) -> str:
    """A rule's id and place, for use in a sentence."""
    return f"{rule.id} ({rule.position})"


def clash(one: Rule, two: Rule, sentence: str) -> ReconcileError:
    """The error that two rules contradict each other, at the later of the two."""
    return max(one.position, two.position).error(f"{sentence}: delete one of the two")

"""Rules of each kind about the rows of a finding, by what the user decides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from reconcile.errors import ReconcileError
from reconcile.models import Document, Finding, Record, Result, Side, SourceRef
from reconcile.overrides.rules.fields import Selector, interval
from reconcile.overrides.run.locate import Rows
from reconcile.overrides.ways import suggested
from reconcile.overrides.wording import joined

Use = Literal["zh", "en", "neither"]
RELATIONS = ("sister-city", "friendship", "memorandum")
_SHOWN = ("text", "label", "partner", "other", "host", "code")
"""Values of findings that may be the name which a span shows."""
Body = dict[str, Any]
"""A rule without id and reason."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user decides.

    `use` says which list is right, `value` what is right instead, `kind` the kind of rule to
    write, `because` why. `day` is the day of the decision (ISO), `taken` the ids that rules
    already have.
    """

    day: str
    use: Use | None = None
    value: str | None = None
    because: str | None = None
    taken: Collection[str] = ()
    kind: str | None = None


@dataclass(frozen=True)
class Case:
    """A finding on its way to a rule: the rows it is about, and what the user decides."""

    finding: Finding
    choice: Choice
    result: Result
    rows: Mapping[Side, Rows]
    records: tuple[Record, ...]

    def of(self, side: Side) -> tuple[Record, ...]:
        """The rows of one side."""
        return tuple(r for r in self.records if r.side == side)

    def select(self, record: Record) -> Body:
        """What names this row and no other."""
        return selector(record, self.rows[record.side])

    def pair(self) -> Body:
        """The first row of each side, as `pair:` of a rule."""
        found: Body = {}
        for record in self.records:
            found.setdefault(record.side, self.select(record))
        return found

    def document(self, ref: SourceRef) -> Document:
        """The document that a span stands in."""
        return next(s.document for s in self.result.sources if s.document.id == ref.source)

    def ask(self, hint: str) -> ReconcileError:
        """The error that the decision is not clear without an option."""
        return ReconcileError(f"{self.finding.message} {hint}")


def selector(record: Record, rows: Rows) -> Body:
    """The keys that name `record` and no other row: by what it shows, else by its id."""
    keys: Body = {"host": record.host, "partner": record.partner}
    for more in ({}, {"section": record.section}, {"line": record.line}):
        keys |= {k: v for k, v in more.items() if v}
        try:
            if rows.one(Selector(**keys)).id == record.id:
                return keys
        except (ReconcileError, ValueError):
            continue
    return {"id": record.id}


def _match(case: Case) -> list[Body]:
    zh, en = case.of("zh"), case.of("en")
    if not (zh and en):
        return [_with_counterpart(case)]
    ends = []
    for rows in (zh, en):
        chosen = [r for r in rows if len(rows) == 1 or case.choice.value in (r.partner, r.name)]
        if len(chosen) != 1:
            options = joined((f"--value {r.partner!r}" for r in rows), "or")
            raise case.ask(f"Choose with {options}, or --use neither")
        ends.append(chosen[0])
    if case.choice.value not in (None, *(n for r in ends for n in (r.partner, r.name))):
        raise case.ask(f"--value {case.choice.value!r} is the name of neither row")
    return [{"kind": "match", "zh": case.select(ends[0]), "en": case.select(ends[1])}]


def _with_counterpart(case: Case) -> Body:
    """A row without counterpart, and the one that the user names."""
    if case.choice.value is None:
        raise case.ask("Name the row that it belongs to: --value PARTNER")
    record = case.records[0]
    other: Side = "en" if record.side == "zh" else "zh"
    named = case.rows[other].with_partner(case.choice.value)
    blocks = case.result.hosts
    found = [r for r in named if blocks[r.id].block == blocks[record.id].block] or list(named)
    if len(found) != 1:
        found = [case.rows[other].one(Selector(partner=case.choice.value))]
    ends = {record.side: case.select(record), other: case.select(found[0])}
    return {"kind": "match", "zh": ends["zh"], "en": ends["en"]}


def _no_match(case: Case) -> list[Body]:
    pairs = [(z, e) for z in case.of("zh") for e in case.of("en")]
    if not pairs:
        raise case.ask("Only rows of both lists can be kept apart")
    return [{"kind": "no-match", "zh": case.select(z), "en": case.select(e)} for z, e in pairs]


def _only_in(case: Case) -> list[Body]:
    return [{"kind": "only-in", "side": case.records[0].side, "pair": case.pair()}]


def _date(case: Case) -> list[Body]:
    value = case.choice.value
    if value is None and case.choice.use is None:
        both = "--use zh, --use en or " if len(case.records) > 1 else ""
        raise case.ask(f"Say which date is right: {both}--value 1980-01-28")
    if value is None:
        (record,) = case.of("zh" if case.choice.use == "zh" else "en") or (None,)
        if record is None or record.date is None:
            raise case.ask("That list states no date: give one with --value")
        value = str(record.date)
    return [{"kind": "date", "pair": case.pair(), "value": value}]


def _no_date(case: Case) -> list[Body]:
    return [{"kind": "no-date", "pair": case.pair()}]


def _place(case: Case) -> list[Body]:
    zh, en = case.of("zh"), case.of("en")
    wrong = case.records
    if case.choice.value is not None:
        stated = _stated(case.choice.value)
    elif zh and en and case.choice.use is not None:
        right, wrong = (zh[0], en) if case.choice.use == "zh" else (en[0], zh)
        stated = {"country": right.country}
    else:
        both = "--use zh, --use en or " if zh and en else ""
        raise case.ask(
            f"Say where it is: {both}--value with an ISO code, a region, or both: Illinois, US"
        )
    return [
        {"kind": "place", "side": r.side, "name": r.name, "host": r.host, "is": stated}
        for r in wrong
    ]


def _stated(value: str) -> Body:
    """`US`, `Illinois` or `Illinois, US` as the keys that say where a place is."""
    region, _, country = value.rpartition(",")
    code = country.strip()
    if not region and not (len(code) == 2 and code.isascii()):
        return {"region": code}
    return {"country": code} | ({"region": region.strip()} if region.strip() else {})


def _typo(case: Case) -> list[Body]:
    ref, right = _slip(case)
    if right is None:
        raise case.ask(f"Say what should stand there instead of {ref.text!r}: --value TEXT")
    ref, right = _in_one_piece(case, ref, right)
    document = case.document(ref)
    before, quote, after = _unmistakable(document.lines[ref.line - 1], ref)
    if right == quote:
        raise case.ask(f"{right!r} stands there already")
    at = {"side": document.side, "quote": before + quote + after, "near-line": ref.line}
    if sum(s.document.side == document.side for s in case.result.sources) > 1:
        at["source"] = document.id
    return [{"kind": "typo", "at": at, "should-be": before + right + after}]


def _slip(case: Case) -> tuple[SourceRef, str | None]:
    """The span that is wrong, and what should stand there, if that is known."""
    refs = [r for r in case.finding.refs if r.text]
    if not refs:
        raise case.ask("No text is marked that could be read in another way")
    if case.finding.name != "wrong-name":
        return refs[0], case.choice.value or suggested(case.finding, "typo")
    if case.choice.use is None:
        raise case.ask("Say which list has the right name, --use zh or --use en")
    if case.choice.value is None and case.choice.use == "zh":
        return refs[1], str(case.finding.params.get("place") or "") or None
    return refs[1 if case.choice.use == "zh" else 0], case.choice.value


def _in_one_piece(case: Case, ref: SourceRef, right: str) -> tuple[SourceRef, str]:
    """The part of a span that is to be changed, and into what: markup in it stays as it is.

    `[加那利群岛](…)自治區` is shown as one name, and only its end or beginning can be changed.
    """
    names = [str(name) for key in _SHOWN if (name := case.finding.params.get(key))]
    if whole := next((name for name in names if name in ref.text), None):
        return _part(ref, ref.text.index(whole), whole), right
    shown = next((name for name in names if _is_scattered(name, ref.text)), None)
    if shown is None:
        return ref, right
    start = _alike(shown, right)
    end = _alike(shown[start:][::-1], right[start:][::-1])
    wrong, mended = shown[start : len(shown) - end], right[start : len(right) - end]
    if ref.text.startswith(shown[:start] + wrong):
        return _part(ref, start, wrong), mended
    if ref.text.endswith(wrong + shown[len(shown) - end :]):
        return _part(ref, len(ref.text) - end - len(wrong), wrong), mended
    raise case.ask("It is not written in one piece there: write a typo rule for a part of it")


def _is_scattered(name: str, text: str) -> bool:
    """Whether all characters of a name stand in a text, in their order, with others between."""
    rest = iter(text)
    return all(char in rest for char in name)


def _alike(one: str, other: str) -> int:
    """With how many characters alike two texts begin."""
    shorter = min(len(one), len(other))
    return next((i for i in range(shorter) if one[i] != other[i]), shorter)


def _part(ref: SourceRef, at: int, text: str) -> SourceRef:
    column = ref.column + at
    return replace(ref, column=column, end_column=column + len(text), text=text)


def _unmistakable(line: str, ref: SourceRef) -> tuple[str, str, str]:
    """The text of a reference, with as much around it as makes it single in its line."""
    start, end = ref.column - 1, ref.end_column - 1
    left, right = start, end
    while line.count(line[left:right]) > 1 and (left > 0 or right < len(line)):
        left, right = max(left - 1, 0), min(right + 1, len(line))
    return line[left:start], line[start:end], line[end:right]


def _host(case: Case) -> list[Body]:
    means = case.choice.value or suggested(case.finding, "host")
    if means is None:
        raise case.ask("Say which host it is, as the other list shows it: --value NAME")
    ref = case.finding.refs[0]
    name = str(case.finding.params["host"])
    blocks = (b for s in case.result.sources for b in s.blocks)
    section = next((b.section for b in blocks if b.ref == ref), "")
    keys = {"kind": "host", "side": case.document(ref).side, "name": name, "is": means}
    return [keys | ({"section": section} if section else {})]


def _alias(case: Case) -> list[Body]:
    usual = case.choice.value or suggested(case.finding, "alias")
    if usual is None:
        raise case.ask("Say what the place is usually called: --value NAME")
    record = case.records[0]
    return [{"kind": "alias", "side": record.side, "name": record.name, "same-as": usual}]


def _status(case: Case) -> list[Body]:
    value, use = case.choice.value, case.choice.use
    if value is None and use is not None:
        value = str(case.finding.params[f"{use}_kind"])
    if value in RELATIONS:
        return [{"kind": "status", "pair": case.pair(), "relation": value}]
    try:
        interval(value or "")
    except ValueError:
        options = joined((f"--value {r}" for r in RELATIONS), "or")
        raise case.ask(f"Say what it is: {options}, or --value 1995 if it ended then") from None
    return [{"kind": "status", "pair": case.pair(), "ended": value}]


BUILDERS: Mapping[str, Callable[[Case], list[Body]]] = {
    "match": _match,
    "no-match": _no_match,
    "only-in": _only_in,
    "date": _date,
    "no-date": _no_date,
    "place": _place,
    "typo": _typo,
    "host": _host,
    "alias": _alias,
    "status": _status,
}
"""What makes the rules of a kind. Each raises ReconcileError where the choice is not enough."""

"""`typo` rules: what a source says is read as if a slip in it had been mended.

The text is corrected before it is read. What is found in it points at the source as it is: each
reference is moved back to the original line, and shows what really stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from reconcile.errors import ReconcileError
from reconcile.models import Document, ParsedSource, SourceRef
from reconcile.overrides.file.load import RuleSet
from reconcile.overrides.rules.kinds import Typo
from reconcile.overrides.run.clash import cited, clash
from reconcile.overrides.run.decide import Stale, is_expired
from reconcile.overrides.wording import shown

_LISTED = 5
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class _Edit:
    """`text[start:end]` of a document is read as `new`. Offsets count code points."""

    rule: Typo
    start: int
    end: int
    new: str
    line: int


@dataclass(frozen=True)
class Corrected:
    """Documents as they are to be read, and the way back to what they say."""

    documents: tuple[Document, ...]
    originals: Mapping[str, Document] = field(default_factory=dict)
    edits: Mapping[str, Sequence[_Edit]] = field(default_factory=dict)
    stale: tuple[Stale, ...] = ()
    clashes: tuple[ReconcileError, ...] = ()

    def restored(self, source: ParsedSource) -> ParsedSource:
        """A source read from a corrected document, with every reference into the original."""
        edits = self.edits.get(source.document.id)
        if not edits:
            return source
        original = self.originals[source.document.id]
        spans: dict[int, list[_Span]] = defaultdict(list)
        for edit in _once(edits):
            column = edit.start - original.start_of(edit.line)
            moved = sum(s.new_end - s.old_end for s in spans[edit.line][-1:])
            start = column + moved
            spans[edit.line].append(
                _Span(column, column + edit.end - edit.start, start, start + len(edit.new))
            )
        lines = {n: (source.document.lines[n - 1], original.lines[n - 1]) for n in spans}

        def back(ref: SourceRef) -> SourceRef:
            if ref.line not in spans:
                return ref
            start = _back(spans[ref.line], ref.column - 1, False)
            end = _back(spans[ref.line], ref.end_column - 1, True)
            text = lines[ref.line][1][start:end]
            return SourceRef(ref.source, ref.line, start + 1, start + 1 + len(text), text)

        moved_back = _mapped(replace(source, document=original), back)
        return replace(
            moved_back,
            records=tuple(replace(r, raw=_raw(r.raw, lines)) for r in moved_back.records),
            partnerless=tuple(replace(r, raw=_raw(r.raw, lines)) for r in moved_back.partnerless),
        )

    def effects(self, sources: Sequence[ParsedSource]) -> dict[str, tuple[str, ...]]:
        """Rule id → the ids of the records that it touched, else the place of the text."""
        found: dict[str, tuple[str, ...]] = {}
        by_line: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
        for source in sources:
            if source.document.id in self.edits:
                for record in source.records:
                    for ref in _refs(record):
                        by_line[ref.source, ref.line][record.id] = None
        for document, edits in self.edits.items():
            for edit in edits:
                rows = tuple(by_line.get((document, edit.line), ()))
                found[edit.rule.id] = rows or (f"{document}:{edit.line}",)
        return found


@dataclass(frozen=True, slots=True)
class _Span:
    """Columns (0-based) of one edit in the original line and in the corrected one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _back(spans: Sequence[_Span], column: int, is_end: bool) -> int:
    """A column of a corrected line in the original one; inside an edit, the edit's edge."""
    shift = 0
    for span in spans:
        if column < span.new_start or (is_end and column == span.new_start):
            break
        if column < span.new_end or (is_end and column == span.new_end):
            return span.old_end if is_end else span.old_start
        shift = span.old_end - span.new_end
    return column + shift


def _mapped(value: _Value, back: Callable[[SourceRef], SourceRef]) -> _Value:
    """`value` with `back` applied to every reference in it."""
    new: Any = value
    if isinstance(value, SourceRef):
        new = back(value)
    elif isinstance(value, tuple):
        new = tuple(_mapped(v, back) for v in value)
    elif is_dataclass(value) and not isinstance(value, Document | type):
        now = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        after = {k: _mapped(v, back) for k, v in now.items()}
        changed = {k: v for k, v in after.items() if v is not now[k] and v != now[k]}
        new = replace(value, **changed) if changed else value
    return new  # type: ignore[no-any-return]  # of the type of `value`


def _refs(value: object) -> Iterator[SourceRef]:
    if isinstance(value, SourceRef):
        yield value
    elif isinstance(value, tuple):
        for v in value:
            yield from _refs(v)
    elif is_dataclass(value):
        for f in fields(value):
            yield from _refs(getattr(value, f.name))


def _raw(raw: str, lines: Mapping[int, tuple[str, str]]) -> str:
    for new, old in lines.values():
        raw = raw.replace(new, old)
        if new.strip() in raw:
            raw = raw.replace(new.strip(), old.strip())
    return raw


def correct(documents: Sequence[Document], ruleset: RuleSet, as_of: str) -> Corrected:
    """The documents with their slips mended; as they are where two rules contradict each other."""
    rules = [r for r in ruleset.rules if isinstance(r, Typo) and not is_expired(r, as_of)]
    if not rules:
        return Corrected(tuple(documents))
    edits: dict[str, list[_Edit]] = defaultdict(list)
    stale = []
    for rule in rules:
        try:
            document, edit = _find(rule, documents)
            edits[document.id].append(edit)
        except ReconcileError as error:
            stale.append(Stale(rule, error.message, rule.at.quote))
    for group in edits.values():
        group.sort(key=lambda e: (e.start, e.end, e.rule.position))
    clashes = tuple(c for group in edits.values() for c in _clashes(group))
    if clashes:
        return Corrected(tuple(documents), stale=tuple(stale), clashes=clashes)
    made = tuple(_edited(d, edits.get(d.id, ())) for d in documents)
    return Corrected(made, {d.id: d for d in documents}, edits, tuple(stale))


def _find(rule: Typo, documents: Sequence[Document]) -> tuple[Document, _Edit]:
    at = rule.at
    own = [d for d in documents if d.side == at.side and at.source in (None, *_names(d))]
    places = [(d, start) for d in own for start in _all(d.text, at.quote)]
    if not places:
        there = any(rule.should_be in d.text for d in own)
        more = f"; {shown(rule.should_be)} stands there already: delete the rule" if there else ""
        raise ReconcileError(f"the text {shown(at.quote)} is not in the source (any more){more}")
    if len(places) > 1:
        lines = [d.line_of(start) for d, start in places]
        if at.near_line is not None:
            off = [abs(line - at.near_line) for line in lines]
            places = [p for p, n in zip(places, off, strict=True) if n == min(off)]
        if len(places) > 1:
            listed = ", ".join(map(str, lines[:_LISTED])) + (" …" if len(lines) > _LISTED else "")
            hint = "quote more of the line" if at.near_line else "add near-line, or quote more"
            raise ReconcileError(
                f"the text {shown(at.quote)} stands {len(lines)} times, in lines {listed}; {hint}"
            )
    ((document, start),) = places
    line = document.line_of(start)
    return document, _Edit(rule, start, start + len(at.quote), rule.should_be, line)


def _names(document: Document) -> tuple[str, str]:
    return document.id, document.id.partition(":")[2]


def _all(text: str, quote: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _clashes(edits: Sequence[_Edit]) -> Iterator[ReconcileError]:
    for one, two in pairwise(edits):
        alike = (one.start, one.end, one.new) == (two.start, two.end, two.new)
        if two.start < one.end and not alike:
            both = f"{cited(one.rule)} and {cited(two.rule)}"
            quote = shown(one.rule.at.quote)
            yield clash(one.rule, two.rule, f"rules {both} read {quote} in two ways")


def _edited(document: Document, edits: Sequence[_Edit]) -> Document:
    if not edits:
        return document
    pieces, end = [], 0
    for edit in _once(edits):
        pieces += [document.text[end : edit.start], edit.new]
        end = edit.end
    return replace(document, text="".join([*pieces, document.text[end:]]))


def _once(edits: Sequence[_Edit]) -> list[_Edit]:
    """Two rules that make the same correction make it once."""
    return list({e.start: e for e in edits}.values())

"""What of a report is shown: codes to select or ignore, and the filter's one grammar.

The list of the HTML report filters by the same grammar (`html/app.js`); `docs/filters.md` writes
it down, and `tests/report/filters.yaml` holds both to it. A filter changes what is shown, never
what is written into the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from reconcile.catalogue import CODES, FAMILIES, Code
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Relation, SourceRef
from reconcile.places.countries import name_of
from reconcile.report.view import texts
from reconcile.report.view.captions import ORIGINS, SEVERITIES, VERDICTS, family_of, title_of
from reconcile.report.view.view import View
from reconcile.scripts import to_simplified
from reconcile.suggest import did_you_mean

_ONE = r'"[^"]*"?|[^\s"|][^\s|]*'
_TERM = re.compile(rf"(-?)(?:([a-z]+):)?((?:{_ONE})(?:\|(?:{_ONE}))*)")
_VALUE = re.compile(_ONE)

BY_START = frozenset({"code", "id", "date"})
BY_PART = frozenset({"section", "host", "partner", "country", "rule"})
WHOLE = frozenset(
    {"kind", "name", "family", "severity", "origin", "verdict", "reason", "relation"}
    | {"side", "line", "p", "province"}
)
FIELDS = BY_START | BY_PART | WHOLE

_KNOWN: Mapping[str, Iterable[str]] = {
    "kind": ("finding", "agreement"),
    "name": [c.name for c in CODES],
    "family": FAMILIES.values(),
    "severity": SEVERITIES,
    "origin": ORIGINS,
    "verdict": VERDICTS,
    "reason": texts.REASONS,
    "relation": get_args(Relation),
    "side": texts.SIDES,
}
"""Field → all values it can have, where they are few."""

GROUPS = ("code", "section", "host", "severity", "origin", "file", "country")
"""What findings can be put together by."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a filter: any of `values` in `field`, or in the text; `minus` turns it round."""

    field: str | None
    values: tuple[str, ...]
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: every part must let a finding pass. `only` holds ids, or is None for all."""

    select: tuple[Code, ...] = ()
    ignore: tuple[Code, ...] = ()
    terms: tuple[Term, ...] = ()
    only: frozenset[str] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not (self.select or self.ignore or self.terms) and self.only is None

    @property
    def settled(self) -> bool:
        """Whether findings that a rule answered are asked for."""
        return any(t.field == "rule" and not t.minus for t in self.terms)

    def pick(self, view: View) -> tuple[Finding, ...]:
        """The findings that pass, in the order of the report's entries."""
        facets = Facets(view)
        select = {c.name for c in self.select}
        ignore = {c.name for c in self.ignore}
        return tuple(
            f
            for e in view.entries
            for f in e.findings
            if (self.settled or f.rule is None)
            and (self.only is None or f.id in self.only)
            and (not select or f.name in select)
            and f.name not in ignore
            and (not self.terms or matches(self.terms, facets.of(f), facets.text_of(f)))
        )


def codes_named(words: Iterable[str]) -> tuple[Code, ...]:
    """The codes that comma-separated words name: `N101`, `N1`, `country-name`, `names`.

    Raises:
        ReconcileError: a word names no code, no name and no family.
    """
    found: dict[str, Code] = {}
    for word in (w.strip() for text in words for w in text.split(",")):
        if not word:
            continue
        named = [c for c in CODES if _is_named(c, word)]
        if not named:
            known = [x for c in CODES for x in (c.code, c.name)] + list(FAMILIES.values())
            raise ReconcileError(f"no code begins with {word!r}{_hint(word, known)}")
        found |= {c.code: c for c in named}
    return tuple(found.values())


def _is_named(code: Code, word: str) -> bool:
    return code.code.startswith(word.upper()) or word.lower() in (code.name, code.family)


def _hint(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` if there is a word like it, else all there are."""
    words = list(dict.fromkeys(known))
    every = f"; there are {', '.join(words)}" if len(words) <= 20 else ""
    return did_you_mean(word, words) or every


def parse_terms(query: str) -> tuple[Term, ...]:
    """A filter such as `section:河南 -verdict:agree "new town"` as terms.

    Raises:
        ReconcileError: a field or one of its values is not known.
    """
    terms: list[Term] = []
    for m in _TERM.finditer(query):
        minus, field, raw = m[1] == "-", m[2], m[3]
        if field and field not in FIELDS:
            raise ReconcileError(
                f"a filter has no field {field!r} "
                f'(if text is meant, put it in quotes: "{field}:{raw}")'
                f"{_hint(field, sorted(FIELDS))}"
            )
        values = tuple(fold(v) for v in _values(raw, field))
        for value in values:
            _check_value(field, value)
        if not values:
            continue
        same = [t for t in terms if field and not minus and (t.field, t.minus) == (field, False)]
        if same:
            terms[terms.index(same[0])] = Term(field, same[0].values + values)
        else:
            terms.append(Term(field, values, minus))
    return tuple(terms)


def _values(raw: str, field: str | None) -> list[str]:
    """Alternatives: divided by `|`, in a field also by commas unless quoted."""
    values: list[str] = []
    for piece in _VALUE.findall(raw):
        if field and not piece.startswith('"'):
            values += piece.split(",")
        else:
            values.append(piece.strip('"'))
    return [v for v in values if v]


def _check_value(field: str | None, value: str) -> None:
    known = _KNOWN.get(field or "")
    if known and value not in known:
        raise ReconcileError(f"{field}: has no value {value!r}{_hint(value, known)}")
    if field == "code" and not any(c.code.startswith(value.upper()) for c in CODES):
        hint = _hint(value, [c.code for c in CODES])
        raise ReconcileError(f"no code begins with {value.upper()!r}{hint}")
    if field == "p":
        _in_range(0.5, value)


def fold(text: str) -> str:
    """Lower case and Simplified characters: what is compared."""
    return "".join(_simplified(c) for c in text.lower())


def _simplified(char: str) -> str:
    if not "\u3400" <= char <= "\ufaff":
        return char
    simple = to_simplified(char)
    return simple if len(simple) == 1 else char


def matches(
    terms: Sequence[Term], fields: Mapping[str, Sequence[str]], text: Callable[[], str] | str
) -> bool:
    """Whether every term fits. `text` is folded; `fields` are as displayed."""
    return all(_fits(t, fields, text) != t.minus for t in terms)


def _fits(term: Term, fields: Mapping[str, Sequence[str]], text: Callable[[], str] | str) -> bool:
    if term.field is None:
        whole = text if isinstance(text, str) else text()
        return any(v in whole for v in term.values)
    own = fields.get(term.field, ())
    return any(_equals(term.field, x, v) for x in own for v in term.values)


def _equals(field: str, own: str, value: str) -> bool:
    if field == "p":
        return _in_range(float(own), value)
    text = fold(own)
    if field == "country" and len(value) == 2:
        return text == value
    if field in BY_START:
        return text.startswith(value)
    return value in text if field in BY_PART else text == value


def _in_range(p: float, value: str) -> bool:
    """`0.5..0.9` (without its end, 1 apart), `<0.9`, `>0.9`, or the first digits of it."""
    low, dots, high = value.partition("..")
    try:
        if dots:
            top = float(high or 1)
            return float(low or 0) <= p and (p < top or top >= 1)
        if value[0] in "<>":
            bound = float(value[1:])
            return p < bound if value[0] == "<" else p > bound
    except ValueError:
        raise ReconcileError(
            f"p: takes a range such as 0.5..0.9, <0.9 or >0.9, not {value!r}"
        ) from None
    return f"{p:.4f}".startswith(value)


class Facets:
    """The fields of findings, as the filter and the grouping see them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._verdicts = {r: v for v in view.result.verdicts for r in (v.zh, v.en) if r}
        self._headings = {
            s.document.id: [(x.ref.line, x.title) for x in s.sections] for s in view.result.sources
        }

    def of(self, f: Finding) -> dict[str, list[str]]:
        """Field → its values; a finding may have several, or none."""
        view = self._view
        records = [view.records[r] for r in f.records if r in view.records]
        hosts = [view.result.hosts.get(r.id) for r in records]
        verdicts = [self._verdicts[r.id] for r in records if r.id in self._verdicts]
        link = view.links.get(f.link) if f.link else None
        sides = [view.documents[x.source].side for x in f.refs if x.source in view.documents]
        return {
            "kind": ["finding"],
            "code": [f.code],
            "name": [f.name],
            "family": [family_of(f)],
            "severity": [f.severity],
            "origin": [f.origin],
            "id": [f.id, *([f.group] if f.group else [])],
            "rule": [f.rule] if f.rule else [],
            "line": [str(x.line) for x in f.refs],
            "section": [*(r.section for r in records), *self._section(f.refs[:1])],
            "province": [(h.province if h else None) or "unknown" for h in hosts],
            "host": [r.host for r in records],
            "partner": [r.partner for r in records],
            "country": [x for r in records if r.country for x in _country(r.country)],
            "date": [str(r.date) for r in records if r.date],
            "side": [*(r.side for r in records), *sides],
            "verdict": [v.verdict for v in verdicts],
            "reason": [v.reason for v in verdicts],
            "relation": [link.relation] if link else [],
            "p": [f"{link.probability:.4f}"] if link else [],
            "file": [view.documents[x.source].path for x in f.refs],
        }

    def text_of(self, f: Finding) -> Callable[[], str]:
        """The folded text that words without a field are looked for in."""
        return lambda: fold("\n".join((f.code, title_of(f.code, f.name), f.message, f.id)))

    def _section(self, refs: Sequence[SourceRef]) -> list[str]:
        """The heading above the first line of a finding."""
        for ref in refs:
            headings = self._headings.get(ref.source, [])
            at = bisect_right(headings, ref.line, key=lambda x: x[0]) - 1
            if at >= 0:
                return [headings[at][1]]
        return []


def _country(iso: str) -> list[str]:
    try:
        return [iso, name_of(iso, "en")]
    except KeyError:
        return [iso]


def grouped(
    view: View, findings: Iterable[Finding], field: str
) -> list[tuple[str, tuple[Finding, ...]]]:
    """Findings by their first value of one of `GROUPS`; `""` where they have none, last.

    Severities and origins stand in their order, files in that of the sources, all else by number.
    """
    facets = Facets(view)
    groups: dict[str, list[Finding]] = {}
    for f in findings:
        groups.setdefault(next(iter(facets.of(f)[field]), ""), []).append(f)
    orders: dict[str, Sequence[str]] = {
        "severity": SEVERITIES,
        "origin": ORIGINS,
        "file": [d.path for d in view.documents.values()],
    }
    order = orders.get(field, ())

    def rank(item: tuple[str, list[Finding]]) -> tuple[object, ...]:
        key, members = item
        return (not key, order.index(key) if key in order else 0, -len(members), key)

    return [(key, tuple(members)) for key, members in sorted(groups.items(), key=rank)]

"""What of a report is shown: codes to select or ignore, and the filter's one grammar.

The list of the HTML report filters by the same grammar (`html/app.js`); `docs/filters.md` writes
it down, and `tests/report/filters.yaml` holds both to it. A filter changes what is shown, never
what is written into the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from reconcile.catalogue import CODES, FAMILIES, Code
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Relation
from reconcile.report.facets import Facets, facets_of
from reconcile.report.folding import search_key
from reconcile.report.view import texts
from reconcile.report.view.captions import ORIGINS, SEVERITIES, VERDICTS
from reconcile.report.view.view import View
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
        findings = (f for e in view.entries for f in e.findings if self._admits(f))
        return tuple(f for f in findings if self._fits(facets_of(view, f)))

    def _admits(self, f: Finding) -> bool:
        """Whether it may be shown, whatever it is about."""
        return (self.settled or f.rule is None) and (self.only is None or f.id in self.only)

    def _fits(self, x: Facets) -> bool:
        name = x.finding.name
        if self.select and name not in {c.name for c in self.select}:
            return False
        if name in {c.name for c in self.ignore}:
            return False
        return matches(self.terms, x.values, x.text)


def codes_named(words: Iterable[str]) -> tuple[Code, ...]:
    """The codes that comma-separated words name: `N101`, `N1`, `country-name`, `names`.

    Raises:
        ReconcileError: a word names no code, no name and no family.
    """
    asked = (word.strip() for text in words for word in text.split(","))
    return tuple({c.code: c for word in asked if word for c in _named(word)}.values())


def _named(word: str) -> list[Code]:
    named = [
        c for c in CODES if c.code.startswith(word.upper()) or word.lower() in (c.name, c.family)
    ]
    if not named:
        known = [*(x for c in CODES for x in (c.code, c.name)), *FAMILIES.values()]
        raise ReconcileError(f"no code begins with {word!r}{_hint(word, known)}")
    return named


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
    terms: dict[object, Term] = {}
    for m in _TERM.finditer(query):
        term = _term(field=m[2], raw=m[3], minus=m[1] == "-")
        # Terms of one field are alternatives, unless they begin with a minus.
        key = term.field if term.field and not term.minus else term
        if key in terms:
            term = replace(term, values=terms[key].values + term.values)
        if term.values:
            terms[key] = term
    return tuple(terms.values())


def _term(field: str | None, raw: str, minus: bool) -> Term:
    if field and field not in FIELDS:
        raise ReconcileError(
            f"a filter has no field {field!r} "
            f'(if text is meant, put it in quotes: "{field}:{raw}")'
            f"{_hint(field, sorted(FIELDS))}"
        )
    values = tuple(search_key(v) for v in _values(raw, field))
    for value in values:
        _check_value(field, value)
    return Term(field, values, minus)


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


def matches(
    terms: Iterable[Term], values: Callable[[str], Iterable[str]], text: Callable[[], str]
) -> bool:
    """Whether every term fits a thing, given the values of its fields and its text."""
    return all(_fits(t, values, text) != t.minus for t in terms)


def _fits(term: Term, values: Callable[[str], Iterable[str]], text: Callable[[], str]) -> bool:
    if term.field is None:
        whole = search_key(text())
        return any(v in whole for v in term.values)
    return any(_equals(term.field, x, v) for x in values(term.field) for v in term.values)


def _equals(field: str, own: str, value: str) -> bool:
    if field == "p":
        return _in_range(float(own), value)
    key = search_key(own)
    if field == "country" and len(value) == 2:
        return key == value
    if field in BY_START:
        return key.startswith(value)
    return value in key if field in BY_PART else key == value


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

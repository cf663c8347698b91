"""Finding the rows of one source that a rule speaks of, by what they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from reconcile.errors import ReconcileError
from reconcile.models import Record, Side
from reconcile.overrides.rules.fields import Selector
from reconcile.overrides.wording import joined, same, shown

_LANGUAGE = {"zh": "Chinese", "en": "English"}
_LISTED = 5
_NEAREST = 3


class Rows:
    """The records of one side, ready to be looked up by partner, host or id."""

    def __init__(self, side: Side, records: Iterable[Record]) -> None:
        self.side = side
        self.records = tuple(records)
        self._by: dict[tuple[str, str], list[Record]] = defaultdict(list)
        self._keys: dict[str, frozenset[tuple[str, str]]] = {}
        for record in self.records:
            names = (same(record.partner), same(record.name))
            keys = {
                ("id", record.id),
                ("host", same(record.host)),
                *(("partner", n) for n in names),
            }
            keys |= {("line", str(line)) for line in (record.line, record.row_line)}
            self._keys[record.id] = frozenset(keys)
            for key in keys:
                self._by[key].append(record)
        self._found: dict[frozenset[tuple[str, str]], list[Record]] = {}

    def bearers(self, name: str) -> tuple[str, ...]:
        """The ids of the rows whose partner is displayed as `name`."""
        return tuple(sorted(r.id for r in self.with_partner(name)))

    def with_partner(self, name: str) -> Sequence[Record]:
        """The rows whose partner is displayed as `name`."""
        return self._by.get(("partner", same(name)), ())

    def with_host(self, name: str) -> Sequence[Record]:
        """The rows whose host is displayed as `name`."""
        return self._by.get(("host", same(name)), ())

    def one(self, selector: Selector) -> Record:
        """The row that `selector` names. Raises ReconcileError if there is none, or several."""
        found = self.find(selector)
        if len(found) == 1:
            return found[0]
        more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise ReconcileError(
            f"{len(found)} rows of the {_LANGUAGE[self.side]} source have {_said(selector)}; "
            f"add host, section, line or id to choose one of: {_list(found[:_LISTED])}{more}",
        )

    def find(self, selector: Selector) -> tuple[Record, ...]:
        """The rows that `selector` names. Raises ReconcileError if there are none."""
        texts = {k: same(str(v)) for k, v in _given(selector).items() if k != "line"}
        keys = frozenset((k, texts[k]) for k in ("id", "partner", "host") if k in texts)
        rows = self._with(keys)
        if "section" in texts:
            rows = [r for r in rows if same(r.section) == texts["section"]]
        if not rows:
            raise ReconcileError(self._nothing(selector))
        if len(rows) > 1 and selector.line is not None:
            # Text comes first: a line that moved must not turn a good rule into a wrong one.
            on_line = self._with(keys | {("line", str(selector.line))})
            section = texts.get("section")
            there = [r for r in on_line if section is None or same(r.section) == section]
            if not there:
                raise ReconcileError(
                    f"no row with {_said(selector)} is left; correct the line, it may be one of: "
                    f"{_list(rows[:_LISTED])}",
                )
            rows = there
        return tuple(rows)

    def _with(self, keys: frozenset[tuple[str, str]]) -> list[Record]:
        """The rows that have all of the keys, in their order; kept, as namesakes ask alike."""
        if keys not in self._found:
            fewest = min((self._by.get(key, []) for key in keys), key=len)
            self._found[keys] = [r for r in fewest if keys <= self._keys[r.id]]
        return self._found[keys]

    def _nothing(self, selector: Selector) -> str:
        sentence = f"no row of the {_LANGUAGE[self.side]} source has {_said(selector)}"
        wanted = " ".join(same(t) for t in (selector.host, selector.partner) if t)
        if not wanted:
            return sentence
        shows = [
            " ".join(
                same(t)
                for t, asked in ((r.host, selector.host), (r.partner, selector.partner))
                if asked
            )
            for r in self.records
        ]
        best = process.extract(wanted, shows, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=40)
        near = [self.records[index] for _, _, index in best]
        return f"{sentence}; nearest: {_list(near)}" if near else sentence


def _given(selector: Selector) -> dict[str, str | int]:
    return selector.model_dump(exclude_none=True)


def _said(selector: Selector) -> str:
    return joined(f"{key} {shown(str(value))}" for key, value in _given(selector).items())


def _list(rows: Sequence[Record]) -> str:
    return ", ".join(f"{r.host} – {r.partner} (line {r.line})" for r in rows)

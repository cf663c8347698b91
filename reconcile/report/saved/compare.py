"""Two reports compared: which findings, verdicts and links are new, gone or changed.

Findings are told apart by their ids, which come from content; verdicts and links by the host and
partner of their rows. So lines that moved change nothing, nor does a row whose date was mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Item = Mapping[str, Any]
"""A finding, verdict or link as in `report.json`."""
Row = tuple[str, str, str, int]
Kind = Literal["finding", "verdict", "link"]
KINDS: tuple[Kind, ...] = ("finding", "verdict", "link")

_FINDING_KEYS = ("severity", "origin", "suggestion", "rule")
_LINK_KEYS = ("relation", "method", "rule")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: new has no `old`, gone has no `new`; changed has both."""

    kind: Kind
    old: Item | None
    new: Item | None

    @property
    def name(self) -> Literal["new", "gone", "changed"]:
        """What happened to it."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "changed"

    @property
    def item(self) -> Item:
        """What stands in the newer report, or stood in the older one."""
        found = self.new if self.new is not None else self.old
        assert found is not None
        return found


@dataclass(frozen=True)
class Comparison:
    """All differences of two reports; `sources` are ids of those whose content differs."""

    old: Mapping[str, Any]
    new: Mapping[str, Any]
    changes: tuple[Change, ...]
    sources: tuple[str, ...]

    def of(self, kind: Kind, name: str | None = None) -> tuple[Change, ...]:
        """The changes of one kind, all or those of one name."""
        return tuple(c for c in self.changes if c.kind == kind and name in (None, c.name))


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """Compare two reports as read by `read_report`."""
    changes = (
        *_by_key("finding", _by_id(old), _by_id(new), _finding_differs),
        *_verdicts(_stated_in(old), _stated_in(new)),
        *_by_key("link", _by_rows(old), _by_rows(new), _link_differs),
    )
    before = {s["id"]: s["sha256"] for s in old["sources"]}
    after = {s["id"]: s["sha256"] for s in new["sources"]}
    sources = tuple(s for s in {**before, **after} if before.get(s) != after.get(s))
    return Comparison(old, new, changes, sources)


def _by_id(report: Mapping[str, Any]) -> dict[object, Item]:
    return {f["id"]: f for f in report["findings"]}


def _by_rows(report: Mapping[str, Any]) -> dict[object, Item]:
    rows = _rows(report)
    return {(rows[x["zh"]], rows[x["en"]]): x for x in report["links"]}


def _rows(report: Mapping[str, Any]) -> dict[str, Row]:
    """Record id → side, host, partner and, of rows with the same, the number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    rows: dict[str, Row] = {}
    for r in report["records"]:
        key = (r["side"], r["host"]["text"], r["partner"]["text"])
        seen[key] += 1
        rows[r["id"]] = (*key, seen[key])
    return rows


def _by_key(
    kind: Kind,
    old: Mapping[object, Item],
    new: Mapping[object, Item],
    differs: Callable[[Item, Item], bool],
) -> Iterable[Change]:
    for key, item in new.items():
        if key not in old:
            yield Change(kind, None, item)
        elif differs(old[key], item):
            yield Change(kind, old[key], item)
    for key, item in old.items():
        if key not in new:
            yield Change(kind, item, None)


def _finding_differs(a: Item, b: Item) -> bool:
    return any(a[k] != b[k] for k in _FINDING_KEYS) or _stated(a) != _stated(b)


def _stated(finding: Item) -> Item:
    """What its sentence states, without numbers of lines, which move."""
    return {k: v for k, v in finding["params"].items() if not k.endswith("line")}


def _link_differs(a: Item, b: Item) -> bool:
    """A probability that differs in its first two decimals counts; the rest is noise."""
    chances = (round(x["probability"], 2) for x in (a, b))
    return any(a[k] != b[k] for k in _LINK_KEYS) or len(set(chances)) > 1


@dataclass(frozen=True, slots=True)
class _Stated:
    """A verdict with its rows, by which it is found in another report."""

    item: Item
    rows: tuple[Row | None, Row | None]

    def is_as(self, other: _Stated) -> bool:
        """Whether both say the same, of the same rows."""
        return (self.rows, self._said) == (other.rows, other._said)

    @property
    def _said(self) -> tuple[str, str]:
        return (self.item["verdict"], self.item["reason"])


def _stated_in(report: Mapping[str, Any]) -> list[_Stated]:
    rows = _rows(report)
    return [
        _Stated(v, (rows.get(v["zh"] or ""), rows.get(v["en"] or ""))) for v in report["verdicts"]
    ]


def _verdicts(old: Sequence[_Stated], new: Sequence[_Stated]) -> Iterable[Change]:
    """A verdict changes where a row of it has another verdict, reason or counterpart now."""
    before = {row: v for v in old for row in v.rows if row}
    after = {row for v in new for row in v.rows if row}
    for v in new:
        known = [before[row] for row in v.rows if row in before]
        if not known:
            yield Change("verdict", None, v.item)
        elif not known[0].is_as(v):
            yield Change("verdict", known[0].item, v.item)
    for v in old:
        if not any(row in after for row in v.rows):
            yield Change("verdict", v.item, None)

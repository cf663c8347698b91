"""What of a report is not as a case's `expected.json` says; `cases/README.md` explains its keys."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

_AT_LEAST = ("info", "notice", "warning", "error")
_KEYS = ("partner", "host", "country", "date")


def faults(want: Mapping[str, Any], report: Mapping[str, Any], printed: str) -> list[str]:
    """Every difference; none where one of the right answers (`or`) is given."""
    answers = [{**want, **other} for other in [{}, *want.get("or", [])]]
    return min((list(_Report(report, printed).faults(a)) for a in answers), key=len)


def _normal(value: object) -> str:
    text = unicodedata.normalize("NFKC", "" if value is None else str(value))
    return "".join(c for c in text if unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf"))


def _fits(want: Any, got: object) -> bool:
    if isinstance(want, list):
        return any(_fits(w, got) for w in want)
    if isinstance(want, dict):
        if "not_re" in want:
            return not re.search(want["not_re"], str(got or ""))
        return re.fullmatch(want["re"], str(got or "")) is not None
    return bool(want == "*") or _normal(want) == _normal(got)


class _Report:
    """A report and what was printed, as a case looks at them."""

    def __init__(self, report: Mapping[str, Any], printed: str) -> None:
        self.report, self.printed = report, printed
        self.sides = {s["id"]: s["side"] for s in report["sources"]}
        self.records = {
            r["id"]: {**r, "partner": r["partner"]["text"], "host": r["host"]["text"]}
            for r in report["records"]
        }

    def faults(self, want: Mapping[str, Any]) -> Iterator[str]:
        rows: dict[str, int] = {}
        for side in ("zh", "en"):
            yield from self._rows(side, want, rows)
        yield from self._links(want, rows)
        yield from self._verdicts(want)
        yield from self._findings(want)

    def _rows(self, side: str, want: Mapping[str, Any], found: dict[str, int]) -> Iterator[str]:
        """Rows that are missing, wrong or too many; notes which record each row is."""
        left = [r for r in self.records.values() if r["side"] == side]
        for i, row in enumerate(want.get(f"{side}_rows", ())):
            fitting = [r for r in left if self._is_row(row, r)]
            fitting.sort(key=lambda r: r["line"] != row.get("line"))
            if not fitting:
                yield f"{side} row {[row.get(key) for key in _KEYS]} is missing"
                continue
            left.remove(fitting[0])
            found[fitting[0]["id"]] = i
        if f"{side}_rows" in want and not want.get("rows_partial"):
            yield from (f"{side} row too many: {[r[key] for key in _KEYS]}" for r in left)

    def _is_row(self, row: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
        notes = _normal(" ".join(map(str, record.get("notes", ()))))
        reported = row.get("date_may_be_reported") and not record["date"]
        keys = _KEYS[:3] if reported else _KEYS
        fits = all(_fits(row.get(key, "*"), record[key]) for key in keys)
        return fits and _normal(row.get("notes")) in notes

    def _links(self, want: Mapping[str, Any], found: Mapping[str, int]) -> Iterator[str]:
        expected = [self._ends(want, link) for link in want.get("links", ())]
        optional = [self._ends(want, link) for link in want.get("links_optional", ())]
        for link in self.report["links"]:
            zh, en = found.get(link["zh"], -1), found.get(link["en"], -1)
            hits = [e for e in expected if zh in e[0] and en in e[1]]
            if hits:
                expected.remove(hits[0])
            elif not any(zh in e[0] and en in e[1] for e in optional):
                names = [self.records[link[side]]["partner"] for side in ("zh", "en")]
                yield f"wrong link {names}"
        yield from (f"no link {e[2]}" for e in expected)

    def _ends(self, want: Mapping[str, Any], link: Any) -> tuple[set[int], set[int], Any]:
        """The numbers of the rows that an expected link may be of, on both sides."""
        said = (
            dict(zip(("zh", "en", "host"), link, strict=False)) if isinstance(link, list) else link
        )
        ends = []
        for side in ("zh", "en"):
            host = said.get("host", "*") if side == "zh" else "*"
            ends.append(
                {
                    i
                    for i, row in enumerate(want[f"{side}_rows"])
                    if (_fits(row["partner"], said[side]) or _fits(said[side], row["partner"]))
                    and said.get(f"{side}_line", row.get("line")) == row.get("line")
                    and (host in ("*", None) or _fits(row.get("host", "*"), host))
                }
            )
        assert all(ends), f"link {link} names no listed row"
        return ends[0], ends[1], [said["zh"], said["en"]]

    def _verdicts(self, want: Mapping[str, Any]) -> Iterator[str]:
        of = {v[side]: v["verdict"] for v in self.report["verdicts"] for side in ("zh", "en")}
        for side in ("zh", "en"):
            for name in want.get(f"only_{side}", ()):
                rows = (r for r in self.records.values() if r["side"] == side)
                got = {of[r["id"]] for r in rows if _fits(name, r["partner"])}
                if got != {f"only-{side}"}:
                    yield f"{name}: verdict {got}"
        if "conflicts" in want:
            got = {_normal(r["partner"]) for r in self._in_conflict()}
            if got != set(map(_normal, want["conflicts"])):
                yield f"conflicts {got}"

    def _in_conflict(self) -> Iterator[Mapping[str, Any]]:
        for verdict in self.report["verdicts"]:
            if verdict["verdict"] == "conflict":
                yield self.records[verdict["zh"]]

    def _findings(self, want: Mapping[str, Any]) -> Iterator[str]:
        for no in want.get("no_findings", ()):
            yield from (f"unwanted: {f['message']}" for f in self._find(no))
        for must in want.get("must_findings", ()):
            if not self._find(must):
                yield f"no finding {must}"
        for limit in want.get("max_findings", ()):
            found = self._find(limit)
            groups = {
                f["id"] if limit.get("by") == "finding" else f["group"] or f["id"] for f in found
            }
            if len(groups) > limit["max"]:
                yield f"{len(groups)} × {limit['name']}"
        told = [self.printed, *(f["message"] for f in self.report["findings"])]
        told.append(json.dumps(self.report["sources"], ensure_ascii=False))
        for says in want.get("must_say", ()):
            if not re.search(says, "\n".join(told)):
                yield f"not said: {says}"

    def _find(self, want: Any) -> list[Mapping[str, Any]]:
        """The findings at notice or above that are such ones."""
        want = {"name": want} if isinstance(want, str) else want
        return [f for f in self.report["findings"] if self._is_finding(want, f)]

    def _is_finding(self, want: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
        level = _AT_LEAST.index(want.get("min_severity", "notice"))
        places = {(self.sides[ref["source"]], ref["line"]) for ref in found["refs"]}
        records = (self.records[r] for r in found["records"])
        places |= {(r["side"], r["line"]) for r in records}
        side, line = want.get("side"), want.get("line")
        placed = any(side in (None, s) and line in (None, n) for s, n in places)
        return (
            _AT_LEAST.index(found["severity"]) >= level
            and _fits(want.get("name", "*"), found["name"])
            and (placed or not (side or line))
            and bool(re.search(want.get("says", ""), f"{found['message']} {found['suggestion']}"))
        )

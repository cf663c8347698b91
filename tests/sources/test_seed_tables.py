"""The seeds as tables of named columns say the same, and get the same verdicts."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pytest

from reconcile.models import ParsedSource, Record, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, parsed, seed_result
from tests.sources.column_texts import assert_true_places, read_columns

Row = dict[str, str]
NAMES = ("section", "host", "parent", "partner", "target", "country", "code", "date")


def rows_of(source: ParsedSource) -> list[Row]:
    """The rows of a source, with those that name no partner and sections without rows."""
    rows: list[tuple[int, int, Row]] = [(r.row_line, r.line, _row(r)) for r in source.records]
    for r in source.partnerless:
        row = {"section": r.section, "host": r.host, "country": r.country_text or ""}
        rows.append((r.row_line, r.row_line, row | {"date": str(r.date or "")}))
    rows += [(s.ref.line, 0, {"section": s.title}) for s in source.sections if s.rows == 0]
    return [row for _, _, row in sorted(rows, key=lambda x: x[:2])]


def _row(r: Record) -> Row:
    stated = (r.section, r.host, r.parent, r.name if r.parent else r.partner, r.target)
    values = (*stated, r.country_text, r.code, str(r.date or ""))
    return {name: value or "" for name, value in zip(NAMES, values, strict=True)}


def written_csv(rows: Sequence[Row], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NAMES, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


WRITERS: Mapping[str, Callable[[Sequence[Row]], bytes]] = {
    "csv": written_csv,
    "csv with ;": lambda rows: written_csv(rows, ";"),
    "tsv in UTF-16": lambda rows: written_csv(rows, "\t").decode().encode("utf-16"),
    "json": lambda rows: json.dumps(rows, indent=2).encode(),
    "json on one line": lambda rows: json.dumps(rows, ensure_ascii=False).encode(),
    "jsonl": lambda rows: "\n".join(json.dumps(r) for r in rows).encode(),
}
SEEDS: tuple[tuple[str, Side], ...] = ((ZH_SEED, "zh"), (EN_SEED, "en"))


@cache
def rewritten(writer: str) -> tuple[ParsedSource, ...]:
    return tuple(read_columns(WRITERS[writer](rows_of(parsed(*seed))), seed[1]) for seed in SEEDS)


@pytest.mark.parametrize("writer", WRITERS)
def test_the_seeds_say_the_same_in_every_form(writer: str) -> None:
    for (path, side), source in zip(SEEDS, rewritten(writer), strict=True):
        assert Counter(map(facts, source.records)) == Counter(
            map(facts, parsed(path, side).records)
        )
        assert len(source.partnerless) == len(parsed(path, side).partnerless)
        assert "not-understood" not in source.uses
        assert_true_places(source)


def facts(r: Record) -> tuple[object, ...]:
    return (r.section, r.host, r.parent, r.name, r.country, r.code, str(r.date))


def verdicts(result: Result) -> Counter[tuple[object, ...]]:
    records = {r.id: r for r in result.records}
    # A blank line where rows were lost is what a table of values cannot hold.
    return Counter(
        (
            facts(records[v.zh]) if v.zh else None,
            facts(records[v.en]) if v.en else None,
            v.verdict if v.reason != "lost-in-copy" else "only-zh",
        )
        for v in result.verdicts
    )


def test_the_seeds_as_csv_get_the_same_verdicts() -> None:
    documents = [source.document for source in rewritten("csv")]
    result = run(documents, load_rules([]), Settings(AS_OF))
    assert verdicts(result) == verdicts(seed_result())

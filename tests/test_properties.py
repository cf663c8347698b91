"""What must hold for any pair: order changes nothing, and nothing is claimed twice."""

from __future__ import annotations

import math
import random
import re
from collections import Counter

from reconcile.models import Document, Result
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.conftest import AS_OF, EN_SEED, ROOT, ZH_SEED, document_of


def facts(result: Result) -> Counter[tuple[str, str, str, str]]:
    """Verdicts by what the records say, not by where they stand.

    `lost-in-copy` is told from the order of a block, so without its order the row is `only-zh`.
    """
    text = {r.id: f"{r.host}–{r.partner}–{r.country_text}" for r in result.records}
    return Counter(
        (
            text.get(v.zh or "", ""),
            text.get(v.en or "", ""),
            *(
                ("only-zh", "partner-missing")
                if v.reason == "lost-in-copy"
                else (v.verdict, v.reason)
            ),
        )
        for v in result.verdicts
    )


def shuffled(text: str, is_row: re.Pattern[str], rng: random.Random) -> str:
    """The text with every run of adjacent rows in another order."""
    out: list[str] = []
    rows: list[str] = []
    for line in [*text.splitlines(keepends=True), ""]:
        if is_row.match(line):
            rows.append(line)
            continue
        rng.shuffle(rows)
        out += [*rows, line]
        rows = []
    return "".join(out)


def test_order_of_rows_changes_no_verdict(seeds: Result) -> None:
    en = (ROOT / EN_SEED).read_text(encoding="utf-8")
    mixed = shuffled(en, re.compile("- "), random.Random(1))
    assert mixed != en
    documents = [
        document_of(ZH_SEED, "zh"),
        read_document(mixed.encode(), EN_SEED, "en"),
    ]
    assert facts(run(documents, load_rules([]), Settings(AS_OF))) == facts(seeds)


def test_order_of_files_changes_no_verdict() -> None:
    zh = [document_of(ZH_SEED, "zh"), document_of("tests/samples/zh_guangdong.md", "zh")]
    en: Document = document_of(EN_SEED, "en")
    one = run([*zh, en], load_rules([]), Settings(AS_OF))
    other = run([en, *reversed(zh)], load_rules([]), Settings(AS_OF))
    assert facts(one) == facts(other)


def test_every_record_has_exactly_one_verdict(seeds: Result) -> None:
    seen = Counter(x for v in seeds.verdicts for x in (v.zh, v.en) if x)
    assert set(seen) == {r.id for r in seeds.records}
    assert set(seen.values()) == {1}


def test_links_are_one_to_one_and_their_weights_add_up(seeds: Result) -> None:
    for side in ("zh", "en"):
        ends = [getattr(link, side) for link in seeds.links]
        assert len(set(ends)) == len(ends)
    for link in seeds.links:
        odds = sum(e.weight for e in link.evidence)
        assert abs(1 / (1 + math.exp(-odds)) - link.probability) < 2e-4


def test_ids_are_unique_and_survive_an_inserted_line(seeds: Result) -> None:
    ids = [f.id for f in seeds.findings]
    assert len(set(ids)) == len(ids)
    text = (ROOT / EN_SEED).read_text(encoding="utf-8")
    moved = text.replace("==A==\n", "==A==\n\n\n", 1)
    documents = [document_of(ZH_SEED, "zh"), read_document(moved.encode(), EN_SEED, "en")]
    again = run(documents, load_rules([]), Settings(AS_OF))
    assert {f.id for f in again.findings} == set(ids)
    assert {r.id for r in again.records} == {r.id for r in seeds.records}


def test_every_excerpt_is_truly_at_its_place(seeds: Result) -> None:
    lines = {s.document.id: s.document.lines for s in seeds.sources}
    for finding in seeds.findings:
        assert finding.refs or finding.name.startswith("rule-")
        for ref in finding.refs:
            line = lines[ref.source][ref.line - 1]
            assert line[ref.column - 1 : ref.end_column - 1] == ref.text


def test_a_second_source_that_says_the_same_takes_nothing_away(seeds: Result) -> None:
    text = (ROOT / ZH_SEED).read_text(encoding="utf-8")
    again = read_document(text.encode(), "again.md", "zh")
    documents = [document_of(ZH_SEED, "zh"), again, document_of(EN_SEED, "en")]
    result = run(documents, load_rules([]), Settings(AS_OF))
    assert len({r.id for r in result.records}) == len(result.records)
    assert len(result.links) == len(seeds.links)
    counts = Counter(v.verdict for v in result.verdicts if v.zh)
    once = Counter(v.verdict for v in seeds.verdicts if v.zh)
    assert counts["only-zh"] == 2 * once["only-zh"]
    assert sum(counts.values()) == 2 * sum(once.values())

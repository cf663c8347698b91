"""Ids of records, links and findings depend on what is said, not on where it stands."""

from __future__ import annotations

import random
import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.models import Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.checks.clean import clean_pair, write
from tests.checks.damage import DAMAGES, Pair
from tests.conftest import AS_OF

MENDABLE = (
    "empty row",
    "lost partner",
    "missing country",
    "slid cells",
    "unclosed tag",
    "imprecise date",
    "missing date",
    "note in a name",
    "misspelt country",
    "other year",
    "missing code",
)
"""Damages whose findings are about a row, wherever it stands."""
POSITIONAL = ("likely-dropped", "split-list", "date-order", "alphabetical-order", "suspicious-date")


@cache
def texts() -> dict[Side, str]:
    """A pair with one damage of each kind."""
    rng = random.Random(7)
    zh, en = clean_pair(7)
    pair: Pair = {"zh": zh, "en": en}
    hosts = list(dict.fromkeys(r.host for r in en.rows))
    for damage in DAMAGES:
        if damage.kind in MENDABLE:
            host = hosts.pop()
            keys = [r.key for r in en.rows if r.host == host]
            row = next(r for r in pair[damage.side].rows if r.key == keys[2])
            damage.apply(pair, row, rng)
    return {side: write(sheet).text for side, sheet in pair.items()}


def result(zh: str, en: str) -> Result:
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(en.encode(), "en.txt", "en"),
    ]
    return run(documents, load_rules([]), Settings(AS_OF))


@cache
def unchanged() -> Result:
    return result(texts()["zh"], texts()["en"])


def same_ids(found: Result, *, order: bool = True) -> None:
    before = unchanged()
    left_out = () if order else POSITIONAL
    assert {r.id for r in found.records} == {r.id for r in before.records}
    assert {x.id for x in found.links} == {x.id for x in before.links}
    for one, other in ((found, before), (before, found)):
        ids = {f.id for f in other.findings}
        assert [f.message for f in one.findings if f.id not in ids and f.name not in left_out] == []


def test_the_damaged_pair_has_findings_of_many_kinds() -> None:
    assert len({f.name for f in unchanged().findings}) >= len(MENDABLE) - 1


@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_ids_survive_inserted_lines(rng: random.Random) -> None:
    """Blank lines around headings and between blocks, and a remark at the top."""

    def insert(text: str) -> str:
        return re.sub(r"(?m)^(?=#|=|$)", lambda _: "\n" * rng.choice((0, 0, 1, 3)), text)

    zh = insert("这是友好城市列表。\n" + texts()["zh"])
    en = re.sub(r"(?m)^(?==)", lambda _: "\n" * rng.choice((0, 1, 3)), texts()["en"])
    same_ids(result(zh, en))


@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_ids_survive_rewrapped_tables(rng: random.Random) -> None:
    """Other numbers of blanks around the cells of the tables."""

    def pad(line: str) -> str:
        if not line.startswith("|"):
            return line
        cells = [x.strip() for x in line.strip().strip("|").split("|")]
        blanks = (" " * rng.randrange(1, 9) for _ in range(2 * len(cells)))
        return "|" + "|".join(f"{next(blanks)}{cell}{next(blanks)}" for cell in cells) + "|"

    same_ids(result("\n".join(map(pad, texts()["zh"].split("\n"))), texts()["en"]))


@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_ids_survive_reordered_rows(rng: random.Random) -> None:
    """The items of a block in another order; what is said of their order may change."""
    out: list[str] = []
    items: list[str] = []
    for line in [*texts()["en"].split("\n"), ""]:
        if line.startswith("- "):
            items.append(line)
            continue
        rng.shuffle(items)
        out += [*items, line]
        items = []
    same_ids(result(texts()["zh"], "\n".join(out)), order=False)

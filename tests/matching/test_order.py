"""The order of rows, hosts and files decides no link."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reconcile.matching.cache import CachingComparer, ComparisonCache
from reconcile.matching.comparison import Comparer
from reconcile.matching.linkage import link_records
from reconcile.models import ParsedSource, Side
from reconcile.places.home import load_home
from reconcile.sources import parse
from tests.conftest import EN_SEED, ZH_SEED, document_of
from tests.matching.factory import MODEL

PAIRS = {
    "seeds": ("CN", (ZH_SEED, "tests/samples/zh_guangdong.md"), (EN_SEED,)),
    "sichuan": ("CN", ("tests/samples/zh_sichuan.md", "tests/samples/zh_zhejiang.md"), (EN_SEED,)),
    "examples": (
        "JP",
        ("examples/zh-sister-cities-of-japan.wiki",),
        ("examples/en-twin-towns-and-sister-cities-in-japan.wiki",),
    ),
}
_CACHE = ComparisonCache()


def shuffled(sources: list[ParsedSource], chance: random.Random) -> list[ParsedSource]:
    """The sources in another order, each with its blocks and rows in another order."""
    mixed = [
        replace(
            source,
            records=tuple(chance.sample(source.records, len(source.records))),
            blocks=tuple(chance.sample(source.blocks, len(source.blocks))),
        )
        for source in sources
    ]
    return chance.sample(mixed, len(mixed))


@pytest.mark.parametrize("name", PAIRS)
def test_order_decides_no_link(name: str) -> None:
    code, *files = PAIRS[name]
    home = load_home(code)

    def sources(paths: tuple[str, ...], side: Side) -> list[ParsedSource]:
        return [parse(document_of(path, side), home) for path in paths]

    def links(zh: list[ParsedSource], en: list[ParsedSource]) -> tuple[object, ...]:
        comparer = CachingComparer(Comparer(MODEL), _CACHE)
        found = link_records(zh, en, home, comparer)
        sure = {(k.zh, k.en): round(k.probability, 3) for k in found.links}
        opened = {(k.zh, k.en): round(k.probability, 3) for k in found.open_pairs}
        return sure, opened, found.repeats

    zh, en = sources(files[0], "zh"), sources(files[1], "en")
    expected = links(zh, en)
    assert expected[0]
    for seed in range(2):
        chance = random.Random(seed)
        assert links(shuffled(zh, chance), shuffled(en, chance)) == expected

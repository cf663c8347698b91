"""The first choice among the names of a large block loses no name that may be the right one."""

from __future__ import annotations

from itertools import product

import pytest

from reconcile.ids import IdMaker
from reconcile.matching.candidates import CandidatePair
from reconcile.matching.comparison import Comparer
from reconcile.matching.spellings import LARGE, NEAREST
from reconcile.models import Record
from reconcile.names.model import NameModel
from reconcile.pipeline import home_places
from reconcile.sources import parse, read_document

RIGHT = {
    "鹿兒島": "Kagoshima, Japan",  # a reading
    "科隆": "Cologne, Germany",  # an exonym
    "費爾法克斯縣": "Fairfax County, United States",  # a division
    "貝爾格萊德": "Belgrade, Serbia",
    "孟買": "Mumbai, India",
}
_ENDS = ["ville", "court", "mont", "bourg", "sac", "gny", "ges", "ron", "tes", "lle"]
OTHERS = [f"{''.join(name)}, France" for name in product("BDGKLMN", ("a", "ero", "ou"), _ENDS)]


def records_of(text: str, side: str) -> list[Record]:
    document = read_document(text.encode(), "list.md", "zh" if side == "zh" else "en")
    return list(parse(document, home_places("CN"), IdMaker()).records)


@pytest.fixture(scope="module")
def zh() -> list[Record]:
    rows = "".join(f"| 北京市 | {name} |\n" for name in RIGHT)
    return records_of(f"## 北京\n\n| 城市 | 友好城市 |\n|---|---|\n{rows}", "zh")


@pytest.fixture(scope="module")
def en() -> list[Record]:
    names = (*OTHERS, *RIGHT.values())
    return records_of("Beijing\n\n" + "".join(f"- {name}\n" for name in names), "en")


@pytest.mark.parametrize("number", range(len(RIGHT)))
def test_of_a_large_block_the_right_name_is_compared_and_most_are_not(
    zh: list[Record], en: list[Record], number: int
) -> None:
    assert len(en) > LARGE
    compared = Comparer(NameModel.load()).compare([CandidatePair(zh[number], r, False) for r in en])
    assert len(compared) < NEAREST + 10
    best = max(compared, key=lambda c: c.weight).pair
    assert best.en.name == list(RIGHT.values())[number].partition(",")[0]

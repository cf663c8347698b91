"""What stands beside a name: brackets, dates, remarks and ends of agreements."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.brackets import Annotations, find_brackets
from reconcile.sources.reading.chinese_entry import read_chinese
from tests.sources.texts import shown

ENDED = [
    # text, whether the agreement has ended, date
    ("什切青省（1995年终止）", True, None),
    ("什切青省（1985年3月1日，1995年终止）", True, "1985-03-01"),
    ("什切青省（1985年－1995年）", True, "1985"),
    ("什切青省 已终止", True, None),
    ("<s>什切青省</s>", True, None),
    ("~~什切青省~~（1985年）", True, "1985"),
    ("什切青省（从未终止）", False, None),
    ("什切青省（1985年）", False, "1985"),
]


@pytest.mark.parametrize(("text", "ended", "date"), ENDED)
def test_agreements_that_have_ended(text: str, ended: bool, date: str | None) -> None:
    parts = read_chinese(shown(text))
    assert (parts.name, parts.ended) == ("什切青省", ended)
    assert (str(parts.date.date) if parts.date else None) == date


TAKEN = [
    # side, text, what is left of it, date, notes, disambiguator, country
    ("zh", "名古屋（日本，1978年）", "名古屋", "1978", [], None, "JP"),
    ("zh", "名古屋（1978年、友好協議）", "名古屋", "1978", ["友好協議"], None, None),
    ("zh", "名古屋（愛知縣）", "名古屋", None, [], "愛知縣", None),
    ("zh", "高城（江原道）", "高城", None, [], "江原道", None),
    ("zh", "名古屋（Nagoya）", "名古屋", None, ["Nagoya"], None, None),
    ("zh", "名古屋[3]", "名古屋", None, [], None, None),
    ("zh", "（臺灣）高雄", "高雄", None, [], None, "TW"),
    ("zh", "（東）高雄", "（東）高雄", None, [], None, None),
    ("zh", "自1978年12月21日起名古屋", "", "1978-12-21", [], None, None),
    ("zh", "名古屋 1978年 2005年续签", "名古屋", "1978", ["2005年续签"], None, None),
    ("en", "Nagoya (Aichi)", "Nagoya (Aichi)", None, [], None, None),
    ("en", "Nagoya (Aichi, 1978)", "Nagoya", "1978", ["Aichi"], None, None),
    ("en", "Nagoya, Japan (Aichi)", "Nagoya, Japan", None, ["Aichi"], None, None),
    ("en", "Nagoya (friendship, 1978)", "Nagoya", "1978", ["friendship"], None, None),
    ("en", "Nagoya since 21 December 1978", "Nagoya", "1978-12-21", [], None, None),
]


@pytest.mark.parametrize("case", TAKEN, ids=[c[1] for c in TAKEN])
def test_what_is_taken_out_of_an_entry(case: tuple[object, ...]) -> None:
    side, text, left, date, notes, disambiguator, country = case
    taken = Annotations(shown(str(text)), chinese=side == "zh")
    assert taken.text.strip() == left
    assert len(taken.text) == len(str(text))
    assert (str(taken.date.date) if taken.date else None) == date
    assert [n.text for n in taken.notes] == notes
    assert (taken.disambiguator.text if taken.disambiguator else None) == disambiguator
    assert (taken.country.country.iso if taken.country else None) == country


def test_outermost_brackets() -> None:
    text = "a（b（c）d）e [f] g) (h"
    assert [span.of(text) for span in find_brackets(text)] == ["（b（c）d）", "[f]"]

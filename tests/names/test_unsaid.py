"""Words that one name has more than the other."""

from __future__ import annotations

import csv

import pytest

from reconcile.names.model import Latin, NameModel
from reconcile.names.unsaid import unsaid
from tests.conftest import ROOT

MODEL = NameModel.load()


@pytest.mark.parametrize(
    ("zh", "latin", "country", "words"),
    [
        ("小石城", "North Little Rock", "US", "North"),
        ("赫尔辛基", "East Helsinki", "US", "East"),
        ("阿姆斯特丹", "Amsterdam-Zuidoost", "NL", "Zuidoost"),
        ("斯普林菲尔德", "Springfield Gardens", "US", "Gardens"),
        ("奧蘭治", "Orange Park", "US", "Park"),
        ("素里", "South Surrey", "CA", "South"),  # no character says it, whatever it seems to
        ("馬賽", "Marseille 09", "FR", "09"),
        ("卡希亞斯", "Caxias do Sul", "BR", "do Sul"),
        ("東洛杉磯", "Los Angeles", "US", "東"),
        ("新利物浦", "Liverpool", "GB", "新"),
        ("上薩爾茨堡", "Salzburg", "AT", "上"),
    ],
)
def test_a_word_more_is_told(zh: str, latin: str, country: str, words: str) -> None:
    found = unsaid(MODEL.trained, zh, latin, country)
    assert found is not None
    assert (found.words, {found.name, found.other}) == (words, {zh, latin})


@pytest.mark.parametrize(
    ("zh", "latin", "country"),
    [
        ("北小石城", "North Little Rock", "US"),  # translated
        ("諾斯安普頓", "North Ampton", "GB"),  # by sound
        ("南卡希亞斯", "Caxias do Sul", "BR"),
        ("西東京", "Nishi-Tokyo", "JP"),  # read
        ("新加坡", "Singapore", "SG"),
        ("東京", "Tokyo", "JP"),
        ("上尾", "Ageo", "JP"),
        ("鵝溪", "Goose Creek", "US"),
        ("法蘭克福", "Frankfurt am Main", "DE"),
        ("斯托克", "Stoke-on-Trent", "GB"),
        ("紐卡斯爾", "Newcastle upon Tyne", "GB"),
        ("聖加侖", "St. Gallen", "CH"),
        ("加倫", "St. Gallen", "CH"),
        ("韋林花園", "Welwyn Garden City", "GB"),
        ("羅馬納", "La Romana", "DO"),
        ("華盛頓", "Washington D.C.", "US"),
        ("海德堡", "Heidelberg (Victoria)", "AU"),
        ("", "North", "US"),
        ("小石城", "", "US"),
    ],
)
def test_what_is_said_or_left_out_as_a_rule(zh: str, latin: str, country: str) -> None:
    assert unsaid(MODEL.trained, zh, latin, country) is None


def test_hardly_any_right_pair_has_a_word_more() -> None:
    with (ROOT / "benchmarks/names/data/dev.tsv").open(encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    scores = [
        MODEL.compare(p["zh"], [Latin(p["en"].split("|")[0], p["country"])])[0] for p in pairs
    ]
    more = [s for s in scores if s.weight > 0 and s.unsaid is not None]
    assert len(more) < 0.01 * len(pairs)

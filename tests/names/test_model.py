"""The name model as it is shipped: right names win, weights add up, nothing breaks it."""

import time

import pytest

from reconcile.names.model import Latin, NameModel

RIVALS = ["Springfield", "Aberdeen", "Novi Sad", "Kumamoto", "San Diego", "Gdańsk", "Hue"]
PAIRS = [
    ("貝爾格萊德", "RS", "Belgrade"),
    ("贝尔格莱德", "RS", "Belgrade"),
    ("斯哈爾貝克", "BE", "Schaerbeek"),
    ("鹿兒島", "JP", "Kagoshima"),
    ("首爾", "KR", "Seoul"),
    ("鍾路區", "KR", "Jongno (Seoul)"),
    ("濟州市", "KR", "Jeju City"),
    ("芽莊", "VN", "Nha Trang"),
    ("新普利茅斯", "NZ", "New Plymouth"),
    ("聖保羅", "US", "Saint Paul"),
    ("費爾法克斯縣", "US", "Fairfax County"),
    ("扎波羅熱州", "UA", "Zaporizhzhia Oblast"),
    ("伯恩州", "CH", "Canton of Bern"),
    ("美因河畔法蘭克福", "DE", "Frankfurt am Main"),
    ("北開普省", "ZA", "Northern Cape"),
    ("瓦隆地區", "BE", "Wallonia"),
    ("上海", "CN", "Shanghai"),
    ("西雅圖", None, "Seattle"),
    ("大阪", None, "Osaka"),
]


@pytest.fixture(scope="module")
def model() -> NameModel:
    return NameModel.load()


@pytest.mark.parametrize(("zh", "country", "latin"), PAIRS)
def test_the_right_name_wins(model: NameModel, zh: str, country: str | None, latin: str) -> None:
    candidates = [Latin(n, country) for n in (latin, *RIVALS)]
    right, *wrong = model.compare(zh, candidates)
    assert right.weight > 0
    assert all(w.weight < right.weight - 1 for w in wrong)


@pytest.mark.parametrize(("zh", "country", "latin"), PAIRS)
def test_evidence_adds_up(model: NameModel, zh: str, country: str | None, latin: str) -> None:
    for score in model.compare(zh, [Latin(latin, country), Latin("Gdańsk", country)]):
        assert sum(e.weight for e in score.evidence) == pytest.approx(score.weight, abs=1e-6)
        assert all(e.detail and e.name for e in score.evidence)


def test_the_sentence_shows_the_alignment(model: NameModel) -> None:
    (score,) = model.compare("貝爾格萊德", [Latin("Belgrade", "RS")])
    (evidence,) = score.evidence
    assert evidence.detail.startswith("貝爾格萊德 ~ Belgrade: 貝 be, 爾 l, 格 g, ")


def test_the_sentence_shows_the_reading(model: NameModel) -> None:
    (score,) = model.compare("鹿兒島", [Latin("Kagoshima", "JP")])
    assert "鹿兒島 reads Kagoshima in Japanese" in [e.detail for e in score.evidence]


def test_a_translated_part_is_evidence_of_its_own(model: NameModel) -> None:
    (score,) = model.compare("新普利茅斯", [Latin("New Plymouth", "NZ")])
    parts = {e.name: e.detail for e in score.evidence}
    assert parts["translated-part"] == "新 = new"


def test_each_candidate_is_compared_by_the_sounds_of_its_own_country(model: NameModel) -> None:
    candidates = [Latin(n, c) for n in (*RIVALS, "") for c in ("US", "JP", None, "KR", "DE", "GB")]
    together = [s.weight for s in model.compare("聖地牙哥", candidates)]
    alone = [model.compare("聖地牙哥", [latin])[0].weight for latin in candidates]
    assert together == pytest.approx(alone, abs=1e-5)
    assert [s.weight for s in model.compare("聖地牙哥", candidates, [7, 2])] == pytest.approx(
        [together[7], together[2]], abs=1e-5
    )


def test_the_order_of_candidates_changes_nothing(model: NameModel) -> None:
    candidates = [Latin(n, c) for n in RIVALS for c in ("US", "JP", None)]
    forth = model.compare("聖地牙哥", candidates)
    back = model.compare("聖地牙哥", candidates[::-1])[::-1]
    assert [s.weight for s in forth] == pytest.approx([s.weight for s in back])


STRANGE = [
    "",
    " ",
    "abc",
    "😀",
    "\x00",
    "\u202e\u2066",
    "\ud800",
    "（）",
    "市",
    "々",
    "🇨🇳貝",
    "𠮷野",
]


@pytest.mark.parametrize("zh", STRANGE)
@pytest.mark.parametrize("latin", ["", "Belgrade", "東京", "😀", "\ud800", "\u202e", "-", "()"])
@pytest.mark.parametrize("country", [None, "RS", "JP", "XX"])
def test_strange_names_get_an_answer(
    model: NameModel, zh: str, latin: str, country: str | None
) -> None:
    (score,) = model.compare(zh, [Latin(latin, country)])
    assert -60 < score.weight < 60
    assert sum(e.weight for e in score.evidence) == pytest.approx(score.weight, abs=1e-6)


@pytest.mark.parametrize("zh", ["", "abc", "😀", "\ud800"])
def test_no_chinese_name_is_no_evidence(model: NameModel, zh: str) -> None:
    (score,) = model.compare(zh, [Latin("Belgrade", "RS")])
    assert (score.weight, score.evidence) == (0, ())


def test_no_candidates_no_scores(model: NameModel) -> None:
    assert model.compare("貝爾格萊德", []) == []


def test_length_is_capped(model: NameModel) -> None:
    start = time.perf_counter()
    model.compare("貝" * 10_000, [Latin("B" * 10_000, "RS"), Latin("b " * 5_000, None)])
    assert time.perf_counter() - start < 2


def test_rank_finds_one_name_among_many(model: NameModel) -> None:
    names = [f"{a}{b}{c}" for a in ("Bel", "Gor", "Nov") for b in "aeiou" for c in RIVALS]
    pool = model.pool([Latin(n, "RS") for n in [*names, "Belgrade"]])
    (best, score), second = model.rank("貝爾格萊德", pool, 2)
    assert best.name == "Belgrade"
    assert score.weight > second[1].weight
    assert model.rank("", pool) == []
    assert model.rank("貝", model.pool([])) == []


def test_rank_agrees_with_compare(model: NameModel) -> None:
    candidates = [Latin(n, "US") for n in RIVALS]
    ranked = {c.name: s.weight for c, s in model.rank("聖地牙哥", model.pool(candidates))}
    compared = model.compare("聖地牙哥", candidates)
    best = max(range(len(candidates)), key=lambda i: compared[i].weight)
    name = candidates[best].name
    assert ranked[name] == pytest.approx(compared[best].weight, abs=0.2)

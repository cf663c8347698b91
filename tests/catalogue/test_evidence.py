"""Every piece of evidence has a name and a sentence in each language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from reconcile.catalogue import LANGUAGES
from reconcile.catalogue.evidence import LABELS, SENTENCES, sentence
from reconcile.evidence import BY, Evidence
from reconcile.models import Result
from reconcile.places import match_name
from reconcile.places.known import known_pair
from reconcile.scripts import has_han, script_of
from tests.conftest import ROOT


def said(piece: Evidence, lang: str) -> str:
    """The sentence of a piece in a language."""
    chosen = next(x for x in LANGUAGES if x == lang)
    return sentence(piece.detail, piece.template, piece.params, chosen)


def names_in(template: str) -> set[str]:
    """The values that a template asks for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def written() -> Iterator[tuple[str, str]]:
    """Name and template of every `Evidence(…)` of the program that states them as plain texts."""
    for file in sorted((ROOT / "reconcile").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Evidence":
                texts = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
                if len(texts) == 2:
                    yield str(texts[0]), str(texts[1])


def test_what_the_program_finds_has_a_label_and_a_sentence() -> None:
    found = list(written())
    assert len(found) > 15
    assert {template for _, template in found} <= SENTENCES.keys()
    assert {name for name, _ in found} <= LABELS.keys()


def test_sentences_of_two_languages_say_the_same_values() -> None:
    codes = {"country": "iso", "zh_country": "zh_iso", "en_country": "en_iso"}
    for text in SENTENCES.values():
        english, chinese = names_in(text.en), names_in(text.zh)
        assert chinese in (english, {codes.get(name, name) for name in english}), text.en


def test_all_evidence_of_the_seeds_is_said_in_chinese(seeds: Result) -> None:
    pieces = [e for link in seeds.links for e in link.evidence]
    assert {e.name for e in pieces} > {"prior", "country", "sound", "gazetteer", "competition"}
    for piece in pieces:
        assert piece.template.removesuffix(BY) in SENTENCES
        assert piece.name in LABELS
        traditional = said(piece, "zh-Hant")
        formula = piece.name in ("sound", "translated-part") and "too long" not in piece.detail
        assert (traditional == piece.detail) == (formula and BY not in piece.template)


EXONYMS = {
    ("檀香山", "Honolulu", "US"): "檀香山是 Honolulu 的通用譯名",
    ("內爾斯普雷特", "Mbombela", "ZA"): "內爾斯普雷特即 Nelspruit，2009 年改名 Mbombela",
    ("內爾斯普雷特", "Nelspruit", "ZA"): "內爾斯普雷特即 Nelspruit",
}


@pytest.mark.parametrize(("zh", "latin", "country"), EXONYMS)
def test_exonyms(zh: str, latin: str, country: str) -> None:
    piece, _ = known_pair([zh], [latin], country)
    assert piece is not None
    assert said(piece, "zh-Hant") == EXONYMS[zh, latin, country]


def test_candidates_of_one_name() -> None:
    (best,) = match_name("鹿兒島", country="JP", limit=1)
    shown = {e.name: said(e, "zh-Hant") for e in best.evidence}
    assert shown["gazetteer"] == "鹿兒島：GeoNames 列為 Kagoshima 的名稱之一（日本）"
    assert shown["reading"] == "鹿兒島的日語讀音是 Kagoshima"
    assert all(has_han(text) for text in shown.values())


def test_another_name_of_the_row_is_told() -> None:
    piece = Evidence("reading", "{zh} has no known reading", {"zh": "甲"}, 1.0).by(
        "its link target"
    )
    assert piece.detail == "甲 has no known reading (by its link target)"
    assert said(piece, "zh-Hant") == "甲沒有已知的讀音（據其連結目標）"
    assert script_of(said(piece, "zh-Hans")) == "simplified"


def test_a_sentence_of_another_version_stays_english() -> None:
    assert sentence("a of b", "{x} of {y}", {"x": "a", "y": "b"}, "zh-Hant") == "a of b"
    with pytest.raises(KeyError):
        sentence("", "{zh} has no known reading", {}, "zh-Hant")

"""Folding, and the forms in which a name may be written."""

import pytest

from reconcile.names.forms import FORM_KINDS, MAX_LATIN, MAX_ZH, latin_forms, simplified, zh_forms
from reconcile.names.parts import spelled, with_units, words_of
from reconcile.scripts import fold


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Canton of Bern", "bern"),
        ("Jeju City", "jeju"),
        ("Frankfurt am Main", "frankfurtmain"),
        ("Frankfurt am Main", "frankfurt"),
        ("Dong (Daegu)", "dong"),
        ("Zaporizhzhia Oblast", "zaporizhzhia"),
        ("Siegen-Wittgenstein (district)", "siegenwittgenstein"),
        ("Metropolitan Borough of Wirral", "wirral"),
        ("Rio Grande do Sul", "riograndesul"),
        ("Hwaseong-si", "hwaseong"),
        ("Xi’an", "xian"),
        ("Đà Nẵng", "danang"),
    ],
)
def test_latin_forms(name: str, form: str) -> None:
    assert form in [f.text for f in latin_forms(name)]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("美因河畔法蘭克福", "法兰克福美因"),
        ("濱海塞納", "塞纳"),
        ("費爾法克斯縣", "费尔法克斯"),
        ("廣州", "广州"),
        ("薩爾瓦多（巴西）", "萨尔瓦多"),
        ("漢密爾頓·巴蘭坦", "汉密尔顿巴兰坦"),
    ],
)
def test_chinese_forms(name: str, form: str) -> None:
    assert form in [f.text for f in zh_forms(name)]


def test_the_whole_name_comes_first_and_kinds_are_known() -> None:
    assert latin_forms("Stratford-upon-Avon")[0].text == "stratforduponavon"
    assert zh_forms("斯特拉特福")[0].text == "斯特拉特福"
    for form in (*latin_forms("County of Stratford-upon-Avon"), *zh_forms("新南威爾士州")):
        assert form.kind in FORM_KINDS


@pytest.mark.parametrize("name", ["", "()", "😀", "\ud800\u202e", "東京"])
def test_names_without_letters(name: str) -> None:
    assert isinstance(fold(name), str)
    assert all(f.text for f in latin_forms(name))


def test_lengths_are_capped() -> None:
    assert len(simplified("東" * 10_000)) <= MAX_ZH
    assert all(len(f.text) <= MAX_LATIN for f in latin_forms("Abc " * 10_000))


def test_a_translated_part_is_one_unit() -> None:
    text = with_units("棕榈海滩")
    assert [spelled(unit) for unit in text] == ["棕榈", "海滩"]
    assert "beach" in words_of(text[1])
    assert with_units("贝尔格莱德") == "贝尔格莱德"

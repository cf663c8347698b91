from __future__ import annotations

import pytest

from reconcile.catalogue import LANGUAGES, Lang, Text
from reconcile.report.html.translations import Translations, translated

ROWS = Text("{n:n row} of {host}", "{host}有{n:n}行")
CLEAR = Text("Clear", "清除")


def test_a_sentence_is_said_in_each_language() -> None:
    assert translated(lambda lang: f"in {lang}") == tuple(f"in {lang}" for lang in LANGUAGES)


def test_a_text_keeps_its_number() -> None:
    texts = Translations("en")
    first = texts.number(CLEAR)
    assert texts.number(ROWS, n=2, host="北京") != first
    assert texts.number(CLEAR) == first
    assert texts.rows() == [("Clear", "清除", "清除"), ("2 rows of 北京", "北京有2行", "北京有2行")]


def test_what_is_the_same_in_every_language_is_one_string() -> None:
    texts = Translations("en")
    assert texts.number("report.json") == texts.number(("report.json",) * 3)
    assert texts.rows() == ["report.json"]


@pytest.mark.parametrize(
    ("lang", "shown"), [("en", "Clear"), ("zh-Hans", "清除"), ("zh-Hant", "清除")]
)
def test_templates_show_one_language_and_number_all(lang: Lang, shown: str) -> None:
    texts = Translations(lang)
    assert texts.here(CLEAR) == shown
    assert texts.element(CLEAR, "b") == f'<b data-t="0">{shown}</b>'
    assert texts.attribute("title", CLEAR) == f' title="{shown}" data-t-title="0"'
    assert set(texts.functions()) == {"t", "a", "say"}


def test_what_is_put_in_is_escaped() -> None:
    texts = Translations("en")
    assert "<i>" not in texts.element(ROWS, n=1, host="<i>")
    assert '"x' not in texts.attribute("title", ROWS, n=1, host='"x')

from __future__ import annotations

import re

from reconcile.catalogue import Text
from reconcile.report.html import words
from tests.report.html.reader import Page

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_every_text_of_the_page_is_said_in_three_languages(page: Page) -> None:
    for text in page.data()["texts"]:
        en, hans, hant = (text, text, text) if isinstance(text, str) else text
        assert bool(en) == bool(hans) == bool(hant)
        assert en == hant or HAN.search(hant), text


def test_both_languages_name_the_same_values() -> None:
    own = [t for t in vars(words).values() if isinstance(t, Text)]
    own += [t for table in (words.SCRIPT, words.NORMALIZATION) for t in table.values()]
    own += [t for _, t in (*words.KEYS, *words.FILTERS)]
    assert len(own) > 150
    for text in own:
        names = [set(re.findall(r"\{(\w+)", t)) for t in (text.en, text.zh)]
        assert names[0] == names[1], text


def test_each_language_is_written_in_its_own_characters() -> None:
    for text in (*words.SCRIPT.values(), *words.NORMALIZATION.values()):
        assert HAN.search(text.zh), text
        assert not HAN.search(text.en), text

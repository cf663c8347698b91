from __future__ import annotations

import re

from reconcile.catalogue import Text
from reconcile.report.view import texts

HAN = re.compile(r"[\u4e00-\u9fff]")


def own_texts() -> list[Text]:
    """Every text of the module, those in tables too."""
    found = [t for t in vars(texts).values() if isinstance(t, Text)]
    tables = [t for t in vars(texts).values() if isinstance(t, dict)]
    return found + [t for table in tables for t in table.values() if isinstance(t, Text)]


def test_both_languages_name_the_same_values() -> None:
    for text in own_texts():
        names = [set(re.findall(r"\{(\w+)", t)) for t in (text.en, text.zh)]
        assert names[0] == names[1], text


def test_each_language_is_written_in_its_own_characters() -> None:
    found = own_texts()
    assert len(found) > 80
    for text in found:
        assert not HAN.search(text.en), text
        assert HAN.search(text.zh) or not re.sub(r"\{[^}]*\}|\W", "", text.zh), text

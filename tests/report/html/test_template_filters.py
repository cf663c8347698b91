from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import SourceRef
from reconcile.report.html.template_filters import excerpt, number, zh


def test_chinese_is_marked_as_such() -> None:
    assert zh("Lima (利馬)") == 'Lima (<span lang="zh">利馬</span>)'
    assert zh("Lima & Köln") == "Lima &amp; Köln"


def test_hidden_characters_are_shown() -> None:
    assert zh("a\u202eb") == 'a<bdi class="hidden">U+202E</bdi>b'


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    bare = zh(text).replace('<span lang="zh">', "").replace("</span>", "")
    bare = bare.replace('<bdi class="hidden">', "").replace("</bdi>", "")
    assert not set(str(bare)) & set('<>"')
    if text.isprintable():
        assert unescape(str(bare)) == text


def test_a_line_is_cut_around_its_span_which_is_marked() -> None:
    line = "x" * 200 + "北京" + "y" * 200
    made = excerpt(line, SourceRef("zh:a", 1, 201, 203, "北京"))
    assert "<mark>北京</mark>" in made
    assert made.startswith("<bdi>…x")
    assert made.endswith("y…</bdi>")


def test_numbers_have_their_thousands_marked() -> None:
    assert number(1407) == "1,407"

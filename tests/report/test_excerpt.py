from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.report.excerpt import DOTS, cut, fit, is_chinese, position, runs, width, wrap
from reconcile.visible import glyph, visible


def test_a_position_is_written_as_compilers_do() -> None:
    assert position("seeds/友城.md", 12, 3) == "seeds/友城.md:12:3"
    assert position("rules/a.yaml", 4) == "rules/a.yaml:4"


def test_what_acts_on_the_display_is_shown_and_does_nothing() -> None:
    assert visible("a\x1b[2J\u202eb\tc") == "a<U+001B>[2J<U+202E>b c"
    assert glyph("\u00ad") == "\u00ad"
    assert visible("北京 é") == "北京 é"


@given(st.text())
def test_the_visible_form_of_any_text_can_be_printed(text: str) -> None:
    shown = visible(text)
    assert not any(is_control(c) for c in shown)
    assert width(text) == width(shown)


def is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char < "\xa0" or char in "\u202a\u202e\u2066\u2028\ud800"


@given(st.text(alphabet="ab北京（ "), st.integers(0, 30))
def test_what_fits_is_as_much_of_the_start_as_fits(text: str, cells: int) -> None:
    part = fit(text, cells)
    assert text.startswith(part)
    assert width(part) <= cells
    assert part == text or width(text[: len(part) + 1]) > cells


def test_a_short_line_is_not_cut() -> None:
    part = cut("北京市 東京", 5, 7, 40)
    assert (part.left, part.before, part.marked) == ("", "北京市 ", "東京")
    assert (part.after, part.right) == ("", "")


@pytest.mark.parametrize("cells", [8, 20, 40, 78])
@pytest.mark.parametrize("span", [(1, 4), (200, 203), (9990, 10001), (1, 10001)])
def test_a_very_long_line_is_cut_around_its_span(cells: int, span: tuple[int, int]) -> None:
    line = ("城市abc\t" * 2000)[:10000]
    part = cut(line, *span, cells)
    whole = part.left + part.before + part.marked + part.after + part.right
    assert part.marked
    assert width(whole) <= max(cells, 8)
    start = span[0] - 1
    assert part.left == DOTS * (len(part.before) < start)
    assert part.right == DOTS * (len(part.marked + part.after) < len(line) - start)
    assert visible(line[start:]).startswith(part.marked + part.after)
    assert visible(line[:start]).endswith(part.before)


@given(st.text(alphabet="ab 「阿爾及利」，。()", max_size=80), st.integers(10, 40), st.booleans())
def test_wrapping_loses_nothing_and_keeps_to_the_width(
    text: str, cells: int, anywhere: bool
) -> None:
    lines = list(wrap(text, cells, anywhere))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= cells for line in lines)


def test_a_chinese_sentence_breaks_anywhere_but_before_a_closing_mark() -> None:
    text = "中文三百五十一條記錄中，可以比對。"
    assert list(wrap(text, 22, anywhere=True)) == ["中文三百五十一條記錄", "中，可以比對。"]
    assert list(wrap("in 阿爾及利亞大 now", 14)) == ["in", "阿爾及利亞大", "now"]


def test_runs_are_chinese_or_not_and_lose_nothing() -> None:
    text = "City of 北京（Peking），1979"
    assert list(runs(text)) == [
        (False, "City of "),
        (True, "北京（"),
        (False, "Peking"),
        (True, "），"),
        (False, "1979"),
    ]
    assert is_chinese("〇")
    assert not is_chinese("é")

"""Items and headings that plain characters make."""

from __future__ import annotations

import pytest

from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure
from reconcile.sources.reading.numbering import numbered
from tests.sources.texts import shown

LINES = {
    "1．瑞士苏黎世": "*瑞士苏黎世",
    "(2) 瑞士苏黎世": "*瑞士苏黎世",
    "③瑞士苏黎世": "*瑞士苏黎世",
    "● 瑞士苏黎世": "*瑞士苏黎世",
    "1.5万人": "1.5万人",
    "1978年": "1978年",
    "一、省级": "省级",
    "（二）遵义市": "遵义市",
    "第三章 市级": "市级",
    "一九七八年": "一九七八年",
    "瑞士苏黎世": "瑞士苏黎世",
}


@pytest.mark.parametrize("text", LINES)
def test_numbers_and_signs(text: str) -> None:
    assert texts(numbered([entry(text, 1)])) == [LINES[text]]


def test_a_line_of_marks_makes_a_title_of_the_line_above() -> None:
    first = [entry("湖南省", 1), entry("====", 2), entry("长沙市", 3), entry("---", 4)]
    assert texts(numbered(first)) == ["#1湖南省", "-2", "#2长沙市", "-4"]
    apart = [entry("湖南省", 1), entry("====", 3)]
    assert texts(numbered(apart)) == ["湖南省", "===="]


def test_items_are_left_alone() -> None:
    item = Entry(shown("1．瑞士"), 1, bullet=True)
    assert numbered([item]) == [item]


def entry(text: str, line: int) -> Entry:
    return Entry(shown(text), line, bullet=False)


def texts(blocks: list[SourceBlock]) -> list[str]:
    found = []
    for block in blocks:
        match block:
            case Heading():
                found.append(f"#{block.level}{block.title.text}")
            case Entry():
                found.append("*" * block.bullet + block.content.text)
            case Structure():
                found.append(f"-{block.first}")
            case _:
                raise AssertionError(block)
    return found

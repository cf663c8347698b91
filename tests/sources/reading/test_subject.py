"""The place that one of a page's first lines is about."""

from __future__ import annotations

import pytest

from reconcile.sources import read_document
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.reading.hosts import is_at_home
from reconcile.sources.reading.subject import of_article, of_line
from tests.sources.texts import HOME

ANNOUNCED = [
    ("江苏省友好城市列表", "江苏省"),
    ("以下为中国江苏省及其下辖各市的友好城市：", "江苏省"),
    ("截至2014年，南京市（含各区）已与世界上20个城市建立友好城市关系。", "南京市"),
    ("Sister cities of Nanjing", "Nanjing"),
    ("Nanjing twin towns", "Nanjing"),
    ("南京市，简称宁，是江苏省省会。", None),
    ("日本的友好城市", None),
    ("友好城市", None),
    ("江苏省友好城市列表" + "很" * 5000, None),
]


@pytest.mark.parametrize(("line", "place"), ANNOUNCED)
def test_what_a_line_announces(line: str, place: str | None) -> None:
    assert subject(line) == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("南京市，简称宁，是江苏省省会。", "南京市"),
        ("南京市（Nanjing）是江苏省省会。", "南京市"),
        ("Nanjing (Nanking), the capital of Jiangsu, is a city.", "Nanjing"),
        ("名古屋市是日本城市。", None),
    ],
)
def test_the_first_line_may_begin_an_article(line: str, place: str | None) -> None:
    assert subject(line, first=True) == place


def subject(line: str, *, first: bool = False) -> str | None:
    document = read_document(line.encode(), "list.md", "zh")
    content = read_inline(document, 0, len(line))
    found = [*of_line(content, document), *(of_article(content, document) if first else ())]
    return next((s.name for s in found if is_at_home(s.name, HOME)), None)

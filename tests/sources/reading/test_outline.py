"""Open headings, their sections, and which of them are ignored."""

from __future__ import annotations

from reconcile.sources.blocks import Heading
from reconcile.sources.document import read_document
from reconcile.sources.inline import Inline
from reconcile.sources.reading.outline import Outline
from tests.sources.texts import HOME

TITLES = "友好城市\n湖南省\n长沙市\n友好港口\n友好城市\n参考资料\n广东省\n"


def outline(*levels: int) -> tuple[Outline, list[bool]]:
    document = read_document(TITLES.encode(), "x.md", "zh")
    found = Outline(document, HOME)
    taken = []
    for level, (line, title) in zip(levels, enumerate(document.lines, 1), strict=False):
        content = Inline.plain(title, document.start_of(line))
        taken.append(found.add(Heading(level, content, line)))
        found.count_row()
    return found, taken


def test_open_headings_close_at_their_level() -> None:
    found, _ = outline(1, 2, 3)
    assert found.section == "长沙市"
    assert [(s.title, s.rows) for s in found.sections()] == [
        ("友好城市", 3),
        ("湖南省", 2),
        ("长沙市", 1),
    ]
    flat, _ = outline(2, 2, 2)
    assert [(s.title, s.rows) for s in flat.sections()] == [
        ("友好城市", 1),
        ("湖南省", 1),
        ("长沙市", 1),
    ]


def test_the_host_is_the_innermost_heading_at_home() -> None:
    found, _ = outline(1, 2, 3)
    assert found.host_heading is not None
    assert found.host_heading.title.text == "长沙市"
    assert outline(1)[0].host_heading is None


def test_sections_of_other_topics_and_of_links_are_ignored() -> None:
    found, taken = outline(1, 2, 3, 3, 4, 2, 2)
    assert taken == [True, True, True, False, True, False, True]
    assert found.ignored is None
    assert outline(1, 2, 3, 3)[0].ignored == "ignored:other-topic"
    assert outline(1, 2, 3, 3, 4, 2)[0].ignored == "ignored:navigation"


def test_sections_know_their_province() -> None:
    found, _ = outline(1, 2)
    assert [s.province for s in found.sections()] == [None, "Hunan"]

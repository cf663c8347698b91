"""Which revision of which page an answer of a wiki's API holds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reconcile.provenance import Licence, PageRevision
from reconcile.sources import SourceFile, read_pages

TEXT = "== 上海市 ==\n* [[橫濱市]]（日本）\n"
REVISION = {"revid": 7, "timestamp": "2026-11-28T06:58:03Z", "slots": {"main": {"content": TEXT}}}
PAGE = {"pageid": 3, "title": "甲", "revisions": [REVISION]}
GENERAL = {
    "sitename": "維基百科",
    "lang": "zh",
    "server": "//zh.wikipedia.org",
    "scriptpath": "/w",
}
LICENCE = {"url": "https://creativecommons.org/licenses/by-sa/4.0/", "text": "CC BY-SA 4.0"}


def revisions(answer: Any) -> list[PageRevision | None]:
    return [d.page for d in read_pages(SourceFile("a.json", json.dumps(answer).encode()), "zh")]


def test_a_query_that_names_its_wiki() -> None:
    query = {"pages": [PAGE], "general": GENERAL, "rightsinfo": LICENCE}
    (page,) = revisions({"query": query})
    assert page == PageRevision(
        "甲",
        3,
        7,
        "2026-11-28T06:58:03Z",
        "zh",
        "維基百科",
        "https://zh.wikipedia.org/w/api.php",
        "https://zh.wikipedia.org/w/index.php",
        Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    )
    assert page.address == "https://zh.wikipedia.org/w/index.php?title=%E7%94%B2&oldid=7"


@pytest.mark.parametrize(
    "answer",
    [
        {"query": {"pages": [PAGE]}},
        {"query": {"pages": {"3": PAGE}}},
        {"parse": {"title": "甲", "pageid": 3, "revid": 7, "wikitext": TEXT}},
        {"id": 3, "title": "甲", "latest": {"id": 7}, "source": TEXT},
    ],
)
def test_without_the_wiki_there_is_nothing_to_link_to(answer: Any) -> None:
    (page,) = revisions(answer)
    assert page is not None
    assert (page.title, page.page_id, page.revision, page.wikitext) == ("甲", 3, 7, True)
    assert (page.address, page.edit_address) == (None, None)


@pytest.mark.parametrize(
    "answer",
    [
        {"parse": {"title": "甲", "pageid": 3, "revid": 7, "text": TEXT}},
        {"id": 3, "title": "甲", "latest": {"id": 7}, "html": TEXT},
        {"query": {"pages": [{**PAGE, "extract": TEXT}], "general": GENERAL}},
    ],
)
def test_a_rendered_page_has_no_edit_view_by_its_lines(answer: Any) -> None:
    (page,) = revisions(answer)
    assert page is not None
    assert not page.wikitext
    assert page.edit_address is None


@pytest.mark.parametrize(
    "answer",
    [
        {"parse": {"title": "甲", "wikitext": TEXT}},
        {"query": {"pages": [{**PAGE, "pageid": 9**40}]}},
        {"query": {"pages": [{**PAGE, "pageid": -3}]}},
        {"query": {"pages": [{**PAGE, "revisions": [{**REVISION, "revid": "x"}]}]}},
        {"id": "x", "title": "甲", "latest": [7], "source": TEXT},
    ],
)
def test_answers_that_do_not_tell_the_revision(answer: Any) -> None:
    assert revisions(answer) == [None]


@pytest.mark.parametrize(
    "general",
    [
        {"server": "javascript:alert(1)//", "scriptpath": "/w"},
        {"server": "https://[", "scriptpath": "/w"},
        {"server": "https://a", "scriptpath": "//["},
        {"server": "https://a", "scriptpath": None},
        {"server": 5, "scriptpath": "/w"},
        [],
        None,
    ],
)
def test_a_wiki_of_no_address(general: Any) -> None:
    (page,) = revisions({"query": {"pages": [PAGE], "general": general}})
    assert page is not None
    assert (page.address, page.edit_address) == (None, None)


def test_files_that_are_no_answers_have_no_revision() -> None:
    (document,) = read_pages(SourceFile("a.wiki", TEXT.encode()), "zh")
    assert document.page is None

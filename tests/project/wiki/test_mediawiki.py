"""Pages by the API: where it is found, and a sentence for each thing that a wiki may answer.

That the same works with a real MediaWiki is tested in `test_real_wiki.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reconcile.errors import ReconcileError
from reconcile.project.wiki.address import page_address
from reconcile.project.wiki.http import Getter, Patience
from reconcile.project.wiki.mediawiki import FetchedPage, fetch_page
from reconcile.provenance import Licence
from tests.project.wiki.server import Reply, Server

REVISION = {
    "revid": 7,
    "timestamp": "2026-11-28T06:58:03Z",
    "slots": {"main": {"contentmodel": "wikitext", "content": "== 甲 ==\ntext"}},
}
PAGE = {"pageid": 3, "ns": 0, "title": "城市", "pagelanguage": "zh", "revisions": [REVISION]}
SITE = {
    "general": {"sitename": "Wiki", "lang": "en", "articlepath": "/title/$1"},
    "rightsinfo": {"text": "CC BY-SA 4.0", "url": "//licences.example.org/by-sa"},
}
HTML = {"Content-Type": "text/html"}


def answer(page: Mapping[str, Any] | None = PAGE, **more: Any) -> Reply:
    pages = [] if page is None else [page]
    return Reply.json({"batchcomplete": True, "query": {**SITE, "pages": pages, **more}})


def fetched(server: Server, path: str = "/wiki/A") -> FetchedPage:
    with Getter(Patience(waits=(1.0,), sleep=lambda seconds: None)) as getter:
        return fetch_page(getter, page_address(server.site + path))


def refusal(server: Server, path: str = "/wiki/A") -> str:
    with pytest.raises(ReconcileError) as refused:
        fetched(server, path)
    assert refused.value.path == server.site + path
    return refused.value.message.replace(server.site, "SITE").replace(server.site[7:], "HOST")


def test_a_page(server: Server) -> None:
    server.on("/w/api.php", answer(redirects=[{"from": "A", "to": "城市"}]))
    found = fetched(server)
    assert found.text == "== 甲 ==\ntext"
    assert found.redirects == ("A",)
    page = found.page
    assert (page.title, page.page_id, page.revision) == ("城市", 3, 7)
    assert (page.timestamp, page.language, page.site) == ("2026-11-28T06:58:03Z", "zh", "Wiki")
    assert page.api == f"{server.site}/w/api.php"
    assert page.licence == Licence("CC BY-SA 4.0", "http://licences.example.org/by-sa")
    index = f"{server.site}/w/index.php?title=%E5%9F%8E%E5%B8%82"
    assert page.address == f"{index}&oldid=7"
    assert page.edit_address == f"{index}&action=edit"


def test_what_is_asked(server: Server) -> None:
    server.on("/w/api.php", answer())
    for path in ("/wiki/A_b", "/wiki/A?oldid=9", "/w/index.php?curid=5"):
        fetched(server, path)
    asked = [x.query for x in server.asked]
    assert asked[0] == {
        "action": "query",
        "format": "json",
        "formatversion": "2",
        "maxlag": "5",
        "meta": "siteinfo",
        "siprop": "general|rightsinfo",
        "prop": "info|revisions",
        "rvprop": "ids|timestamp|content|contentmodel",
        "rvslots": "main",
        "titles": "A b",
        "redirects": "1",
        "converttitles": "1",
    }
    assert (asked[1]["revids"], "titles" in asked[1], "redirects" in asked[1]) == (
        "9",
        False,
        False,
    )
    assert (asked[2]["pageids"], asked[2]["redirects"]) == ("5", "1")


def test_an_api_that_changes_its_mind(server: Server) -> None:
    server.on("/w/api.php", answer(None), Reply(404))
    assert "is not the API of a wiki: the server answers with 404" in refusal(server, "/title/A")


@pytest.mark.parametrize(
    ("rights", "licence"),
    [
        ({"text": "CC0", "url": "http://["}, Licence("CC0", "")),
        ({"text": "", "url": "javascript:1"}, None),
        ({"text": "", "url": "https://a/by"}, Licence("", "https://a/by")),
    ],
)
def test_licences(server: Server, rights: dict[str, str], licence: Licence | None) -> None:
    server.on("/w/api.php", Reply.json({"query": {"pages": [PAGE], "rightsinfo": rights}}))
    assert fetched(server).page.licence == licence


def test_a_wiki_without_slots_licence_and_language(server: Server) -> None:
    revision = {"revid": 7, "contentmodel": "wikitext", "content": "text"}
    page = {"pageid": 3, "title": "A", "revisions": [revision]}
    server.on("/w/api.php", Reply.json({"query": {"pages": [page]}}))
    found = fetched(server)
    assert found.text == "text"
    assert (found.page.licence, found.page.language, found.page.timestamp) == (None, None, None)


# -- where the API is --------------------------------------------------------------------------


def page_naming(link: str, status: int = 200) -> Reply:
    return Reply(status, HTML, f"<html><head>{link}</head><body>x</body></html>".encode())


LINKS = [
    '<link rel="EditURI" type="application/rsd+xml" href="{}/mw/api.php?action=rsd"/>',
    '<link href="/mw/api.php?action=rsd" type="application/rsd+xml" rel="EditURI">',
    "<link rel=EditURI href=/mw/api.php?a=1&amp;action=rsd>",
    '<link rel="stylesheet" href="/x.css"><LINK REL="EditURI" HREF="//{host}/mw/api.php">',
]


@pytest.mark.parametrize("link", LINKS)
def test_the_page_names_the_api(server: Server, link: str) -> None:
    server.on("/title/A", page_naming(link.format(server.site, host=server.site[7:])))
    server.on("/mw/api.php", answer(None), answer())
    assert fetched(server, "/title/A").page.index == f"{server.site}/mw/index.php"
    assert server.paths == ["/w/api.php", "/title/A", "/mw/api.php", "/mw/api.php"]
    assert server.asked[-1].query["titles"] == "A"
    assert server.asked[-1].query["redirects"] == "1"


def test_a_page_that_is_not_there_names_the_api_all_the_same(server: Server) -> None:
    server.on("/wiki/A", page_naming(LINKS[1], 404))
    server.on("/mw/api.php", answer({"title": "A", "missing": True}))
    assert refusal(server) == "the wiki has no page 'A'"


def test_something_else_stands_where_the_api_usually_is(server: Server) -> None:
    server.on("/w/api.php", Reply(200, HTML, b"<html>not here</html>"))
    server.on("/wiki/A", page_naming(LINKS[1]))
    server.on("/mw/api.php", answer())
    assert fetched(server).page.api == f"{server.site}/mw/api.php"


def test_the_folder_that_the_address_names(server: Server) -> None:
    server.on("/mw/api.php", answer())
    for path in ("/mw/index.php/A", "/mw/index.php?title=A"):
        fetched(server, path)
    assert server.paths == ["/mw/api.php", "/mw/api.php"]


def test_a_wiki_that_has_moved(server: Server) -> None:
    server.on("/w/api.php", Reply(301, {"Location": "/mw/api.php?action=query&moved=1"}))
    server.on("/mw/api.php", answer())
    assert fetched(server).page.index == f"{server.site}/mw/index.php"


def test_no_wiki_at_all(server: Server) -> None:
    assert refusal(server) == "HOST has nothing at this address (404)"
    server.on("/wiki/A", Reply(403))
    assert refusal(server) == "HOST refuses this (403)"
    server.on("/wiki/A", page_naming("<link rel=stylesheet href=/x.css>"))
    assert refusal(server) == (
        "no MediaWiki is found here: the page names no API. Save it, and name the file"
    )
    for address in ("file:///w/api.php", "http://[", "javascript:1"):
        server.on("/wiki/A", page_naming(f'<link rel="EditURI" href="{address}">'))
        assert "no MediaWiki" in refusal(server)


NO_API = [
    (Reply(200, HTML, b"<html>"), "it answers with no JSON but text/html"),
    (Reply(200, body=b"{"), "it answers with no JSON"),
    (Reply(404, HTML, b"<html>"), "the server answers with 404"),
    (Reply.json([1]), "its answer is of a form that is not known"),
    (Reply.json({"query": {"pages": {"3": PAGE}}}), "its answer is of a form that is not known"),
    (Reply.json({"other": 1}), "its answer holds nothing that was asked for"),
    (Reply(200, body=b'{"query": {"x": "\xff"}}'), "it answers with no JSON"),
]


@pytest.mark.parametrize(("reply", "why"), NO_API)
def test_what_is_named_as_the_api_is_none(server: Server, reply: Reply, why: str) -> None:
    server.on("/wiki/A", page_naming(LINKS[1]))
    server.on("/mw/api.php", reply)
    assert refusal(server) == f"SITE/mw/api.php is not the API of a wiki: {why}"


# -- what a wiki may answer --------------------------------------------------------------------


def changed(**parts: Any) -> Reply:
    return answer({**PAGE, "revisions": [{**REVISION, **parts}]})


def main(**parts: Any) -> Reply:
    return changed(slots={"main": {"contentmodel": "wikitext", **parts}})


ANSWERS = [
    (answer({"title": "A", "missing": True}), "the wiki has no page 'A'"),
    (answer({"title": "特殊:A", "special": True}), "特殊:A is made by the wiki when"),
    (answer({"title": "A", "invalid": True, "invalidreason": "So it is."}), "So it is."),
    (answer({"title": "A:", "invalid": True}), "'A:' is no title of a page"),
    (answer(None, interwiki=[{"title": "de:A"}]), "de:A is a page of another wiki: give its"),
    (answer(None, redirects=[{"from": "A"}]), "the redirect 'A' leads to no page"),
    (answer(None), "the wiki has no page A"),
    (answer({"title": "A", "pageid": 3}), "the wiki gives no text of the page 'A'"),
    (main(contentmodel="css", content="a {}"), "城市 is no wikitext but css: it holds no list"),
    (main(texthidden=True), "the text of revision 7 is hidden"),
    (main(content=" \n"), "the page '城市' is empty"),
    (
        Reply.json({"error": {"code": "readapidenied", "info": "You may not read."}}),
        "the wiki answers: You may not read.",
    ),
    (Reply.json({"error": {"code": "odd"}}, 403), "the wiki answers: odd"),
]


@pytest.mark.parametrize(("reply", "why"), ANSWERS)
def test_answers_without_a_page(server: Server, reply: Reply, why: str) -> None:
    server.on("/w/api.php", reply)
    assert refusal(server).startswith(why)
    assert server.paths == ["/w/api.php"]


def test_revisions_and_numbers_that_are_not_there(server: Server) -> None:
    server.on("/w/api.php", answer(None, badrevids={"9": {"revid": 9, "missing": True}}))
    assert refusal(server, "/wiki/A?oldid=9") == "the wiki has no revision 9"
    server.on("/w/api.php", answer({"pageid": 9, "missing": True}))
    assert refusal(server, "/w/index.php?curid=9") == "the wiki has no page 9"


LAG = {"error": {"code": "maxlag", "info": "Waiting for db1: 6.2 seconds lagged", "lag": 6.2}}


def test_a_wiki_that_lags_behind(server: Server) -> None:
    server.on("/w/api.php", Reply.json(LAG, 503, Retry_After="5"), answer())
    assert fetched(server).page.revision == 7
    server.on("/w/api.php", Reply.json(LAG, Retry_After="5"))  # newer wikis answer with 200
    assert refusal(server) == (
        "the servers of this wiki lag behind (asked 2 times): try again later"
    )


def test_a_wiki_that_limits_the_rate(server: Server) -> None:
    server.on("/w/api.php", Reply.json({"error": {"code": "ratelimited"}}))
    assert refusal(server).startswith("this wiki asks for fewer requests (asked 2 times)")

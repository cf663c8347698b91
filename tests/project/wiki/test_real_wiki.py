"""The same against a real MediaWiki on 127.0.0.1; see `site.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote
from urllib.request import urlopen

import pytest

import reconcile
from reconcile.errors import ReconcileError
from reconcile.project.wiki.address import page_address
from reconcile.project.wiki.http import Getter, Patience
from reconcile.project.wiki.mediawiki import FetchedPage, fetch_page
from reconcile.provenance import Licence
from reconcile.sources.formats.wiki.edit_sections import edit_sections
from tests.conftest import ROOT
from tests.project.wiki.site import LICENCE, Site, why_not
from tests.sources.section_pages import PAGES

pytestmark = pytest.mark.skipif(bool(why_not()), reason=str(why_not()))

ZH = (ROOT / "examples/zh-sister-cities-of-japan.wiki").read_text(encoding="utf-8")
EN = (ROOT / "examples/en-twin-towns-and-sister-cities-in-japan.wiki").read_text(encoding="utf-8")
TITLE = "日本友好城市列表"


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A wiki with the two example lists, redirects, and an older revision."""
    made = Site(tmp_path_factory.mktemp("wiki"))
    made.edit(TITLE, "to be written")
    made.edit(TITLE, ZH)
    made.edit("Twin towns in Japan", EN)
    made.edit("日本姊妹城市", f"#REDIRECT [[{TITLE}#北海道]]")
    made.edit("One", "#REDIRECT [[Other]]")
    made.edit("Other", "#REDIRECT [[One]]")
    made.edit("MediaWiki:Common.css", "a {}")
    return made


@pytest.fixture(scope="module")
def site(wiki: Site) -> Iterator[str]:
    """The wiki where Wikipedia has its pages."""
    with wiki.served() as found:
        yield found


def fetched(address: str) -> FetchedPage:
    with Getter(Patience(waits=())) as getter:
        return fetch_page(getter, page_address(address))


def test_a_page(site: str) -> None:
    found = fetched(f"{site}/wiki/{quote(TITLE)}#北海道")
    assert found.text == ZH.rstrip("\n")
    page = found.page
    assert (page.title, page.language, page.site) == (TITLE, "zh", "測試")
    assert page.api == f"{site}/w/api.php"
    assert page.licence == Licence(*LICENCE)
    assert page.timestamp is not None
    assert page.timestamp.endswith("Z")


SAME = [
    "/w/index.php?title={}",
    "/zh-tw/{}",
    "/w/index.php/{}",
    "/wiki/日本友好城市列表",
    "/wiki/日本姊妹城市",  # a redirect
    "/wiki/日本友好城市列錶",  # the wiki finds the page by what its title converts to
]


@pytest.mark.parametrize("path", SAME)
def test_other_addresses_of_the_page(site: str, path: str) -> None:
    found = fetched(site + path.format(quote(TITLE)))
    assert found.page.title == TITLE
    assert bool(found.redirects) == ("姊妹" in path)


def test_revisions_and_numbers(site: str) -> None:
    page = fetched(f"{site}/wiki/{TITLE}").page
    assert fetched(f"{site}/?curid={page.page_id}").page == page
    older = fetched(f"{site}/wiki/{TITLE}?oldid={page.revision - 1}")
    assert (older.text, older.page.page_id) == ("to be written", page.page_id)
    assert fetched(f"{site}/wiki/Special:PermaLink/{page.revision - 1}").page == older.page


def test_the_links_lead_to_the_revision_and_the_section(site: str) -> None:
    page = fetched(f"{site}/wiki/{TITLE}").page
    older = fetched(f"{site}/wiki/{TITLE}?oldid={page.revision - 1}").page
    assert older.address is not None
    assert page.edit_address is not None
    with urlopen(older.address) as answer:
        assert "to be written" in answer.read().decode()
    number = 3
    heading = ZH.splitlines()[edit_sections(ZH)[number - 1] - 1]
    with urlopen(f"{page.edit_address}&section={number}") as answer:
        html = answer.read().decode()
    box = html.partition("<textarea")[2].partition(">")[2]
    assert box.startswith(heading)


REFUSED = [
    ("/wiki/Nowhere", "the wiki has no page 'Nowhere'"),
    ("/wiki/One", "the redirect 'One' leads to no page"),
    ("/wiki/Special:Version", "is made by the wiki when it is asked for"),
    ("/wiki/MediaWiki:Common.css", "is no wikitext but css"),
    ("/wiki/wikipedia:A", "wikipedia:A is a page of another wiki"),
    ("/wiki/:", "empty or contains only the name of a namespace"),
    ("/?oldid=9999", "the wiki has no revision 9999"),
    ("/?curid=9999", "the wiki has no page 9999"),
    ("/other/path", "this wiki does not tell by the address"),
]


@pytest.mark.parametrize(("path", "why"), REFUSED)
def test_refusals(site: str, path: str, why: str) -> None:
    with pytest.raises(ReconcileError) as refused:
        fetched(site + path)
    assert why in refused.value.message


def test_a_wiki_with_other_paths(wiki: Site) -> None:
    with wiki.served(WIKI_SCRIPTS="/elsewhere", WIKI_PAGES="/title/$1") as site:
        for path in (f"/title/{TITLE}", f"/elsewhere/index.php/{TITLE}"):
            assert fetched(site + path).page.index == f"{site}/elsewhere/index.php"
        with pytest.raises(ReconcileError, match="the wiki has no page 'Nowhere'"):
            fetched(f"{site}/title/Nowhere")
        with pytest.raises(ReconcileError, match="has nothing at this address"):
            fetched(f"{site}/wiki/{TITLE}")


def test_a_run_by_addresses(site: str) -> None:
    result = reconcile.run(zh=f"{site}/wiki/{TITLE}", en=f"{site}/wiki/Twin_towns_in_Japan")
    saved = reconcile.run(zh=("zh.wiki", ZH), en=("en.wiki", EN))
    assert [v.verdict for v in result.verdicts] == [v.verdict for v in saved.verdicts]
    assert [s.document.id for s in result.sources] == [f"zh:{TITLE}", "en:Twin towns in Japan"]


@pytest.mark.parametrize("name", PAGES)
def test_sections_are_numbered_as_the_wiki_does(wiki: Site, site: str, name: str) -> None:
    title = f"Sections {name}"
    wiki.edit(title, PAGES[name][0])
    query = f"action=parse&prop=sections|wikitext&format=json&formatversion=2&page={quote(title)}"
    with urlopen(f"{site}/w/api.php?{query}") as answer:
        parsed = json.load(answer)["parse"]
    text = parsed["wikitext"]
    real = {
        int(s["index"]): text.count("\n", 0, s["byteoffset"]) + 1  # it counts characters
        for s in parsed["sections"]
        if s["index"].isdigit()  # not one of a template
    }
    lines = edit_sections(text)
    assert real
    assert {number: lines[number - 1] for number in real} == real
    assert name == "template" or len(lines) == len(real)

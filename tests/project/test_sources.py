"""What a run reads: pages, copies, files, and what is known and told of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import reconcile
from reconcile.models import Side
from reconcile.project.sources import read_documents
from reconcile.project.wiki.keep import keep
from reconcile.project.wiki.pages import Pages
from reconcile.sources import Layout, format_of
from tests.project.wiki.pages import fetched
from tests.project.wiki.server import serving
from tests.project.wiki.two_pages import EN, ZH, Wiki


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wiki]:
    """A wiki with two pages, asked without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving(Wiki()) as found:
        assert isinstance(found, Wiki)
        yield found


def test_a_page_is_a_document_that_knows_its_revision(wiki: Wiki) -> None:
    zh, en = read_documents(
        [f"{wiki.site}/wiki/友城"], [f"{wiki.site}/wiki/Twin_towns"], {}, Pages()
    )
    assert (zh.id, zh.path, zh.text) == ("zh:友城", f"{wiki.site}/wiki/友城", ZH)
    assert (en.id, en.text) == ("en:Twin towns", EN)
    assert zh.page is not None
    assert (zh.page.title, zh.page.revision) == ("友城", 11)
    assert format_of(zh).name == "wikitext"


def test_another_format_may_be_said(wiki: Wiki) -> None:
    layouts: dict[Side, Layout] = {"zh": Layout("text")}
    (zh,) = read_documents([f"{wiki.site}/wiki/友城"], [], layouts, Pages())
    assert format_of(zh).name == "text"


def test_pages_of_one_title_in_two_wikis(wiki: Wiki) -> None:
    with serving(Wiki()) as other:
        paths = [f"{wiki.site}/wiki/友城", f"{other.site}/wiki/友城"]
        documents = read_documents(paths, [], {}, Pages())
        assert [d.id for d in documents] == [f"zh:{s.site[7:]}/友城" for s in (wiki, other)]


def test_each_page_is_asked_for_once(wiki: Wiki) -> None:
    pages = Pages()
    for _ in range(3):
        read_documents([f"{wiki.site}/wiki/友城"], [f"{wiki.site}/wiki/友城"], {}, pages)
    assert len(wiki.asked) == 1


def test_a_copy_is_the_page_it_was(tmp_path: Path) -> None:
    page = fetched()
    (path,) = keep(str(tmp_path), [page])
    told: list[str] = []
    (document,) = read_documents([path], [], {}, Pages(), told.append)
    assert (document.id, document.path, document.page) == ("zh:中國城市.wiki", path, page.page)
    assert document.format == "wikitext"
    Path(path).write_text("changed", encoding="utf-8")
    (document,) = read_documents([path], [], {}, Pages(), told.append)
    assert (document.page, document.format) == (None, None)
    assert told == [f"{path} is not as it was fetched: its lines are not linked to the page"]


def test_the_python_interface(wiki: Wiki) -> None:
    addresses = f"{wiki.site}/wiki/友城", f"{wiki.site}/wiki/Twin_towns"
    result = reconcile.run(zh=addresses[0], en=[addresses[1]], home="CN")
    assert [v.verdict for v in result.verdicts] == ["agree", "agree"]
    assert [s.document.id for s in result.sources] == ["zh:友城", "en:Twin towns"]
    with pytest.raises(reconcile.ReconcileError, match="the wiki has no page 'Nowhere'"):
        reconcile.run(zh="missing.md", en=f"{wiki.site}/wiki/Nowhere")

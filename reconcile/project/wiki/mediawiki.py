"""A page by the API of its wiki: which API, which page, which revision, and its wikitext."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError

from reconcile.errors import ReconcileError
from reconcile.project.wiki.address import PageAddress, title_in
from reconcile.project.wiki.http import Answer, Getter
from reconcile.provenance import Licence, PageRevision, web_address

MAX_LAG = 5
"""Seconds that the servers of a wiki may lag behind; if it is more, they have no time for us."""
_SITE = {"meta": "siteinfo", "siprop": "general|rightsinfo"}
_PAGE = {
    "prop": "info|revisions",
    "rvprop": "ids|timestamp|content|contentmodel",
    "rvslots": "main",
}
_LINK = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_EDIT_URI = re.compile(r"\brel\s*=\s*[\"']?EditURI\b", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?(?P<url>[^\"'\s<>]+)", re.IGNORECASE)
_BUSY = {
    "maxlag": "the servers of this wiki lag behind",
    "ratelimited": "this wiki asks for fewer requests",
}
"""Errors of the API after which it is worth asking again."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as its wiki gave it.

    Attributes:
        address: what was asked for.
        text: its wikitext.
        page: which revision of which page it is.
        redirects: the titles that led to it, if it was asked for by another.
    """

    address: PageAddress
    text: str
    page: PageRevision
    redirects: tuple[str, ...] = ()


class _Content(BaseModel):
    contentmodel: str = "wikitext"
    content: str | None = None


class _Revision(_Content):
    revid: int
    timestamp: str | None = None
    slots: dict[str, _Content] = {}

    @property
    def main(self) -> _Content:
        """The text; before MediaWiki 1.32 revisions had no slots."""
        return self.slots.get("main", self)


class _Page(BaseModel):
    title: str = ""
    pageid: int = 0
    missing: bool = False
    special: bool = False
    invalid: bool = False
    invalidreason: str = ""
    pagelanguage: str | None = None
    revisions: tuple[_Revision, ...] = ()


class _General(BaseModel):
    sitename: str | None = None
    lang: str | None = None
    articlepath: str = "/wiki/$1"


class _Rights(BaseModel):
    text: str = ""
    url: str = ""


class _Step(BaseModel):
    source: str = Field(alias="from")


class _Interwiki(BaseModel):
    title: str


class _Query(BaseModel):
    general: _General = _General()
    rightsinfo: _Rights = _Rights()
    pages: tuple[_Page, ...] = ()
    redirects: tuple[_Step, ...] = ()
    interwiki: tuple[_Interwiki, ...] = ()


class _Error(BaseModel):
    code: str
    info: str = ""


class _Answered(BaseModel):
    """What the API sends: an error, or what was asked for."""

    error: _Error | None = None
    query: _Query | None = None


class _NoApiError(Exception):
    """Why an answer is none of a MediaWiki's API."""


def fetch_page(getter: Getter, address: PageAddress) -> FetchedPage:
    """The page of an address, with its wikitext.

    Raises:
        ReconcileError: there is no such page, revision, wiki or host; the page holds no wikitext;
            or its wiki gives no proper answer within the bounds of `getter`.
    """
    api, query = _first_answer(getter, address)
    if not _selection(address):
        titled = replace(address, title=title_in(address, query.general.articlepath))
        api, query = _answer_of(getter, api, titled)
    page = _found(query, address)
    revision = page.revisions[0]
    known = PageRevision(
        page.title,
        page.pageid,
        revision.revid,
        revision.timestamp,
        page.pagelanguage or query.general.lang,
        query.general.sitename,
        api,
        web_address(api, "index.php"),
        _licence(query.rightsinfo, api),
    )
    redirects = tuple(step.source for step in query.redirects)
    return FetchedPage(address, revision.main.content or "", known, redirects)


def _licence(rights: _Rights, api: str) -> Licence | None:
    url = rights.url and web_address(api, rights.url)
    return Licence(rights.text, url or "") if rights.text or url else None


def _selection(address: PageAddress) -> dict[str, str]:
    """The parameters that say which page is meant; none where the address does not tell."""
    if address.revision is not None:
        return {"revids": str(address.revision)}
    if address.page_id is not None:
        return {"pageids": str(address.page_id), "redirects": "1"}
    if address.title is not None:
        return {"titles": address.title, "redirects": "1", "converttitles": "1"}
    return {}


def _first_answer(getter: Getter, address: PageAddress) -> tuple[str, _Query]:
    """The address of the wiki's API, and what it says of the page (or of itself alone)."""
    folder = f"{address.before}/w" if address.folder is None else address.folder
    try:
        return _query(getter, f"{address.site}{folder}/api.php", address)
    except _NoApiError:
        return _answer_of(getter, _named_api(getter, address), address)


def _answer_of(getter: Getter, api: str, address: PageAddress) -> tuple[str, _Query]:
    """The same, of an API that is known."""
    try:
        return _query(getter, api, address)
    except _NoApiError as error:
        raise ReconcileError(
            f"{api} is not the API of a wiki: {error}", path=address.name
        ) from None


def _query(getter: Getter, api: str, address: PageAddress) -> tuple[str, _Query]:
    """What the API says of the page, and its own address after redirects.

    Raises:
        ReconcileError: no answer can be had, or the answer is that something is wrong.
        _NoApiError: what answers is no API of a MediaWiki.
    """
    params = {"action": "query", "format": "json", "formatversion": "2", "maxlag": str(MAX_LAG)}
    selection = _selection(address)
    params |= _SITE | (_PAGE | selection if selection else {})
    answer = getter.get(api, params, name=address.name, busy=_busy)
    answered = _read(answer)
    if answered.error is not None:
        said = answered.error.info or answered.error.code
        raise ReconcileError(f"the wiki answers: {said}", path=address.name)
    if answered.query is None:
        raise _NoApiError("its answer holds nothing that was asked for")
    return urlsplit(answer.url)._replace(query="", fragment="").geturl(), answered.query


def _read(answer: Answer) -> _Answered:
    try:
        return _Answered.model_validate_json(answer.body)
    except ValidationError as error:
        if answer.status >= 400:
            raise _NoApiError(f"the server answers with {answer.status}") from None
        if error.errors()[0]["type"] == "json_invalid":
            kind = f" but {answer.kind}" if answer.kind else ""
            raise _NoApiError(f"it answers with no JSON{kind}") from None
        raise _NoApiError("its answer is of a form that is not known") from None


def _busy(answer: Answer) -> str | None:
    """Whether the API says, in good form, that it has no time."""
    if b'"error"' not in answer.body[:1000]:
        return None
    try:
        error = _read(answer).error
    except _NoApiError:
        return None
    return _BUSY.get(error.code) if error else None


def _named_api(getter: Getter, address: PageAddress) -> str:
    """The API that the page itself names, for programs that edit."""
    answer = getter.get(address.url, name=address.name)
    html = answer.body.decode("utf-8", "replace")
    for link in _LINK.finditer(html):
        href = _HREF.search(link.group())
        if href and _EDIT_URI.search(link.group()):
            api = web_address(answer.url, unescape(href["url"]))
            if api is not None:
                return urlsplit(api)._replace(query="", fragment="").geturl()
    if answer.status in (404, 410):
        raise ReconcileError(
            f"{address.host} has nothing at this address ({answer.status})", path=address.name
        )
    if answer.status >= 400:
        raise ReconcileError(f"{address.host} refuses this ({answer.status})", path=address.name)
    raise ReconcileError(
        "no MediaWiki is found here: the page names no API. Save it, and name the file",
        path=address.name,
    )


def _found(query: _Query, address: PageAddress) -> _Page:
    """The page, with the text of one revision.

    Raises:
        ReconcileError: there is none.
    """
    page = query.pages[0] if query.pages else _Page(missing=True)
    if why := _no_page(query, page, address) or _no_text(page):
        raise ReconcileError(why, path=address.name)
    return page


def _no_page(query: _Query, page: _Page, address: PageAddress) -> str | None:
    """Why what was asked for is no page of this wiki."""
    if query.interwiki:
        return f"{query.interwiki[0].title} is a page of another wiki: give its address there"
    if page.invalid:
        return page.invalidreason or f"{page.title!r} is no title of a page"
    if page.special:
        return f"{page.title} is made by the wiki when it is asked for: it has no text to read"
    if not page.missing:
        return None
    if page.title:
        return f"the wiki has no page {page.title!r}"
    if query.redirects:
        return f"the redirect {query.redirects[0].source!r} leads to no page"
    if address.revision is not None:
        return f"the wiki has no revision {address.revision}"
    return f"the wiki has no page {address.page_id or address.title}"


def _no_text(page: _Page) -> str | None:
    """Why a page has no text that could be read."""
    if not page.revisions:
        return f"the wiki gives no text of the page {page.title!r}"
    revision = page.revisions[0]
    if revision.main.contentmodel != "wikitext":
        return f"{page.title} is no wikitext but {revision.main.contentmodel}: it holds no list"
    if revision.main.content is None:
        return f"the text of revision {revision.revid} is hidden"
    return None if revision.main.content.strip() else f"the page {page.title!r} is empty"

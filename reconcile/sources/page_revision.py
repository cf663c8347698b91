"""Which revision of which page an answer of a wiki's API holds, as far as it says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reconcile.provenance import Licence, PageRevision, web_address

Data = Mapping[str, Any]


def of_parsed(parsed: Data) -> PageRevision | None:
    """Of `action=parse`; no wiki is named there."""
    return _revision(
        parsed.get("title"), parsed.get("pageid"), parsed.get("revid"), "wikitext" in parsed
    )


def of_queried(query: Data, page: Data) -> PageRevision | None:
    """Of `action=query` with revisions, with the wiki where `meta=siteinfo` was asked for too."""
    revisions = page.get("revisions")
    revision = _data(revisions[0]) if isinstance(revisions, list) and revisions else {}
    general, rights = _data(query.get("general")), _data(query.get("rightsinfo"))
    return _revision(
        page.get("title"),
        page.get("pageid"),
        revision.get("revid"),
        "extract" not in page,
        timestamp=_text(revision.get("timestamp")),
        language=_text(page.get("pagelanguage")) or _text(general.get("lang")),
        site=_text(general.get("sitename")),
        api=_script(general, "api.php"),
        index=_script(general, "index.php"),
        licence=_licence(rights, "text"),
    )


def of_rest(data: Data) -> PageRevision | None:
    """Of the REST API's page; no wiki is named there."""
    latest = _data(data.get("latest"))
    return _revision(
        data.get("title"),
        data.get("id"),
        latest.get("id"),
        "source" in data,
        timestamp=_text(latest.get("timestamp")),
        licence=_licence(_data(data.get("license")), "title"),
    )


def _revision(
    title: object, page: object, revision: object, wikitext: bool, **known: Any
) -> PageRevision | None:
    page_id, number = _number(page), _number(revision)
    if not isinstance(title, str) or not title or page_id is None or number is None:
        return None
    return PageRevision(title, page_id, number, wikitext=wikitext, **known)


def _script(general: Data, name: str) -> str | None:
    """The address of a script of the wiki; a server without scheme is taken for one of https."""
    server, folder = _text(general.get("server")), general.get("scriptpath")
    if server is None or not isinstance(folder, str):
        return None
    site = web_address("https://", server)
    return site and web_address(site, f"{folder}/{name}")


def _licence(rights: Data, name: str) -> Licence | None:
    said, url = _text(rights.get(name)), _text(rights.get("url"))
    return Licence(said or "", url or "") if said or url else None


def _data(value: object) -> Data:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _number(value: object) -> int | None:
    """A number of a page or revision, which the reader of answers keeps as its digits."""
    usable = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19
    return int(str(value)) if usable else None

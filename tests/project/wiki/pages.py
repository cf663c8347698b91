"""Pages as a wiki would have given them."""

from __future__ import annotations

from reconcile.project.wiki.address import page_address
from reconcile.project.wiki.mediawiki import FetchedPage
from reconcile.provenance import Licence, PageRevision

LICENCE = Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/")


def fetched(
    title: str = "中國城市",
    text: str = "== 甲 ==\n",
    page_id: int = 3,
    revision: int = 7,
    host: str = "zh.wikipedia.org",
    query: str = "",
) -> FetchedPage:
    """A page of a Wikipedia."""
    api = f"https://{host}/w/api.php"
    page = PageRevision(
        title,
        page_id,
        revision,
        "2026-11-28T06:58:03Z",
        "zh",
        "維基百科",
        api,
        api.replace("api.php", "index.php"),
        LICENCE,
    )
    return FetchedPage(page_address(f"https://{host}/wiki/A{query}"), text, page)

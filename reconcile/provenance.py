"""Where the text of a document comes from: which revision of which page of a wiki."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit


def web_address(base: str, address: str) -> str | None:
    """An address as it is meant where it stands, on the page `base`; None if it is not http(s)."""
    try:
        parts = urlsplit(urljoin(base, address))
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


@dataclass(frozen=True, slots=True)
class Licence:
    """What a wiki says that its texts are under: a name, and an address of the licence's text."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PageRevision:
    """Which revision of which page of a MediaWiki a document is the text of.

    `timestamp` is the time of the revision (ISO 8601, UTC), `language` the page's language code.
    `api` is the address of the wiki's api.php, and `index` that of its index.php: both are None
    where an answer of the API names no wiki, and then there is nothing to link to. `wikitext`
    tells the source text of the page from what the wiki renders.
    """

    title: str
    page_id: int
    revision: int
    timestamp: str | None = None
    language: str | None = None
    site: str | None = None
    api: str | None = None
    index: str | None = None
    licence: Licence | None = None
    wikitext: bool = True

    @property
    def address(self) -> str | None:
        """The page at this revision."""
        return self._address(oldid=self.revision)

    @property
    def edit_address(self) -> str | None:
        """The edit view of the page as it is now; `&section=N` is to be added."""
        return self._address(action="edit") if self.wikitext else None

    def _address(self, **query: str | int) -> str | None:
        index = web_address("", self.index or "")
        return index and f"{index}?{urlencode({'title': self.title.replace(' ', '_'), **query})}"

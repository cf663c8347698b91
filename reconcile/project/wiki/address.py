"""What an address says of a wiki's page. Pure: nothing is asked of any network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from reconcile.errors import ReconcileError

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_WIKIPEDIA = re.compile(r"(?P<code>simple|[a-z]{2,3}(?:-[a-z]{2,12}){0,2}):(?P<title>[^/\\#\s_].*)")
"""`zh:標題`: a page of the Wikipedia in that language."""
_MOBILE = re.compile(r"\.m(?=\.(?:wik[a-z]+|mediawiki)\.org\Z)|^m\.(?=(?:wikidata|mediawiki)\.)")
"""What the addresses of Wikimedia's wikis have in addition for small screens."""
_PATHS = (
    re.compile(r"\A(?P<folder>.*)/index\.php5?(?:/(?P<title>.*))?\Z", re.DOTALL),
    re.compile(r"(?P<before>(?:/[^/]+)??)/wiki/(?P<title>.*)\Z", re.DOTALL),
    re.compile(r"(?P<before>)/(?:zh|[a-z]{2,3}-[a-z]{2,4})/(?P<title>.*)\Z", re.DOTALL),
)
"""Usual paths of pages, the most telling first; the last is that of a variant (`/zh-tw/`)."""
_PERMANENT = re.compile(
    r"(?:special|特殊)[:：](?:perma(?:nent)?link|固定链接|固定連結)/(?P<id>\d+)\Z", re.IGNORECASE
)
_NO_TITLE = re.compile(r"[\x00-\x1f\x7f\ufffd|\[\]{}<>]")
"""What no title of a page can hold; a `|` would ask the wiki for two pages."""
_LONGEST_TITLE = 255
"""Bytes that MediaWiki allows for a title."""
_ESCAPED = re.compile(r"(?:%[89a-f][0-9a-f])+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageAddress:
    """A page of a MediaWiki, as far as its address alone tells which.

    Attributes:
        name: the address as it is shown to users, with its letters readable.
        url: the page itself, which names the wiki's API where that has to be looked for.
        site: scheme and host, such as `https://zh.wikipedia.org`.
        title: the title, or None where only the wiki knows how its addresses are made.
        revision: the revision that is asked for, or None for the newest.
        page_id: the number of the page, where that stands in the place of a title.
        folder: the path of the folder of `index.php` and `api.php`, where the address has it.
        before: what of the path stands before the part that wikis share, such as `/zh`.
    """

    name: str
    url: str
    site: str
    title: str | None = None
    revision: int | None = None
    page_id: int | None = None
    folder: str | None = None
    before: str = ""

    @property
    def host(self) -> str:
        """The host (and port), for sentences."""
        return self.site.partition("://")[2]


def is_address(text: str) -> bool:
    """Whether a text names a page of a wiki and no file: `https://…`, `zh:標題`."""
    return bool(_SCHEME.match(text) or _WIKIPEDIA.fullmatch(text))


def readable(address: str) -> str:
    """The address with its letters in place of `%E5%9F%8E`, as browsers show it."""

    def letters(match: re.Match[str]) -> str:
        shown = unquote(match.group(), errors="replace")
        return shown if shown.isprintable() and "\ufffd" not in shown else match.group()

    return _ESCAPED.sub(letters, address)


def page_address(text: str) -> PageAddress:
    """What `text`, for which `is_address` holds, says of a page.

    Raises:
        ReconcileError: it is no http(s) address, or can be that of no page; with what to write.
    """
    if not _SCHEME.match(text) and (named := _WIKIPEDIA.fullmatch(text)):
        site = f"https://{named['code']}.wikipedia.org"
        title = _title(named["title"].partition("#")[0], text)
        return PageAddress(text, site, site, title, folder="/w")
    name = readable(text)
    parts = _split(text, name)
    netloc = _MOBILE.sub("", parts.netloc.lower())
    query = _query(parts.query, name)
    folder, before, written = _place(parts.path)
    title = query.get("title") or _decoded(written or "", name)
    revision, page_id = (_number(query, key, name) for key in ("oldid", "curid"))
    if permanent := _PERMANENT.match(title):
        revision = int(permanent["id"])
    told = title.strip(" _") or revision or page_id
    if not told and (written is not None or not parts.path.strip("/")):
        raise ReconcileError("this address names no page: add its title", path=name)
    return PageAddress(
        name,
        parts._replace(netloc=netloc, fragment="").geturl(),
        f"{parts.scheme}://{netloc}",
        _title(title, name) or None,
        revision,
        page_id,
        folder,
        before,
    )


def title_in(address: PageAddress, pattern: str) -> str:
    """The title of a page, by the pattern of its wiki's addresses, such as `/title/$1`.

    Raises:
        ReconcileError: the address does not follow the pattern, or holds no title.
    """
    path = urlsplit(address.url).path
    before, _, after = pattern.partition("$1")
    if path.startswith(before) and path.endswith(after):
        written = path[len(before) : len(path) - len(after)]
        if title := _title(_decoded(written, address.name), address.name):
            return title
    raise ReconcileError(
        "this wiki does not tell by the address which page it is: write ?title= and the title "
        "behind its index.php",
        path=address.name,
    )


def _split(text: str, name: str) -> SplitResult:
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise ReconcileError("this is no address", path=name) from None
    if parts.scheme not in ("http", "https"):
        raise ReconcileError(
            f"{parts.scheme}: addresses are not read, only http: and https:", path=name
        )
    if not parts.hostname or port == 0:
        raise ReconcileError("this address has no host", path=name)
    if "@" in parts.netloc:
        raise ReconcileError(
            "an address with a name or password in it is not read: it would stand in the report",
            path=parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(),
        )
    return parts


def _query(text: str, name: str) -> Mapping[str, str]:
    try:
        query = dict(parse_qsl(text, keep_blank_values=True, errors="strict"))
    except ValueError:
        raise _not_utf8(name) from None
    if "diff" in query:
        raise ReconcileError(
            "this is the address of a comparison: name one revision, with ?oldid=", path=name
        )
    return query


def _decoded(text: str, name: str) -> str:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise _not_utf8(name) from None


def _not_utf8(name: str) -> ReconcileError:
    return ReconcileError("what is escaped with % in this address is not UTF-8", path=name)


def _place(path: str) -> tuple[str | None, str, str | None]:
    """The folder of `index.php`, what stands before the usual path, and the title as written."""
    for pattern in _PATHS:
        if match := pattern.match(path):
            found = match.groupdict()
            return found.get("folder"), found.get("before") or "", found["title"] or ""
    return None, "", None


def _number(query: Mapping[str, str], key: str, name: str) -> int | None:
    value = query.get(key, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 19 and int(value)):
        raise ReconcileError(f"{key} must be a number, not {value!r}", path=name)
    return int(value)


def _title(text: str, name: str) -> str:
    title = " ".join(text.replace("_", " ").split())
    if found := _NO_TITLE.search(title):
        raise ReconcileError(f"no page can have {found.group()!r} in its title", path=name)
    if len(title.encode("utf-8", "surrogatepass")) > _LONGEST_TITLE:
        raise ReconcileError(
            f"no page can have a title of more than {_LONGEST_TITLE} bytes", path=name
        )
    return title

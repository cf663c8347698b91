"""What addresses say: the page that a link leads to, the country whose flag a file shows."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote, urlsplit

from reconcile.places.placename import place_name

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_WIKI_PATH = re.compile(
    r"index\.php\?(?:[^#]*&)?title=(?P<query>[^&#]+)|^/?(?:wiki|zh(?:-[a-z]+)?)/"
)
_IMAGE_SIZE = re.compile(r"^\d+px-")
_FLAG_FILE = re.compile(
    r"(?:flag|flagge|drapeau|bandera)[ _](?:of|der|des|du|de|von)[ _](?:the[ _])?"
    r"(?P<of>[^.()|]+?)(?:[ _]*\([^()]*\))?(?:\.[a-z]{3,4})*|"
    r"(?P<before>[^.()|]+?)(?:國旗|国旗|旗幟|旗帜|旗)(?:\.[a-z]{3,4})+",
    re.IGNORECASE,
)
_FLAG_TEXT = re.compile(
    r"(?:the )?(?:national )?flag\s*(?:of|:|：|[-–—])?\s*(?:the )?(?P<behind>.+)|"
    r"(?P<before>.+?)\s*(?:的|['’]s?)?\s*(?:(?:national )?flag|[國国]?旗[幟帜]?)",
    re.IGNORECASE,
)
"""What the text beside a flag says of it: 德国国旗, Flag: Italy, China's flag."""
_FLAG_ADDRESS = re.compile(
    r"(?:.*[/_-])?flags?(?:[-_]|/(?:[\w.-]*/){0,3})(?P<code>[a-z]{2,3})(?:@?\d+x?)?\.[a-z]{3,4}",
    re.IGNORECASE,
)
"""A file in a folder of flags that is called by a code: /img/flags/de.png."""
_FLAG_CLASS = re.compile(r"(?:\w*flag(?:-?icon)?|fi|iti)[-_]+(?P<code>[a-z]{2})", re.IGNORECASE)
_CODE = re.compile("[A-Za-z]{2}")
_SIZES = ("SM", "MD", "LG", "XS", "XL")
"""What classes say of a size, more often than of San Marino and Moldova."""


def link_title(target: str) -> str:
    """The page title a link points to: no URL, no `.md`, no leading colon, no section.

    A link that leaves the wiki keeps its whole address; one to a note of the page has no title.
    """
    plain = ESCAPED.sub(r"\1", html.unescape(target)).strip()
    path = plain
    if "://" in plain or plain.startswith("//"):
        try:
            parts = urlsplit(plain)
        except ValueError:  # brackets that are no address
            return plain
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if not _WIKI_PATH.search(path):
            return plain
    if match := _WIKI_PATH.search(path):
        title = match["query"] or path[match.end() :]
    else:
        title = path.rsplit("/Page/", 1)[-1] if "/Page/" in path else path
        title = title.removeprefix("./").removesuffix(".md")
    title = title.split("#", 1)[0]
    return unquote(title).replace("_", " ").lstrip(":").strip()


_LONGEST_TEXT = 300
"""Characters of a picture's text that are looked at."""


def flag_of_file(name: str) -> str | None:
    """The country, region or town whose flag a picture shows, by the name or address of its file.

    `Flag_of_the_Czech_Republic.svg` is Czech Republic; None for any other picture.
    """
    match = _FLAG_FILE.fullmatch(_IMAGE_SIZE.sub("", name[-300:].strip().rsplit("/", 1)[-1]))
    shown = match["of"] or match["before"] if match else None
    return shown.replace("_", " ").strip() if shown else None


def flag_of_picture(text: str, address: str) -> str | None:
    """What the flag that a picture shows is called, by its text or address; None for no flag.

    The text of a flag may be its file's name, the country alone, or beside the word.
    """
    text = text.strip()[:_LONGEST_TEXT]
    said = _FLAG_TEXT.fullmatch(text)
    of_text, of_file = flag_of_file(text), flag_of_file(unquote(address))
    called = [of_text or text, *(said[name] for name in ("behind", "before") if said), of_file]
    if named := next((c for c in called if c and place_name(c).named_country), None):
        return named
    if of_file or of_text:
        return of_text or text or of_file
    code = _FLAG_ADDRESS.fullmatch(address.split("?")[0])
    return code["code"].upper() if code else None


def flag_of_classes(classes: str) -> str | None:
    """The code of the country whose flag a style draws, by its classes: `flag flag-de`, `fi fi-jp`.

    None for any others.
    """
    names = classes.split()
    codes = [m["code"].upper() for name in names if (m := _FLAG_CLASS.fullmatch(name))]
    if "flag" in names:
        codes += [name.upper() for name in names if _CODE.fullmatch(name)]
    return next((code for code in codes if code not in _SIZES), None)

"""Displayed text of a piece of wikitext: links, flags, templates and variants as a reader sees."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from reconcile.models import Document
from reconcile.sources.display import BREAKS, HIDDEN, SILENT, STRIKES, Display
from reconcile.sources.formats.wiki import templates as known
from reconcile.sources.formats.wiki.language import PageLanguage, is_country_template
from reconcile.sources.formats.wiki.nodes import Node, find_outside, nodes_within
from reconcile.sources.inline import Inline
from reconcile.sources.link_targets import flag_of_file
from reconcile.vocabulary import CATEGORIES, FILES

_DEEPEST = 20
"""Templates and links that stand deeper in each other show nothing."""
_MARK = re.compile(
    r"(?P<break>\n[ \t]*(?:[*#:;]+[ \t]*|\n\s*))|"
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,20})\b(?P<rest>[^<>]{0,2000})>|"
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|"
    r"\[(?P<url>(?:https?:|ftp:|mailto:)?//[^\s\[\]<>\"]{1,2000})[ \t]*|(?P<close>\](?!\]))|"
    r"\{\{(?P<open>[^{}\[\]|\n<>]{0,80})(?:\|(?P<arg>[^{}\[\]|\s<>]{0,80})\}?)?|"
    r"(?P<quotes>'{2,})|(?P<word>__[A-Z]+__)|(?P<stray>\[\[|\]\]|\}\}|-\{|\}-|<!--|-->)"
)
_FILE = re.compile(rf":?(?:{FILES})\s*:", re.IGNORECASE)
_CATEGORY = re.compile(rf"(?:{CATEGORIES})\s*:", re.IGNORECASE)
_CONVERTED = re.compile(r"-\{(?:[^{}|]*\|)?([^{}]*)\}-")
_INTERWIKI = re.compile(r"(?:w:|wikipedia:)?([a-z]{2,3}(?:-[a-z]{2,8}){0,2}|simple):(?!\s)")
_PLAIN_TAIL = re.compile(r"(?:(?<!\s)\s*+[(（].*|[,，].*)$")
_YEAR = re.compile(r"\d{4}")
_RULE = re.compile(r"(?:^|;)\s*+(?:[^;:=>]*+=>)?\s*+(zh(?:-[a-z]{2,4})?)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument of a template, without the blanks at its ends; numbered ones count from 1."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Call:
    """A template as a page calls it: its name as it is written, and its arguments by key."""

    node: Node
    written: str
    arguments: dict[str, _Argument]

    @property
    def numbered(self) -> list[_Argument]:
        """The arguments without a name."""
        return [a for a in self.arguments.values() if a.key.isdecimal()]

    def first(self, keys: Sequence[str], *, filled: bool = False) -> _Argument | None:
        """The first of the arguments that is there, or that is there and not blank."""
        found = (self.arguments[key] for key in keys if key in self.arguments)
        return next((a for a in found if not filled or a.start < a.end), None)


def page_title(target: str) -> str:
    """The title that a link's target names, without language prefix and section."""
    plain = _CONVERTED.sub(r"\1", target)
    text = unquote(html.unescape(plain)).replace("_", " ").strip()
    if text.startswith(":") or text.lower().startswith("w:"):
        text = _INTERWIKI.sub("", text.lstrip(":"), count=1)
    title = text.split("#", 1)[0].strip()
    return title or text.lstrip("#").strip()


class WikiInline:
    """Reads pieces of one page: what stands in it is found once, and shown piece by piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.language = PageLanguage(document)

    def read(self, start: int, end: int, nodes: Sequence[Node], *, unknown: bool = True) -> Inline:
        """The displayed text of `[start, end)`, where `nodes` stand.

        A template that is not known shows its one argument where nothing else shows anything,
        unless `unknown` is False.
        """
        inline = _Walk(self, start, end).read(list(nodes))
        if unknown and nodes and not inline.flags and not any(map(str.isalnum, inline.text)):
            inline = _Walk(self, start, end, unknown=True).read(list(nodes))
        return inline


class _Walk:
    """One walk over a piece."""

    def __init__(self, page: WikiInline, start: int, end: int, *, unknown: bool = False) -> None:
        self.page = page
        self.text = page.text
        self.start = start
        self.end = end
        self.unknown = unknown
        self.shown = Display()
        self.depth = 0
        self.hiding: list[str] = []

    def read(self, nodes: list[Node]) -> Inline:
        self.walk(self.start, self.end, nodes)
        return self.shown.piece(self.start, self.end)

    def walk(self, start: int, end: int, nodes: list[Node]) -> None:
        """Show `[start, end)`."""
        if self.depth >= _DEEPEST:
            return
        self.depth += 1
        at = start
        for node in nodes_within(nodes, start, end):
            self._plain(at, node.start)
            self._node(node)
            at = node.end
        self._plain(at, end)
        self.depth -= 1

    # -- text and tags -----------------------------------------------------------------------

    def _plain(self, start: int, end: int) -> None:
        at = start
        for match in _MARK.finditer(self.text, start, max(start, end)):
            self.shown.put_source(self.text[at : match.start()], at)
            at = match.end()
            self._mark(match)
        if at < end:
            self.shown.put_source(self.text[at:end], at)

    def _mark(self, match: re.Match[str]) -> None:
        start = match.start()
        if match["break"]:
            self.shown.gap(start)
        elif match["tag"]:
            self._tag(match)
        elif match["entity"]:
            self.shown.put_entity(match["entity"], start)
        elif match["url"]:
            self.shown.start_link(match["url"])
        elif match["close"] and not self.shown.end_link():
            self.shown.put("]", start)
        elif match["open"] is not None:
            self._unclosed(match)

    def _tag(self, match: re.Match[str]) -> None:
        tag, closes = match["tag"].lower(), bool(match["end"])
        empty = match["rest"].endswith("/") or tag in ("br", "hr", "img")
        opens = not closes and not empty
        if self.hiding and not empty:
            self._hide(tag, closes=closes)
        elif tag in STRIKES and not empty:
            (self.shown.end_strike if closes else self.shown.start_strike)()
        else:
            if opens and (tag in SILENT or HIDDEN.search(match["rest"])):
                self._hide(tag, closes=False)
            if tag in BREAKS:
                self.shown.gap(match.start())

    def _hide(self, tag: str, *, closes: bool) -> None:
        """Count the tags of the name that hides, so that its own end ends the hiding."""
        if not closes and (not self.hiding or tag == self.hiding[-1]):
            self.hiding.append(tag)
            self.shown.silent += 1
        elif closes and self.hiding and tag == self.hiding[-1]:
            self.hiding.pop()
            self.shown.silent -= 1

    def _unclosed(self, match: re.Match[str]) -> None:
        """A template that never closes: its name is not shown, its arguments are text."""
        name = known.template_name(match["open"])
        if name in known.FLAGS | known.COUNTRIES and match["arg"]:
            self.shown.flag(match["arg"], match.start(), match.end())
        elif match["arg"]:
            self.shown.put_source(match["arg"], match.start("arg"))
        elif "|" not in match.group():
            self.shown.put_source(match["open"], match.start("open"))

    # -- nodes -------------------------------------------------------------------------------

    def _node(self, node: Node) -> None:
        match node.kind:
            case "link":
                self._link(node)
            case "template":
                self._template(node)
            case "variant":
                self._variant(node)
            case "verbatim":
                self.shown.put_source(self.text[node.body : node.tail], node.body)
            case "table":
                self.shown.gap(node.start)
                self._table_text(node)
            case "hidden":
                pass

    def _table_text(self, node: Node) -> None:
        """A table inside a cell: its cells' texts, one below the other."""
        at = node.start
        for line in self.text[node.start : node.end].splitlines(keepends=True):
            bare = line.strip()
            if bare and not bare.startswith(("{|", "|-", "|}", "|+")):
                skip = len(line) - len(line.lstrip(" \t|!"))
                first, end = at + skip, at + len(line.rstrip())
                for cut in (*self._cuts(node, "||", first, end), end):
                    self.walk(first, cut, node.inner)
                    self.shown.gap(at)
                    first = cut + 2
            at += len(line)

    def _cuts(self, node: Node, mark: str, start: int, end: int) -> list[int]:
        return find_outside(self.text, mark, start, end, node.inner)

    def _link(self, node: Node) -> None:
        cuts = self._cuts(node, "|", node.body, node.tail)
        target_end = cuts[0] if cuts else node.tail
        target = self.text[node.body : target_end].strip()
        if match := _FILE.match(target):
            self._file(target[match.end() :], node)
            return
        inter = not target.startswith(":") and _INTERWIKI.match(target)
        if _CATEGORY.match(target) or (inter and inter.group(1) == inter.group(0)[:-1]):
            return
        title = page_title(target)
        self.shown.start_link(title)
        if cuts and self.text[cuts[0] + 1 : node.tail].strip():
            self.walk(cuts[0] + 1, node.tail, node.inner)
        else:
            shown = self.text[node.body : target_end]
            skip = len(shown) - len(shown.lstrip(": \t"))
            if shown.lstrip().startswith(":") and (inter := _INTERWIKI.match(shown, skip)):
                skip = inter.end()
            shown = _PLAIN_TAIL.sub("", shown) if cuts else shown
            self.shown.put_source(shown[skip:], node.body + skip)
        self.shown.end_link()

    def _file(self, name: str, node: Node) -> None:
        """A picture shows no text; one of a flag is a flag."""
        if flag := flag_of_file(name):
            self.shown.flag(flag, node.start, node.end)

    def _variant(self, node: Node) -> None:
        """`-{zh-hans:北京; zh-hant:臺北}-`: the one for the page's script."""
        start = node.body
        cuts = self._cuts(node, "|", start, node.tail)
        if cuts:
            flags = self.text[start : cuts[0]].strip().upper()
            if flags in ("H", "T", "-", "D") or flags.startswith("H;"):
                return
            start = cuts[0] + 1
        body = self.text[start : node.tail]
        rules = list(_RULE.finditer(body))
        if not rules or body[: rules[0].start()].strip():
            self.walk(start, node.tail, node.inner)
            return
        ends = [*(r.start() for r in rules[1:]), len(body)]
        spans = {
            r.group(1).lower(): (start + r.end(), start + end)
            for r, end in zip(rules, ends, strict=True)
        }
        order = (*self.page.language.variants, *spans)
        chosen = next(spans[v] for v in order if v in spans)
        first, last = _trimmed(self.text, *chosen)
        while last > first and self.text[last - 1] in "; \n":
            last -= 1
        self.walk(first, last, node.inner)

    # -- templates ---------------------------------------------------------------------------

    def _arguments(self, node: Node) -> tuple[str, dict[str, _Argument]]:
        """The name of a template and its arguments."""
        cuts = [*self._cuts(node, "|", node.body, node.tail), node.tail]
        name = self.text[node.body : cuts[0]].strip()
        found: dict[str, _Argument] = {}
        number = 0
        for start, end in pairwise(cuts):
            equals = self._cuts(node, "=", start + 1, end)[:1]
            key = self.text[start + 1 : equals[0]].strip() if equals else ""
            if not equals or "<" in key:
                number += 1
                key = str(number)
                equals = [start]
            found[key] = _Argument(key, *_trimmed(self.text, equals[0] + 1, end))
        return name, found

    def _template(self, node: Node) -> None:
        if self.depth >= _DEEPEST:
            return
        written, arguments = self._arguments(node)
        call = _Call(node, written, arguments)
        name = known.template_name(written)
        if show := _SHOWING.get(name):
            show(self, call)
        elif link := known.link_template(name):
            self._link_template(call, link)
        elif (keys := known.shown_arguments(name)) is not None:
            self._show(call, call.first(keys))
        elif is_country_template(written):
            self._country_template(call)
        elif self.unknown and len(call.numbered) == 1:
            self._show(call, call.numbered[0])

    def _show(self, call: _Call, argument: _Argument | None) -> None:
        if argument is not None:
            self.walk(argument.start, argument.end, call.node.inner)

    def _flag(self, call: _Call) -> None:
        if argument := call.first(("1",)):
            name = self.text[argument.start : argument.end]
            picture = flag_of_file(_FILE.sub("", name, count=1))
            self.shown.flag(picture or name, call.node.start, call.node.end)

    def _flag_and_country(self, call: _Call) -> None:
        self._flag(call)
        self._country_argument(call)

    def _country_argument(self, call: _Call) -> None:
        if argument := call.first(("name", "1")):
            linked = known.template_name(call.written) not in known.NO_LINK
            self._country(argument, linked=linked)

    def _country_template(self, call: _Call) -> None:
        """A template that is called as the country whose flag and name it shows."""
        node, written = call.node, call.written
        start = node.body + self.text[node.body : node.tail].index(written)
        self.shown.flag(written, node.start, node.end)
        self._country(_Argument("", start, start + len(written)), linked=True)

    def _struck(self, call: _Call) -> None:
        self.shown.start_strike()
        self._show(call, call.first(("1",)))
        self.shown.end_strike()

    def _items(self, call: _Call) -> None:
        for argument in call.numbered:
            self.shown.gap(call.node.start)
            self._show(call, argument)

    def _country(self, argument: _Argument, *, linked: bool) -> None:
        written = self.text[argument.start : argument.end]
        name = self.page.language.country(written)
        if linked:
            self.shown.start_link(name)
        if name == written:
            self.shown.put_source(written, argument.start)
        else:
            for char in name:
                self.shown.put(char, argument.start, argument.end)
        if linked:
            self.shown.end_link()

    def _link_template(self, call: _Call, link: known.LinkTemplate) -> None:
        if title := call.first(link.title, filled=True):
            self.shown.start_link(page_title(self.text[title.start : title.end]))
        self._show(call, call.first(link.label, filled=True))
        self.shown.end_link()

    def _date(self, call: _Call) -> None:
        """`{{dts|1982|6|16}}` as 1982-06-16, other orders as they stand."""
        parts = [a for a in call.numbered if a.key in ("1", "2", "3") and a.start < a.end]
        texts = [self.text[a.start : a.end] for a in parts]
        numeric = all(map(str.isdecimal, texts))
        if len(texts) == 3 and _YEAR.fullmatch(texts[2 if numeric else 0]):
            parts.reverse()  # the year stands where such dates do not have it
        for part in parts:
            if part is not parts[0]:
                self.shown.put("-" if numeric else " ", part.start)
                if numeric and part.end - part.start == 1:
                    self.shown.put("0", part.start)
            self._show(call, part)


_SHOWING: dict[str, Callable[[_Walk, _Call], None]] = {
    **dict.fromkeys(known.FLAGS, _Walk._flag),
    **dict.fromkeys(known.COUNTRIES, _Walk._flag_and_country),
    **dict.fromkeys(known.NO_FLAG, _Walk._country_argument),
    **dict.fromkeys(known.STRUCK, _Walk._struck),
    **dict.fromkeys(known.DATES, _Walk._date),
    **dict.fromkeys(known.ITEMS, _Walk._items),
}
"""Templates that show more than one of their arguments as it stands."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

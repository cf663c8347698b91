"""Displayed text of a piece of wikitext: links, flags, templates and variants as a reader sees."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from reconcile.models import Document
from reconcile.sources.display import BREAKS, SILENT, STRIKES, Display
from reconcile.sources.formats.wiki import templates as known
from reconcile.sources.formats.wiki.language import PageLanguage, is_country_template
from reconcile.sources.formats.wiki.nodes import Node, find_outside, nodes_within
from reconcile.sources.inline import Inline
from reconcile.sources.link_targets import flag_of_file

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
_FILE = re.compile(r":?(?:file|image|文件|檔案|档案|圖像|图像|媒體|媒体|datei)\s*:", re.IGNORECASE)
_CATEGORY = re.compile(r"(?:category|分類|分类|kategorie)\s*:", re.IGNORECASE)
_CONVERTED = re.compile(r"-\{(?:[^{}|]*\|)?([^{}]*)\}-")
_INTERWIKI = re.compile(r"(?:w:|wikipedia:)?([a-z]{2,3}(?:-[a-z]{2,8}){0,2}|simple):(?!\s)")
_PLAIN_TAIL = re.compile(r"(?:\s*[(（].*|[,，].*)$")
_RULE = re.compile(r"(?:^|;)\s*(?:[^;:=>]*=>)?\s*(zh(?:-[a-z]{2,4})?)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument of a template, without the blanks at its ends; numbered ones count from 1."""

    key: str
    start: int
    end: int


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
            if match["break"]:
                self.shown.gap(match.start())
            elif match["tag"]:
                self._tag(match)
            elif match["entity"]:
                self.shown.put_entity(match["entity"], match.start())
            elif match["url"]:
                self.shown.start_link(match["url"])
            elif match["close"]:
                if not self.shown.end_link():
                    self.shown.put("]", match.start())
            elif match["open"] is not None:
                self._unclosed(match)
        if at < end:
            self.shown.put_source(self.text[at:end], at)

    def _tag(self, match: re.Match[str]) -> None:
        tag, closes = match["tag"].lower(), bool(match["end"])
        empty = match["rest"].endswith("/") or tag in ("br", "hr", "img")
        if self.hiding and not empty:
            self._hide(tag, closes=closes)
        elif tag in BREAKS:
            if not closes and not empty and _is_hidden(match["rest"]):
                self._hide(tag, closes=False)
            self.shown.gap(match.start())
        elif tag in STRIKES and not empty:
            (self.shown.end_strike if closes else self.shown.start_strike)()
        elif not closes and not empty and (tag in SILENT or _is_hidden(match["rest"])):
            self._hide(tag, closes=False)

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
                self.walk(at + skip, at + len(line.rstrip()), node.inner)
                self.shown.gap(at)
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
        name = known.template_name(written)
        first = arguments.get("1")
        if name in known.FLAGS:
            self._flag(node, first)
        elif name in known.COUNTRIES or name in known.NO_FLAG:
            if name in known.COUNTRIES:
                self._flag(node, first)
            self._country(arguments.get("name") or first, linked=name not in known.NO_LINK)
        elif link := known.link_template(name):
            self._link_template(node, arguments, link)
        elif name in known.STRUCK:
            self.shown.start_strike()
            self._show(node, first)
            self.shown.end_strike()
        elif name in known.DATES:
            self._date(node, arguments)
        elif name in known.ITEMS:
            for argument in arguments.values():
                if argument.key.isdigit():
                    self.shown.gap(node.start)
                    self._show(node, argument)
        elif (keys := known.shown_arguments(name)) is not None:
            self._show(node, next((arguments[k] for k in keys if k in arguments), None))
        elif is_country_template(written):
            start = node.body + self.text[node.body : node.tail].index(written)
            self.shown.flag(written, node.start, node.end)
            self._country(_Argument("", start, start + len(written)), linked=True)
        elif self.unknown:
            numbered = [a for a in arguments.values() if a.key.isdigit()]
            self._show(node, numbered[0] if len(numbered) == 1 else None)

    def _show(self, node: Node, argument: _Argument | None) -> None:
        if argument is not None:
            self.walk(argument.start, argument.end, node.inner)

    def _flag(self, node: Node, argument: _Argument | None) -> None:
        if argument is not None:
            name = self.text[argument.start : argument.end]
            picture = flag_of_file(_FILE.sub("", name, count=1))
            self.shown.flag(picture or name, node.start, node.end)

    def _country(self, argument: _Argument | None, *, linked: bool) -> None:
        if argument is None:
            return
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

    def _link_template(
        self, node: Node, arguments: dict[str, _Argument], link: known.LinkTemplate
    ) -> None:
        filled = {k: a for k, a in arguments.items() if a.start < a.end}
        title = next((filled[k] for k in link.title if k in filled), None)
        if title is not None:
            self.shown.start_link(page_title(self.text[title.start : title.end]))
        self._show(node, next((filled[k] for k in link.label if k in filled), None))
        self.shown.end_link()

    def _date(self, node: Node, arguments: dict[str, _Argument]) -> None:
        """`{{dts|1982|6|16}}` as 1982-06-16, other orders as they stand."""
        parts = [a for a in arguments.values() if a.key in ("1", "2", "3") and a.start < a.end]
        texts = [self.text[a.start : a.end] for a in parts]
        numeric = [t.isdecimal() for t in texts]
        if all(numeric) and len(texts) == 3 and len(texts[2]) == 4:
            parts.reverse()
        dash = all(numeric)
        if not dash and len(parts) == 3 and numeric[0] and len(texts[0]) == 4:
            parts.reverse()
        for i, part in enumerate(parts):
            if i:
                self.shown.put("-" if dash else " ", part.start)
            if dash and i and part.end - part.start == 1:
                self.shown.put("0", part.start)
            self._show(node, part)


def _is_hidden(attributes: str) -> bool:
    return bool(re.search(r"display\s*:\s*none", attributes, re.IGNORECASE))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

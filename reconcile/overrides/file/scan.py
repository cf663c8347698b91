"""Rule files as YAML tokens: ruamel's scanner, with every refusal worded for an editor.

What rules have no use for is refused here: anchors and aliases (with them a few lines can grow
to gigabytes), tags, directives, a second document, deep nesting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import tokens as t
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import Place, narrow

MAX_BYTES = 5_000_000
MAX_DEPTH = 20

# Everything a text editor does not show as a character or a plain line end, and lone surrogates.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# Full-width signs where YAML needs its own sign: each alternative ends with the sign itself.
# Elsewhere in a text they are right, and none of our business.
_WIDE_SIGN = re.compile(
    r"""^[ ]*(?P<indent>[\u3000\u00a0－—＃])
      | (?:^[ -]*|[{,，｛]\s*)["“]?[a-z][a-z-]*["”]?\s*(?P<colon>：)
      | (?P<comma>，)\s*[a-z][a-z-]*\s*[:：]
      | [:：]\s*(?P<quote>[“‘＂＇「『])
      | ^[ -]*(?P<key_quote>[“‘＂＇「『])
      | [:：]\s*(?P<bracket>[｛［【])
      | [:：](?P<blank>[\u3000\u00a0])
      | \s(?P<remark>＃)
      | (?P<end>[｝］】])\s*$""",
    re.VERBOSE,
)

# The plain words that fill rule files, up to a sign that surely ends them. Whatever is less
# plain goes to ruamel's own method, which reads one character at a time.
_PLAIN = re.compile(r"[^\0\s:#]+(?: +[^\0\s:#]+)*(?=: |\n( *)[^\s#])")
_PLAIN_IN_FLOW = re.compile(r"[^\0\s:#,?\[\]{}]+(?: +[^\0\s:#,?\[\]{}]+)*(?=: |[,}\]])")

_DIRECTIVE = re.compile(r"(?: *(?:#.*)?\n)*(?=%)")

_REFUSED: dict[type, str] = {
    t.AnchorToken: "YAML anchors (&) are not used in rules: if this is text, put it in quotes",
    t.AliasToken: "YAML aliases (*) are not used in rules: if this is text, put it in quotes",
    t.TagToken: "YAML tags (!) are not used in rules: if this is text, put it in quotes",
    t.DirectiveToken: "YAML directives (%) are not used in rules: delete this line",
}
_BY_SIGN = {"&": t.AnchorToken, "*": t.AliasToken, "!": t.TagToken, "%": t.DirectiveToken}

_BAD_ESCAPE = r"wrong code after \ in double quotes: type \\ or use single quotes"
_ONLY_BREAK = "only a line break may follow | or > here"
_PROBLEMS: tuple[tuple[str, str], ...] = (
    (
        "could not find expected ':'",
        "a colon and a space must follow the key here, as in because: text",
    ),
    (
        "mapping values are not allowed",
        'unexpected colon: if it is part of a text, put the text in quotes "…"; '
        "if a key stands before it, indent it like the keys above",
    ),
    (
        "sequence entries are not allowed",
        'unexpected "- ": if it is text, put it in quotes; if a rule begins here, '
        "indent it like the rules above",
    ),
    ("mapping keys are not allowed", 'unexpected "? ": if it is text, put it in quotes'),
    ("found unexpected end of stream", "this quotation mark is never closed: add one at the end"),
    ("found unexpected document separator", "this quotation mark is not closed before ---"),
    ("found unexpected ':'", "unexpected colon: put the text in quotes"),
    ("unknown escape", _BAD_ESCAPE),
    ("escape sequence", _BAD_ESCAPE),
    ("hexdecimal numbers", _BAD_ESCAPE),
    ("that cannot start any token", "text cannot begin with this sign: put the text in quotes"),
    ("indentation indicators", _ONLY_BREAK),
    ("expected a comment or a line break", _ONLY_BREAK),
)


def is_printable(text: str) -> bool:
    """Whether a rule file may hold `text` as it is."""
    return not _UNPRINTABLE.search(text)


class _Reader(Reader):
    """ruamel's reader for clean text: a mark is nothing but an offset, a step is one slice."""

    def get_mark(self) -> int:
        return int(self.index)

    def forward(self, length: int = 1) -> None:
        end = self.pointer + length
        breaks = self.buffer.count("\n", self.pointer, end)
        if breaks:
            self.line += breaks
            self.column = end - self.buffer.rindex("\n", self.pointer, end) - 1
        else:
            self.column += length
        self.pointer = self.index = end


class _Scanner(Scanner):
    """ruamel's scanner, with a short cut for plain words."""

    reader: Any = None

    def reset_scanner(self) -> None:
        self.reader = self.loader.reader
        super().reset_scanner()

    def scan_plain(self) -> Any:
        reader = self.reader
        pattern = _PLAIN_IN_FLOW if self.flow_context else _PLAIN
        found = pattern.match(reader.buffer, reader.pointer)
        # A line that is indented deeper continues the text.
        if found is None or (found.lastindex and len(found[1]) > self.indent):
            return super().scan_plain()
        start = reader.get_mark()
        reader.forward(found.end() - found.start())
        self.allow_simple_key = False
        return t.ScalarToken(found[0], True, start, reader.get_mark())


class RuleText:
    """The text of a rule file; an offset in it becomes a place or an error."""

    def __init__(self, path: str, text: str) -> None:
        """Take `text` without byte order mark and with plain line ends.

        Raises ReconcileError for a file that is too large, or holds what no editor shows.
        """
        self.path = path
        if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            size = f"{MAX_BYTES // 1_000_000} MB"
            raise ReconcileError(
                f"this rule file is larger than {size}: split it into several files", path=path
            )
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        bad = _UNPRINTABLE.search(self.text)
        if bad:
            sign = f"U+{ord(bad[0]):04X}"
            raise self.error(bad.start(), f"invisible or damaged character ({sign}): delete it")

    def place(self, offset: int) -> Place:
        """The file, line and column of `offset`."""
        line = bisect_right(self.starts, offset)
        return Place(self.path, line, offset - self.starts[line - 1] + 1)

    def error(self, offset: int, sentence: str) -> ReconcileError:
        """The error that says `sentence` of what stands at `offset`."""
        path, line, column = self.place(offset)
        return ReconcileError(sentence, path=path, line=line, column=column)

    def broken(self, offset: int, sentence: str) -> ReconcileError:
        """An error of form, or the full-width sign near it that is the likely cause."""
        line = self.place(offset).line
        for start in reversed(self.starts[max(line - 2, 0) : line]):
            end = self.text.find("\n", start)
            shown = self.text[start:] if end < 0 else self.text[start:end]
            found = _WIDE_SIGN.search(shown)
            if found and found.lastgroup:
                return self.wide(start + found.start(found.lastgroup))
        return self.error(offset, sentence)

    def wide(self, offset: int) -> ReconcileError:
        """The error that the full-width sign at `offset` stands in place of a half-width one."""
        sign = self.text[offset]
        if sign.isspace():
            return self.error(
                offset, "a full-width or hard blank stands here: type an ordinary space instead"
            )
        plain = narrow(sign)
        more = " and a space" if plain in ":,-#" else ""
        return self.error(offset, f"{sign} is a full-width sign: type {plain}{more} instead")


def scan(source: RuleText) -> list[Any]:
    """All YAML tokens of a rule file; their marks are offsets.

    Raises ReconcileError at the first thing that is not YAML, or that rules do not use.
    """
    directive = _DIRECTIVE.match(source.text)
    if directive:
        raise source.error(directive.end(), _REFUSED[t.DirectiveToken])
    yaml = YAML(typ="safe", pure=True)
    yaml.Reader, yaml.Scanner = _Reader, _Scanner
    yaml.reader.stream = source.text
    scanner = yaml.scanner
    found: list[Any] = scanner.tokens
    seen = 0
    try:
        while not scanner.done:
            scanner.fetch_more_tokens()
            if len(scanner.indents) + len(scanner.flow_context) > MAX_DEPTH:
                raise source.broken(
                    scanner.reader.index,
                    f"nested deeper than {MAX_DEPTH} levels: rules need no more than four",
                )
            for token in found[seen:]:
                if type(token) in _REFUSED:
                    raise source.broken(token.start_mark, _REFUSED[type(token)])
            seen = len(found)
    except MarkedYAMLError as error:
        raise _reworded(source, error) from None
    except (ValueError, OverflowError, IndexError):
        # An escape such as "\UFFFFFFFF", which ruamel does not check.
        raise source.broken(scanner.reader.index, _BAD_ESCAPE) from None
    return found


def _reworded(source: RuleText, error: MarkedYAMLError) -> ReconcileError:
    text, problem = source.text, error.problem or ""
    start: Any = error.context_mark
    at: Any = start if error.problem_mark is None else error.problem_mark
    if start is not None and text[start : start + 1] in tuple(_BY_SIGN):
        return source.broken(start, _REFUSED[_BY_SIGN[text[start]]])
    if text[at : at + 1] == "\t":
        return source.error(at, _about_tab(source, at))
    inside = "escape" in problem or "hexdecimal" in problem
    if start is not None and not inside and ("':'" in problem or "quoted" in str(error.context)):
        # Where the thing began says more than where it broke.
        at = start
    for part, sentence in _PROBLEMS:
        if part in problem:
            return source.broken(at, sentence)
    return source.broken(at, f"this is not valid YAML: {problem}")


def _about_tab(source: RuleText, at: int) -> str:
    before = source.text[at - source.place(at).column + 1 : at]
    if not before.strip(" \t-"):
        return "a tab is used for indentation: type two spaces instead"
    return "a tab stands here: type a space instead"

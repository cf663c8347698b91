"""YAML tokens as a tree of texts, lists and mappings that knows the place of each part.

All values stay text: `no`, `on`, `1980-01-28`, `0123` and `~` are what they look like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from ruamel.yaml import tokens as t

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import shown
from reconcile.overrides.file.scan import RuleText, scan

_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE_QUOTED = re.compile(
    """[“”＂][^“”＂]*[“”＂"]|[‘’＇][^‘’＇]*[‘’＇']|「[^「」]*」|『[^『』]*』"""
)
_SWALLOWED = re.compile(r"，\s*[a-z][a-z-]*\s*：")
"""A full-width comma and colon in an unquoted text: here the next key was taken for text."""


class Scalar(NamedTuple):
    """A text. `plain` where it stands without quotes."""

    value: str
    at: int
    plain: bool = True


class Sequence(NamedTuple):
    """A list."""

    items: list[Any]
    at: int


class Mapping(NamedTuple):
    """Keys with values, in the order of the file; `keys` holds the place of each key."""

    items: dict[str, Any]
    keys: dict[str, Scalar]
    at: int


Node = Scalar | Sequence | Mapping


@dataclass
class _Builder:
    """Reads tokens by the grammar of YAML, less what `scan` has refused."""

    source: RuleText
    tokens: list[Any]
    errors: list[ReconcileError]
    at: int = 0

    def peek(self) -> Any:
        return self.tokens[self.at]

    def take(self, kind: type) -> bool:
        """Step over the next token if it is of this kind."""
        if isinstance(self.tokens[self.at], kind):
            self.at += 1
            return True
        return False

    def fail(self, sentence: str, token: Any = None) -> ReconcileError:
        return self.source.broken((token or self.peek()).start_mark, sentence)

    def document(self) -> Node | None:
        self.take(t.StreamStartToken)
        self.take(t.DocumentStartToken)
        root = None
        if not isinstance(self.peek(), t.StreamEndToken | t.DocumentEndToken):
            root = self.node()
        while self.take(t.DocumentEndToken):
            pass
        if isinstance(self.peek(), t.DocumentStartToken):
            raise self.fail("a second YAML document begins here: put it into a file of its own")
        if not isinstance(self.peek(), t.StreamEndToken):
            raise self.fail("this is neither a key nor a rule at this indentation")
        return root

    def node(self) -> Node:
        token = self.peek()
        if isinstance(token, t.ScalarToken):
            self.at += 1
            return self.scalar(token)
        for kind, read in (
            (t.BlockMappingStartToken, self.block_mapping),
            (t.FlowMappingStartToken, self.flow_mapping),
            (t.BlockSequenceStartToken, self.block_sequence),
            (t.FlowSequenceStartToken, self.flow_sequence),
        ):
            if isinstance(token, kind):
                self.at += 1
                return read(token)
        raise self.fail("a value is expected here")

    def scalar(self, token: Any) -> Scalar:
        value = token.value
        if _SURROGATE.search(value):
            raise self.fail("half a character (a surrogate code): type the character", token)
        if token.plain:
            self.check_wide(token)
        return Scalar(value, token.start_mark, token.plain)

    def check_wide(self, token: Any) -> None:
        found = _WIDE_QUOTED.fullmatch(token.value) or _SWALLOWED.search(token.value)
        if found:
            at = self.source.text.find(found[0][0], token.start_mark)
            self.errors.append(self.source.wide(at))

    def value(self, at: int, *ends: type) -> Node:
        """The node before one of `ends`; nothing at all is an empty text, which stands `at`."""
        if isinstance(self.peek(), ends):
            return Scalar("", at)
        return self.node()

    def block_sequence(self, start: Any, indented: bool = True) -> Sequence:
        items = []
        while self.take(t.BlockEntryToken):
            dash = self.tokens[self.at - 1].start_mark
            items.append(self.value(dash, t.BlockEntryToken, t.BlockEndToken, t.KeyToken))
        if indented and not self.take(t.BlockEndToken):
            raise self.fail('a "- " is missing here, or the indentation differs from that above')
        return Sequence(items, start.start_mark)

    def flow_sequence(self, start: Any) -> Sequence:
        items: list[Node] = []
        while not self.take(t.FlowSequenceEndToken):
            self.within(start, "]")
            if isinstance(self.peek(), t.KeyToken):
                raise self.fail("a key inside [ ]: put key and value in { }")
            items.append(self.node())
            self.separator(t.FlowSequenceEndToken, "]", start)
        return Sequence(items, start.start_mark)

    def block_mapping(self, start: Any) -> Mapping:
        found = Mapping({}, {}, start.start_mark)
        ends = (t.KeyToken, t.ValueToken, t.BlockEndToken)
        while self.take(t.KeyToken):
            self.pair(found, ends)
        if not self.take(t.BlockEndToken):
            if isinstance(self.peek(), t.FlowMappingEndToken | t.FlowSequenceEndToken):
                raise self.fail("this bracket closes nothing: delete it")
            raise self.fail("a key is expected here, at the same indentation as the keys above")
        return found

    def flow_mapping(self, start: Any) -> Mapping:
        found = Mapping({}, {}, start.start_mark)
        while not self.take(t.FlowMappingEndToken):
            self.within(start, "}")
            if not self.take(t.KeyToken):
                raise self.fail("a colon and a space must follow the key here, as in {key: value}")
            self.pair(found, (t.FlowEntryToken, t.FlowMappingEndToken))
            self.separator(t.FlowMappingEndToken, "}", start)
        return found

    def separator(self, end: type, sign: str, start: Any) -> None:
        if self.take(t.FlowEntryToken) or isinstance(self.peek(), end):
            return
        self.within(start, sign)
        line = self.source.place(start.start_mark).line
        raise self.fail(f"a comma or {sign} is missing here: the bracket opens in line {line}")

    def within(self, start: Any, sign: str) -> None:
        """Refuse a bracket that is still open where the file ends."""
        if isinstance(self.peek(), t.StreamEndToken | t.DocumentStartToken | t.DocumentEndToken):
            raise self.fail(f"this bracket is never closed: add {sign} at its end", start)

    def pair(self, found: Mapping, ends: tuple[type, ...]) -> None:
        token = self.peek()
        if not isinstance(token, t.ScalarToken):
            raise self.fail("a key must be a plain word")
        self.at += 1
        key = self.scalar(token)
        if not self.take(t.ValueToken):
            raise self.fail("a colon and a space must follow the key here", token)
        if t.BlockEndToken in ends and isinstance(self.peek(), t.BlockEntryToken):
            # A list may stand under its key without being indented.
            node: Node = self.block_sequence(self.peek(), indented=False)
        else:
            node = self.value(key.at, *ends)
        if key.value == "<<" and key.plain:
            self.note(key, "YAML merge keys (<<) are not used in rules: write the keys out")
        elif key.value in found.items:
            first = self.source.place(found.keys[key.value].at)
            self.note(key, f"the key {shown(key.value)} stands twice, first at {first}: delete one")
        else:
            found.items[key.value] = node
            found.keys[key.value] = key

    def note(self, key: Scalar, sentence: str) -> None:
        self.errors.append(self.source.error(key.at, sentence))


def parse(source: RuleText) -> tuple[Node | None, list[ReconcileError]]:
    """The tree of a rule file (None if it is empty), and the faults one can read past.

    Raises ReconcileError where the file is no YAML, or YAML of a sort that rules do not use.
    """
    errors: list[ReconcileError] = []
    return _Builder(source, scan(source), errors).document(), errors


def plain(node: Node) -> Any:
    """`node` as plain str, list and dict."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(n) for n in node.items]
    return {key: plain(n) for key, n in node.items.items()}

"""YAML as a tree of texts, lists and mappings that knows the position of each part.

libyaml reads the file (through PyYAML's `parse`) and this module takes its events, so that what
rules have no use for is refused where it stands and before it can do harm: anchors and aliases
(with them a few lines can grow to gigabytes), tags, directives, a second document, deep nesting,
a key that stands twice. All values stay text: `no`, `on`, `1980-01-28`, `0123` and `~` are what
they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import yaml

from reconcile.errors import ReconcileError
from reconcile.overrides.file import full_width
from reconcile.overrides.file.position import RuleText
from reconcile.overrides.file.yaml_errors import MAX_DEPTH, REFUSED, TOO_DEEP, cause, reworded
from reconcile.overrides.wording import shown

# Without libyaml (no wheel for this platform) PyYAML reads the same ten times slower.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_DIRECTIVE = re.compile(r"(?: *(?:#.*)?\n)*(?=%)")
_COLON = re.compile(r"(?:\s|#.*+)*+:")


class ScalarNode(NamedTuple):
    """A text. `plain` where it stands without quotes."""

    value: str
    at: int
    plain: bool = True


class SequenceNode(NamedTuple):
    """A list. `last` is the offset behind its last entry, or behind where it begins."""

    items: list[Any]
    at: int
    last: int


class MappingNode(NamedTuple):
    """Keys with values, in the order of the file; `keys` holds the position of each key."""

    items: dict[str, Any]
    keys: dict[str, ScalarNode]
    at: int


Node = ScalarNode | SequenceNode | MappingNode


def parse(source: RuleText) -> tuple[Node | None, list[ReconcileError]]:
    """The tree of a rule file (None if it is empty), and the faults one can read past.

    Raises ReconcileError where the file is no YAML, or YAML of a sort that rules do not use.
    """
    directive = _DIRECTIVE.match(source.text)
    if directive:
        raise source.error(directive.end(), REFUSED["%"])
    builder = _Builder(source)
    try:
        return builder.document(), builder.errors
    except yaml.MarkedYAMLError as error:
        raise reworded(source, error, builder.bracket()) from None


def plain(node: Node) -> Any:
    """`node` as plain str, list and dict."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(n) for n in node.items]
    return {key: plain(n) for key, n in node.items.items()}


class _Builder:
    """Takes the events of one file, in their order."""

    def __init__(self, source: RuleText) -> None:
        self.source = source
        self.errors: list[ReconcileError] = []
        self.events: Iterator[Any] = yaml.parse(source.text, Loader=_LOADER)
        self.open: list[int] = []
        self.last = 0

    def bracket(self) -> int | None:
        """The offset of the innermost bracket that is open, or None."""
        return next((at for at in reversed(self.open) if self.source.text[at] in "[{"), None)

    def fail(self, at: int, sentence: str) -> NoReturn:
        raise cause(self.source, at, sentence)

    def document(self) -> Node | None:
        next(self.events)  # the start of the file
        root = None
        for number, begin in enumerate(self.parts(yaml.StreamEndEvent)):
            if number:
                sentence = "a second YAML document begins here: put it into a file of its own"
                self.fail(begin.start_mark.index, sentence)
            root = self.node(next(self.events))
            next(self.events)  # the end of the document
        return None if root is None or _is_nothing(root) else root

    def node(self, event: Any) -> Node:
        """The node that begins with `event`."""
        at, self.last = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.fail(at, REFUSED[self.source.text[at]])
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at)
        self.open.append(at)
        if len(self.open) > MAX_DEPTH:
            self.fail(self.last, TOO_DEEP)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        found = self.sequence(at) if is_list else self.mapping(at)
        self.open.pop()
        return found

    def parts(self, end: type) -> Iterator[Any]:
        """The event with which each part of something begins, up to its end."""
        for event in self.events:
            self.last = event.end_mark.index
            if isinstance(event, end):
                return
            yield event

    def scalar(self, event: Any, at: int) -> ScalarNode:
        if not event.implicit[0]:
            return ScalarNode(event.value, at, plain=False)
        if "\t" in event.value or self.source.text.startswith("\t", self.last):
            tab = self.source.text.index("\t", at)
            raise self.source.error(tab, "a tab stands here: type a space instead")
        wide = full_width.in_plain_text(self.source, event.value, at)
        if wide:
            self.errors.append(wide)
        return ScalarNode(event.value, at)

    def sequence(self, at: int) -> SequenceNode:
        in_brackets = self.source.text.startswith("[", at)
        items: list[Node] = []
        last = self.last
        for event in self.parts(yaml.SequenceEndEvent):
            node = self.node(event)
            last = self.last
            if in_brackets:
                self.check_in_brackets(node)
            elif _is_nothing(node):
                node = ScalarNode("", node.at - 1)  # at its dash
            items.append(node)
        return SequenceNode(items, at, last)

    def check_in_brackets(self, node: Node) -> None:
        if isinstance(node, MappingNode) and not self.source.text.startswith("{", node.at):
            self.fail(node.at, "a key inside [ ]: put key and value in { }")

    def mapping(self, at: int) -> MappingNode:
        found = MappingNode({}, {}, at)
        example = "{key: value}" if self.source.text.startswith("{", at) else "because: text"
        for event in self.parts(yaml.MappingEndEvent):
            key = self.node(event)
            if not isinstance(key, ScalarNode):
                self.fail(key.at, "a key must be a plain word")
            if not _COLON.match(self.source.text, self.last):
                sentence = f"a colon and a space must follow the key here, as in {example}"
                self.fail(key.at, sentence)
            self.note(found, key, self.node(next(self.events)))
        return found

    def note(self, found: MappingNode, key: ScalarNode, value: Node) -> None:
        """Put a key into its mapping; a value that is not there stands at its key."""
        if key.value == "<<" and key.plain:
            sentence = "YAML merge keys (<<) are not used in rules: write the keys out"
            self.errors.append(self.source.error(key.at, sentence))
        elif key.value in found.items:
            first = self.source.position(found.keys[key.value].at)
            sentence = f"the key {shown(key.value)} stands twice, first at {first}: delete one"
            self.errors.append(self.source.error(key.at, sentence))
        else:
            found.items[key.value] = ScalarNode("", key.at) if _is_nothing(value) else value
            found.keys[key.value] = key


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.plain and not node.value

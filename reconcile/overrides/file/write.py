"""Adding rules to the text of a rule file: every other byte stays as it is.

Comments, order, quotes, line ends, byte order mark and a missing last line end are kept: a rule
is an insertion, and taking it back gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.errors import CombinedError, ReconcileError
from reconcile.overrides.file.load import RuleSet, load_rules
from reconcile.overrides.file.position import RuleText, is_printable
from reconcile.overrides.file.tree import MappingNode, SequenceNode, parse

NewRule = Mapping[str, Any]
"""A rule as keys and values, in the order they are to be written."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
# What YAML, or an editor, may take for something else than the text it is.
_SPECIAL = re.compile(
    r"[-?:,\[\]{}#&*!|>'\"%@`=<~.+]|.*(?::\s|\s#|:$)"
    r"|(?:true|false|null|yes|no|on|off|y|n)$|[\d_]+$|\d+[.eExXoO:]",
    re.IGNORECASE,
)
_WIDE = re.compile("[“”‘’＂＇，：；［］｛｝【】＃「」『』]")
_COMMA = re.compile(r"(?:\s|#.*+)*+,")
_FLOW = re.compile(r"[,\[\]{}:?#]")


@dataclass(frozen=True, slots=True)
class Insertion:
    """`text` put in at `at` (an offset in the text of the file)."""

    at: int
    text: str

    def into(self, text: str) -> str:
        """`text` with the insertion made."""
        return text[: self.at] + self.text + text[self.at :]

    def out_of(self, text: str) -> str | None:
        """`text` as it was before, wherever the insertion has moved; None if it is not there."""
        end = self.at + len(self.text)
        if text[self.at : end] == self.text:
            return text[: self.at] + text[end:]
        return text.replace(self.text, "", 1) if text.count(self.text) == 1 else None


def add_rules(path: str, text: str, rules: Sequence[NewRule]) -> Insertion:
    """Where and how `rules` go into the rule file `text`: behind the rules that it has.

    Raises:
        ReconcileError: the file has errors, the rules are wrong, or its form leaves no place for
            them.
    """
    before = load_rules([(path, text)])
    wanted = [_checked(path, rule) for rule in rules]
    for insertion in _places(path, text, rules):
        try:
            after = load_rules([(path, insertion.into(text))])
        except CombinedError:
            continue
        if _same(before, after, wanted):
            return insertion
    raise ReconcileError(
        "no place was found for a rule here: put a line rules: before the rules, and each rule "
        'into lines of its own that begin with "- "',
        path=path,
    )


def _checked(path: str, rule: NewRule) -> dict[str, Any]:
    """What a reader gets from the rule. Raises CombinedError where it is wrong."""
    body = "version: 1\nrules:\n" + _block(rule, 2, "\n")
    (loaded,) = load_rules([(path, body)]).rules
    return _content(loaded)


def _content(rule: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = rule.model_dump(by_alias=True, exclude_none=True)
    return dumped


def _same(before: RuleSet, after: RuleSet, wanted: Sequence[dict[str, Any]]) -> bool:
    """Whether nothing but the wanted rules, at the end, is new."""
    old = [_content(r) for r in (*before.rules, *before.tests)]
    count = len(before.rules)
    new = [_content(r) for r in after.rules]
    return new == old[:count] + list(wanted) and [_content(r) for r in after.tests] == old[count:]


def _places(path: str, text: str, rules: Sequence[NewRule]) -> Iterator[Insertion]:
    """Insertions to try, the best first."""
    source = RuleText(path, text)
    root, _ = parse(source)
    newline = (re.search(r"\r\n|\r|\n", text) or ["\n"])[0]
    lines = _lines(text)
    node = root.items.get("rules") if isinstance(root, MappingNode) else None
    if isinstance(node, SequenceNode) and source.text[node.at] == "[":
        yield _in_flow(source, node, rules, lines, newline)
        return
    if isinstance(root, MappingNode) and node is not None:
        first = source.position(root.keys["rules"].at).line
        indent = source.position(node.at).column - 1 if isinstance(node, SequenceNode) else 2
        later = [source.position(k.at).line for k in root.keys.values()]
        end = min((n for n in later if n > first), default=len(lines) + 1)
        items = "".join(_block(r, indent, newline) for r in rules)
        for line in _ends(source, first, end):
            yield _after(lines, line, items, newline)
        return
    head = f"rules:{newline}" if root is not None else f"version: 1{newline}rules:{newline}"
    items = head + "".join(_block(r, 2, newline) for r in rules)
    yield _after(lines, len(lines), items, newline)


def _lines(text: str) -> list[tuple[int, str]]:
    """(offset, line with its end) of each line."""
    found = [(m.start(), m[0]) for m in _LINE.finditer(text) if m[0]]
    return found or [(0, "")]


def _ends(source: RuleText, first: int, end: int) -> Iterator[int]:
    """Lines after which a rule may go, `first` being that of the key `rules`.

    Comments and blank lines behind the last rule belong to what follows, unless they are part of
    its text.
    """
    shown = source.text.split("\n")[: end - 1]
    written = [n for n, line in enumerate(shown, 1) if line.strip() and n >= first]
    plain = [n for n in written if not shown[n - 1].lstrip().startswith(("#", "..."))]
    yield max(plain, default=first)
    yield max(written, default=first)
    yield max(end - 1, first)


def _after(lines: Sequence[tuple[int, str]], line: int, items: str, newline: str) -> Insertion:
    start, last = lines[min(line, len(lines)) - 1]
    if last.endswith(("\n", "\r")) or not last.strip("\ufeff"):
        return Insertion(start + len(last), items)
    return Insertion(start + len(last), newline + items.removesuffix(newline))


def _in_flow(
    source: RuleText,
    node: SequenceNode,
    rules: Sequence[NewRule],
    lines: Sequence[tuple[int, str]],
    newline: str,
) -> Insertion:
    """Before the bracket that closes `rules: [ … ]`; several rules have a line each."""
    items = f",{newline}  ".join(_flow(rule) for rule in rules)
    comma = _COMMA.match(source.text, node.last)
    if not node.items:
        at = node.last
    elif comma:
        at, items = comma.end(), f" {items}"
    else:
        at, items = node.last, f", {items}"
    _, line, column = source.position(at)
    # A byte order mark stands before the first column, and is no part of `source.text`.
    mark = lines[0][1].startswith("\ufeff") and line == 1
    return Insertion(lines[line - 1][0] + column - 1 + mark, items)


def _block(rule: NewRule, indent: int, newline: str) -> str:
    """A rule as lines: `- id: …` and its other keys below."""
    out: list[str] = []
    for key, value in rule.items():
        lead = " " * indent + ("  " if out else "- ")
        out.append(f"{lead}{key}: {_value(value, False)}{newline}")
    return "".join(out)


def _flow(rule: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {_value(value, True)}" for key, value in rule.items()) + "}"


def _value(value: Any, inside: bool) -> str:
    if isinstance(value, Mapping):
        return _flow(value)
    return str(value) if isinstance(value, int) else quoted(str(value), inside)


def quoted(text: str, inside: bool) -> str:
    """A text as YAML; `inside` braces fewer need no quotes.

    Raises ReconcileError for half a character, which no file can hold.
    """
    if not is_printable(text) or "\n" in text or "\t" in text:
        return '"' + "".join(_escaped(c) for c in text) + '"'
    special = _SPECIAL.match(text) or _WIDE.search(text) or (inside and _FLOW.search(text))
    iso_day = re.fullmatch(r"\d{4}(-\d\d){1,2}", text)
    if text and text == text.strip() and (iso_day or not special):
        return text
    return "'" + text.replace("'", "''") + "'"


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if is_printable(char) and char not in "\n\t":
        return char
    if 0xD800 <= ord(char) <= 0xDFFF:
        raise ReconcileError(f"half a character (U+{ord(char):04X}) cannot be written into a rule")
    return {"\n": "\\n", "\t": "\\t"}.get(char) or f"\\U{ord(char):08X}"

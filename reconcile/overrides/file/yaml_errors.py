"""What libyaml finds wrong with the form of a rule file, worded for who edits it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from yaml import MarkedYAMLError

from reconcile.errors import ReconcileError
from reconcile.overrides.file.full_width import likely_cause
from reconcile.overrides.file.position import RuleText

REFUSED: Mapping[str, str] = {
    "&": "YAML anchors (&) are not used in rules: if this is text, put it in quotes",
    "*": "YAML aliases (*) are not used in rules: if this is text, put it in quotes",
    "!": "YAML tags (!) are not used in rules: if this is text, put it in quotes",
    "%": "YAML directives (%) are not used in rules: delete this line",
}
"""What rules have no use for, by the sign it begins with."""

MAX_DEPTH = 20
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels: rules need no more than four"

_BAD_ESCAPE = r"wrong code after \ in double quotes: type \\ or use single quotes"
_ONLY_BREAK = "only a line break may follow | or > here"
_NO_COLON = "a colon and a space must follow the key here, as in because: text"

# Part of what libyaml says, whether to point at where the thing began, and our sentence; the
# first that fits.
_PROBLEMS: tuple[tuple[str, bool, str], ...] = (
    ("could not find expected ':'", True, _NO_COLON),
    (
        "mapping values are not allowed",
        False,
        'unexpected colon: if it is part of a text, put the text in quotes "…"; '
        "if a key stands before it, indent it like the keys above",
    ),
    (
        "sequence entries are not allowed",
        False,
        'unexpected "- ": if it is text, put it in quotes; if a rule begins here, '
        "indent it like the rules above",
    ),
    ("mapping keys are not allowed", False, 'unexpected "? ": if it is text, put it in quotes'),
    ("expected key", False, "a key is expected here, at the same indentation as the keys above"),
    (
        "expected '-' indicator",
        False,
        'a "- " is missing here, or the indentation differs from that above',
    ),
    ("expected node content", False, "a value is expected here"),
    ("expected <document start>", False, "this is neither a key nor a rule at this indentation"),
    ("unexpected end of stream", True, "this quotation mark is never closed: add one at the end"),
    ("unexpected document indicator", True, "this quotation mark is not closed before ---"),
    (
        "unexpected ':'",
        False,
        "a space must follow this colon; if it is part of a text, put the text in quotes",
    ),
    ("nesting depth", False, TOO_DEEP),
    ("escape", False, _BAD_ESCAPE),
    ("hexdecimal number", False, _BAD_ESCAPE),
    ("cannot start any token", False, "text cannot begin with this sign: put the text in quotes"),
    ("indentation indicator", False, _ONLY_BREAK),
    ("expected comment or line break", False, _ONLY_BREAK),
)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _Fault(NamedTuple):
    """Where libyaml stopped (`at`), where the thing it was reading began, and what it says."""

    source: RuleText
    at: int
    start: int
    problem: str

    @property
    def sign(self) -> str:
        """The character where it stopped; empty at the end of the file."""
        return self.source.text[self.at : self.at + 1]


def cause(source: RuleText, offset: int, sentence: str) -> ReconcileError:
    """An error of form, or the full-width sign near it that is the likely cause."""
    return likely_cause(source, offset) or source.error(offset, sentence)


def reworded(source: RuleText, error: MarkedYAMLError, opened: int | None) -> ReconcileError:
    """The error of libyaml as one sentence; `opened` is the innermost bracket that is open."""
    marks = [m.index for m in (error.context_mark, error.problem_mark) if m is not None]
    fault = _Fault(source, marks[-1], marks[0], error.problem or "")
    if fault.sign == "\t":
        return source.error(fault.at, _about_tab(fault))
    if opened is not None and ("expected ','" in fault.problem or _is_at_end(fault)):
        return _about_bracket(fault, opened)
    if fault.sign and fault.sign in "]}" and "expected key" in fault.problem:
        return cause(source, fault.at, "this bracket closes nothing: delete it")
    if "escape code" in fault.problem and _SURROGATE.match(source.text, fault.at - 2):
        return source.error(fault.start, "half a character (a surrogate code): type the character")
    refused = REFUSED.get(source.text[fault.start : fault.start + 1])
    if refused and "cannot start any token" not in fault.problem:
        return cause(source, fault.start, refused)
    for part, at_start, sentence in _PROBLEMS:
        if part in fault.problem:
            return cause(source, fault.start if at_start else fault.at, sentence)
    return cause(source, fault.at, f"this is not valid YAML: {fault.problem}")


def _is_at_end(fault: _Fault) -> bool:
    rest = fault.source.text[fault.at :]
    return not rest.strip() or rest.startswith(("---", "..."))


def _about_bracket(fault: _Fault, opened: int) -> ReconcileError:
    closing = "]" if fault.source.text[opened] == "[" else "}"
    if _is_at_end(fault):
        sentence = f"this bracket is never closed: add {closing} at its end"
        return cause(fault.source, opened, sentence)
    line = fault.source.position(opened).line
    sentence = f"a comma or {closing} is missing here: the bracket opens in line {line}"
    return cause(fault.source, fault.at, sentence)


def _about_tab(fault: _Fault) -> str:
    line = fault.source.position(fault.at)
    before = fault.source.text[fault.at - line.column + 1 : fault.at]
    if not before.strip(" \t-"):
        return "a tab is used for indentation: type two spaces instead"
    return "a tab stands here: type a space instead"

"""Text from outside on its way to a screen: what a terminal would act upon is made visible.

Escape sequences (ESC, CSI, OSC), the control characters of both ranges and direction marks are
shown as `<U+001B>`, and change nothing else of the text (Unicode TR 36, 3.1; CVE-2021-42574).
"""

from __future__ import annotations

import re
import unicodedata

_ACTING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
"""What acts on a terminal or on the order of what it shows; lines and tabs are the text's own."""
_ACTS = re.compile(f"[{_ACTING}]")
_ACTS_OR_PARTS = re.compile(f"[\t\n{_ACTING}]")


def is_hidden(char: str) -> bool:
    """Whether a character acts on the display and shows nothing: controls, direction marks."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char != "\u00ad"


def glyph(char: str) -> str:
    """What stands for `char` on a screen: itself, a blank for a tab, `<U+202E>` if hidden."""
    if char.isprintable():
        return char
    if char == "\t":
        return " "
    return f"<U+{ord(char):04X}>" if is_hidden(char) else char


def visible(text: str) -> str:
    """`text` with every hidden character made visible."""
    return text if text.isprintable() else "".join(glyph(c) for c in text)


def harmless(text: str) -> str:
    """Lines of text in which nothing acts on a terminal."""
    return _ACTS.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)


def on_one_line(text: str) -> str:
    """The same for a text that is to stay one line: its line ends are shown as well."""
    return _ACTS_OR_PARTS.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)


def escaped_json(text: str) -> str:
    """JSON that says the same, and in which nothing acts on a terminal."""
    return _ACTS.sub(lambda m: f"\\u{ord(m.group()):04x}", text)

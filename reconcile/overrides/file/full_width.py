"""Signs of a Chinese keyboard where YAML needs its own: the commonest slip in a rule file."""

from __future__ import annotations

import re

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import RuleText

_WIDE = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "。": ".",
    "、": ",",
    "【": "[",
    "】": "]",
    "—": "-",
    "–": "-",
    "−": "-",
    "﹣": "-",
    "\u00a0": " ",
}
_NARROW = str.maketrans({chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | _WIDE) | {
    0x3000: " "
}

# Full-width signs where YAML needs its own sign: each alternative ends with the sign itself.
# Elsewhere in a text they are right, and none of our business.
_SIGN = re.compile(
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
_QUOTED = re.compile("""[“”＂][^“”＂]*[“”＂"]|[‘’＇][^‘’＇]*[‘’＇']|「[^「」]*」|『[^『』]*』""")
_SWALLOWED = re.compile(r"，\s*[a-z][a-z-]*\s*：")
"""A full-width comma and colon in an unquoted text: here the next key was taken for text."""


def narrow(text: str) -> str:
    """`text` with the full-width signs of a Chinese keyboard replaced by those YAML knows."""
    return text.translate(_NARROW)


def likely_cause(source: RuleText, offset: int) -> ReconcileError | None:
    """The full-width sign in this line, or the one above, that broke the form of the file."""
    number = source.position(offset).line
    for line in (number, number - 1):
        found = _SIGN.search(source.line(line)) if line else None
        if found and found.lastgroup:
            return _error(source, source.starts[line - 1] + found.start(found.lastgroup))
    return None


def in_plain_text(source: RuleText, text: str, offset: int) -> ReconcileError | None:
    """What is wrong with an unquoted text: full-width quotes around it, or the next key in it."""
    found = _QUOTED.fullmatch(text) or _SWALLOWED.search(text)
    return _error(source, source.text.find(found[0][0], offset)) if found else None


def _error(source: RuleText, offset: int) -> ReconcileError:
    sign = source.text[offset]
    if sign.isspace():
        sentence = "a full-width or hard blank stands here: type an ordinary space instead"
        return source.error(offset, sentence)
    plain = narrow(sign)
    more = " and a space" if plain in ":,-#" else ""
    return source.error(offset, f"{sign} is a full-width sign: type {plain}{more} instead")

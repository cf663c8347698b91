"""Bytes as text: UTF-8, what a byte order mark says, what the user says, or what is certain.

A Chinese list that is no UTF-8 is mostly GB18030 (with GBK and GB 2312 in it) or Big5, and each of
them can be read as the other without an error. It is read only where one of the two gives common
characters and known names, and the other does not; else it is refused: wrong characters would look
like names that nobody has heard of.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from reconcile import utf8
from reconcile.errors import ReconcileError
from reconcile.places.placename import place_name
from reconcile.scripts import to_simplified

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks, the codec and its name; UTF-32 first, whose mark begins with UTF-16's."""
_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "cp936", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "cp950", "big5hkscs"), "big5"),
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Codec → the one that holds it, as browsers take it: what says GB 2312 is mostly GBK."""
_NAMES = {"gb18030": "GB18030", "big5": "Big5", "cp1252": "windows-1252", "cp932": "Shift JIS"}
_CHINESE = ("gb18030", "big5")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
_HEAD = 4096
_SAMPLE = 1 << 16
_RUN = re.compile("[\u4e00-\u9fff]+")
_MOST_RUNS = 400
_WORDS = re.compile(
    "城市|友好|友城|姐妹|姊妹|国家|国别|日期|时间|年份|名称|备注|序号|省份|地区|结好|建立|签约|缔结|关系"
)
_PLAIN = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u2010-\u2060\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH, _ALONE = re.compile(rb"[\x80-\xff]"), re.compile(rb"(?<=[A-Za-z ])[\x80-\xff](?=[a-z])")
_LEAST_COMMON = 0.9
_LEAST_KNOWN = 0.2
_BIG5_COMMON = range(0xA440, 0xC67F)
_GB_COMMON = range(0xB0A1, 0xD7FA)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the name of its encoding where the user should be told of it."""

    text: str
    told: str | None = None


@dataclass(frozen=True, slots=True)
class _Guess:
    """Bytes read as `codec`: the share of common characters, and how many pieces are known."""

    codec: str
    text: str
    common: float
    known: int
    pieces: int

    @property
    def is_sure(self) -> bool:
        """Whether nearly all characters are common, and names or titles are among the texts."""
        return self.is_likely and self.known >= max(1, _LEAST_KNOWN * self.pieces)

    @property
    def is_likely(self) -> bool:
        return self.common >= _LEAST_COMMON


def codec_named(name: str) -> str:
    """The codec of an encoding as the user names it, such as `GBK` or `big5`.

    Raises:
        ReconcileError: there is no such encoding of texts.
    """
    try:
        found = codecs.lookup(name.strip()).name
        with contextlib.suppress(UnicodeDecodeError):
            b"x".decode(found)
    except (LookupError, ValueError):
        raise ReconcileError(
            f"there is no encoding {name!r}; such are utf-8, gb18030, big5, utf-16, windows-1252"
        ) from None
    return _WIDER.get(found, found)


def decode(data: bytes, path: str, stated: str | None = None) -> Decoded:
    """The text of a file, without byte order mark.

    Args:
        data: the file's bytes.
        path: the file as the user named it.
        stated: the encoding as the user names it. A byte order mark goes before it.

    Raises:
        ReconcileError: it is no text, or damaged, or its encoding is not certain.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_marked(data, len(mark), codec, name, path), name)
    if data.startswith(codecs.BOM_UTF8) or (stated and codec_named(stated) == "utf-8"):
        return Decoded(utf8.decode(data, path).removeprefix(utf8.BYTE_ORDER_MARK))
    if stated:
        return Decoded(_stated(data, codec_named(stated), stated, path))
    if b"\0" in data:
        return _with_nul(data, path)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(data, path)


def _marked(data: bytes, start: int, codec: str, name: str, path: str) -> str:
    try:
        return data[start:].decode(codec)
    except UnicodeDecodeError as error:
        raise ReconcileError(
            f"this begins as {name} and is damaged at byte {start + error.start + 1} of the file",
            path=path,
        ) from None


def _stated(data: bytes, codec: str, stated: str, path: str) -> str:
    text = _decoded(data, codec)
    if text is not None:
        return text
    try:
        data.decode("cp950" if codec == "big5" else codec)
    except UnicodeDecodeError as error:
        at = error.start
    line, column = data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)
    raise ReconcileError(
        f"this is not {stated}: byte {column} of the line is 0x{data[at]:02x} (byte {at + 1} of "
        "the file)",
        path=path,
        line=line,
    )


def _decoded(data: bytes, codec: str) -> str | None:
    """The text, or None where a byte has no meaning. Big5 is that of Windows, or Hong Kong's."""
    for name in ("cp950", "big5hkscs") if codec == "big5" else (codec,):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _with_nul(data: bytes, path: str) -> Decoded:
    """UTF-16 without its mark, where all of it is plain text one way and not the other."""
    found = [
        (name, text)
        for codec, name in (
            ("utf-16-le", "UTF-16 (little-endian)"),
            ("utf-16-be", "UTF-16 (big-endian)"),
        )
        if (text := _decoded(data, codec)) is not None and _PLAIN.fullmatch(text)
    ]
    if len(found) == 1:
        return Decoded(found[0][1], found[0][0])
    at = data.index(b"\0")
    line = data.count(b"\n", 0, at) + 1
    raise ReconcileError(
        f"this is a binary file, not a text (byte {at + 1} is NUL)", path=path, line=line
    )


def _not_utf8(data: bytes, path: str) -> Decoded:
    """What is neither UTF-8 nor damaged UTF-8 nor binary: as it says itself, or what is certain."""
    if _CONTROL.search(data) or _is_damaged(data):
        utf8.decode(data, path)  # raises, with the place
    if found := _DECLARED.search(data[:_HEAD]):
        declared = _declared(found[1].decode("ascii", "replace"))
        text = _decoded(data, declared) if declared else None
        if declared and text is not None:
            return Decoded(text, _name(declared))
    guesses = [g for codec in _CHINESE if (g := _guess(data, codec))]
    detected = _detected(data)
    certain = _certain(guesses, detected)
    if certain is None:
        raise _uncertain(data, path, guesses, detected)
    return Decoded(certain.text, _name(certain.codec))


def _certain(guesses: list[_Guess], detected: list[str]) -> _Guess | None:
    """The one reading that is beyond doubt, if any."""
    sure = [g for g in guesses if g.is_sure]
    if len(sure) == 1:
        return sure[0]
    likely = [g for g in guesses if g.is_likely]
    if not sure and len(likely) == 1 and [likely[0].codec] == detected[:1] and likely[0].pieces > 2:
        return likely[0]
    return None


def _is_damaged(data: bytes) -> bool:
    """Whether this is UTF-8 with some broken bytes: in any other text hardly a character fits."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) >= 2 * broken


def _declared(name: str) -> str | None:
    try:
        codec = codec_named(name)
    except ReconcileError:
        return None
    return codec if codec != "utf-8" else None


def _guess(data: bytes, codec: str) -> _Guess | None:
    text = _decoded(data, codec)
    if text is None:
        return None
    runs = list(dict.fromkeys(_RUN.findall(text[:_SAMPLE])))[:_MOST_RUNS]
    characters = Counter("".join(runs))
    common = sum(n for c, n in characters.items() if _is_common(c, codec))
    known = sum(map(_is_known, runs))
    return _Guess(codec, text, common / max(1, characters.total()), known, len(runs))


def _is_common(char: str, codec: str) -> bool:
    """Whether a character is of the first level of its standard: the common ones."""
    if codec == "big5":
        return _code(char, "big5") in _BIG5_COMMON
    return _code(to_simplified(char), "gb2312") in _GB_COMMON


@cache
def _code(char: str, codec: str) -> int:
    try:
        return int.from_bytes(char.encode(codec), "big")
    except UnicodeEncodeError:
        return 0


def _is_known(run: str) -> bool:
    """Whether a run of Chinese characters names a place or country, or has a title's words."""
    if len(run) < 2:
        return False
    name = place_name(run)
    known = name.named_country or (len(run) < 20 and name.places)
    return bool(_WORDS.search(name.simple) or known)


def _detected(data: bytes) -> list[str]:
    """What the detector takes the first lines for, the likeliest first."""
    import charset_normalizer

    sample = data[:_SAMPLE].rpartition(b"\n")[0] or data
    return [codec_named(match.encoding) for match in charset_normalizer.from_bytes(sample)]


def _name(codec: str) -> str:
    return _NAMES.get(codec, codec)


def _uncertain(
    data: bytes, path: str, guesses: list[_Guess], detected: list[str]
) -> ReconcileError:
    """The refusal, with the two most likely encodings and how each would read."""
    known = [g.codec for g in sorted(guesses, key=lambda g: -g.known) if g.known]
    latin = ["cp1252"] if len(_ALONE.findall(data)) * 2 > len(_HIGH.findall(data)) else []
    common = [g.codec for g in sorted(guesses, key=lambda g: -g.common) if g.common >= 0.5][:1]
    others = [*detected, *(g.codec for g in guesses), "cp1252", "cp1250"]
    likely = dict.fromkeys([*known, *latin, *common, *others])
    shown = [s for codec in likely if (s := _as_read(data, codec))][:2]
    try:
        utf8.decode(data, path)
    except ReconcileError as error:
        what = error.message.partition(". Save")[0]
        return ReconcileError(
            f"{what}. It may be {' or '.join(shown)}: say which it is, with --encoding NAME, or "
            "save the file as UTF-8",
            path=path,
            line=error.line,
        )
    raise AssertionError("only what is no UTF-8 is uncertain")


def _as_read(data: bytes, codec: str) -> str | None:
    """An encoding with the first characters beyond ASCII as it reads them."""
    text = _decoded(data, codec)
    if text is None:
        return None
    first = next((i for i, c in enumerate(text) if c > "\x7f"), 0)
    piece = "".join(c if c.isprintable() else " " for c in text[first : first + 8]).strip()
    return f"{codec} ({piece})"

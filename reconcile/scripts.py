"""Scripts: Traditional and Simplified Chinese, and the folding of Latin text.

Conversion is OpenCC's `t2s`; the regional profiles (`tw2sp`) damage place names. Which characters
belong to one script alone follows from OpenCC together with the two national standards: the
6,763 characters of GB 2312 (mainland) and the 5,401 common characters of Big5 (Taiwan).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, Protocol

Script = Literal["traditional", "simplified", "both", "mixed"]

# `t2s` leaves these alone, or cannot know that the variant stands in a name.
_VARIANTS = str.maketrans(
    {
        "裏": "里",
        "裡": "里",
        "巿": "市",
        "紮": "扎",
        "甦": "苏",
        "嶋": "岛",
        "峯": "峰",
        "羣": "群",
        "綫": "线",
        "塩": "盐",
        "囯": "国",
        "旣": "既",
        "蔴": "麻",
        "磘": "窑",
        "瞭": "了",
        "尅": "克",
        "濬": "浚",
        "澂": "澄",
    }
)
# What `s2t` prefers in running text, and place names do not.
_NAME_FORMS = str.maketrans(dict(zip("裏紮羣峯祕纔鉅牀濬澂", "里扎群峰秘才巨床浚澄", strict=True)))
# 乾 is read qián in these names and stays; elsewhere in a place name it is 干.
_QIAN = ("乾安", "乾县", "乾陵", "乾隆", "乾州", "乾元", "乾务", "乾坤", "乾宁", "乾佑")
_ALSO_TRADITIONAL = "厘温户"
"""Simplified characters that Traditional texts write as well: 巴厘, 温哥華 in Hong Kong."""
_NOT_ALNUM = re.compile("[^a-z0-9]")
_BIG5_COMMON = range(0xA440, 0xC67F)
_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(profile: str) -> _Converter:
    import opencc  # slow to import, and English text never needs it

    converter: _Converter = opencc.OpenCC(profile)
    return converter


def is_han(ch: str) -> bool:
    """Whether `ch` is a Chinese character (々 and 〇 count)."""
    return _HAN.fullmatch(ch) is not None


def has_han(text: str) -> bool:
    """Whether any character of `text` is Chinese."""
    return _HAN.search(text) is not None


def convert(profile: str, text: str) -> str:
    """`text` through OpenCC's `profile`, such as `t2s`, `s2t` or `t2jp`, and nothing else."""
    return _converter(profile).convert(text)


@lru_cache(maxsize=65536)
def to_simplified(text: str) -> str:
    """`text` in Simplified characters: 裏約熱內盧 → 里约热内卢, 紮蘭屯 → 扎兰屯."""
    if not has_han(text):
        return text
    simple = convert("t2s", text).translate(_VARIANTS).replace("乾", "干")
    if "乾" in text and len(simple) == len(text):
        pairs = zip(text, simple, [*simple[1:], ""], strict=True)
        return "".join(
            was if was == "乾" and was + after in _QIAN else now for was, now, after in pairs
        )
    return simple


@lru_cache(maxsize=8192)
def to_traditional(text: str) -> str:
    """`text` in Traditional characters, in the forms that names are written with."""
    return convert("s2t", text).translate(_NAME_FORMS) if has_han(text) else text


@lru_cache(maxsize=8192)
def from_japanese(text: str) -> str:
    """The Simplified form of a name in Japanese characters: 広島 → 广岛, 横浜 → 横滨."""
    return to_simplified(convert("jp2t", text)) if has_han(text) else text


@cache
def is_japanese_form(ch: str) -> bool:
    """Whether a character is the form of today's Japanese, and another in Traditional: 浜, 国."""
    return convert("jp2t", ch) != ch


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """ASCII letters and digits alone, in lower case: `Xi'an` → `xian`, `Ürümqi` → `urumqi`."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return _NOT_ALNUM.sub("", text.lower())


@cache
def _char_script(ch: str) -> Script:
    if convert("t2s", ch) != ch and not _encodes(ch, "gb2312"):
        return "traditional"
    if ch in _ALSO_TRADITIONAL:
        return "both"
    if convert("s2t", ch) != ch and not _common_in_taiwan(ch):
        return "simplified"
    return "both"


def _encodes(ch: str, codec: str) -> bool:
    try:
        ch.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _common_in_taiwan(ch: str) -> bool:
    return _encodes(ch, "big5") and int.from_bytes(ch.encode("big5"), "big") in _BIG5_COMMON


def script_of(text: str) -> Script:
    """The script of a Han text: `both` when no character tells, `mixed` for 爱尔蘭."""
    scripts = {_char_script(c) for c in text if is_han(c)} - {"both"}
    if len(scripts) > 1:
        return "mixed"
    return scripts.pop() if scripts else "both"

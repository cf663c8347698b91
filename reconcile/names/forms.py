"""Folding of names to comparable text, and the forms in which one name may be written.

A form never replaces the name: every form carries a `kind`, and the name model learns from data
what each kind costs. All lengths are capped, so that no input makes the work grow beyond bounds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from reconcile.names.parts import with_units
from reconcile.scripts import to_simplified

MAX_ZH = 16
"""Characters of a Chinese name that are looked at."""
MAX_LATIN = 26
"""Letters of a Latin form that are looked at."""

_KIND_NAMES = (
    "whole base no-admin no-suffix no-connective swapped last-first first-last head "
    "short-head tail short-tail two-heads two-tails zh-whole zh-no-suffix zh-river "
    "zh-river-head zh-sea-head zh-swapped zh-last-first zh-parts"
)
FORM_KINDS = _KIND_NAMES.split()
"""Kinds of forms; the order is part of the trained model."""
KIND_INDEX = {kind: index for index, kind in enumerate(FORM_KINDS)}

CONNECTIVES = frozenset(
    [
        "of",
        "on",
        "upon",
        "am",
        "an",
        "der",
        "die",
        "das",
        "sur",
        "de",
        "la",
        "le",
        "les",
        "the",
        "do",
        "da",
        "dos",
        "das",
        "del",
        "di",
        "du",
        "des",
        "in",
        "en",
        "al",
        "el",
        "los",
        "las",
        "und",
        "and",
        "et",
        "e",
        "y",
        "i",
        "s",
        "a",
        "au",
        "aux",
        "im",
        "ob",
        "bei",
        "zu",
        "zur",
        "near",
        "under",
        "sous",
        "lez",
        "les",
        "nad",
        "pod",
        "pri",
    ]
)
_ADMIN = (
    "city|town|township|village|county|shire|parish|province|state|region|prefecture|oblast|krai|kray|okrug|"
    "raion|rayon|voivodeship|voivodship|district|department|governorate|municipality|metropolitan|"
    "canton|community|territory|republic|borough|commune|division|subdivision|emirate|island|"
    "area|autonomous|regional|metropolis|special|urban|greater|capital"
)
_ADMIN_END = re.compile(rf"(?<=[^ ,-])(?:[ ,-]++(?:{_ADMIN})){{1,6}}$", re.IGNORECASE)
_ADMIN_START = re.compile(
    rf"^(?:(?:the|{_ADMIN}|free|land|city)\s+)+(?:of\s+(?:the\s+)?)?(?=.)", re.IGNORECASE
)
_BRACKETS = re.compile(r"(?<!\s)\s*+[(\[（【][^)\]）】]*[)\]）】]?\s*")
_HYPHEN_SUFFIX = re.compile(
    r"-(?:shi|ku|machi|ch[oō]|mura|son|gun|ken|fu|to|si|gu|do|eup|myeon|dong|ri)$", re.IGNORECASE
)
_ZH_SUFFIX = re.compile(
    "(?<=..)(?:自治共和国|自治大区|自治州|自治县|自治市|直辖市|广域市|特别市|特别自治道|大都会|都会区|共和国|联邦区|"
    "边疆区|大区|地区|地方|市镇|都|道|府|市|县|郡|区|镇|乡|町|村|城|州|省|邦)$"
)
_ZH_RIVER = re.compile("^(.{1,5}?)(?:河畔|湖畔|畔)(?:的|之)?(.+)$")
_ZH_SEA = re.compile("^(?:滨海|海滨|近海)(.{2,})$")
_ZH_FRONT = re.compile("^([上下新南北东西大小老旧中])(.{2,})$")
_ZH_LAST = re.compile("^(.{2,})([港堡山湖河岛角泉谷湾滩])$")
_ZH_NOISE = re.compile(r"[^\w]|_", re.UNICODE)


def clean(text: str, limit: int = 4 * MAX_LATIN) -> str:
    """`text` in NFKC without control, bidi or surrogate characters, cut at `limit` code points."""
    kept = "".join(c for c in text[: 4 * limit] if not unicodedata.category(c).startswith("C"))
    return unicodedata.normalize("NFKC", kept)[:limit].strip()


@lru_cache(maxsize=65536)
def simplified(zh: str) -> str:
    """The Chinese name in simplified characters, without spaces and interpuncts."""
    plain = _BRACKETS.sub("", clean(zh))
    return to_simplified(_ZH_NOISE.sub("", plain))[:MAX_ZH]


def shown_part(name: str) -> str:
    """A Latin name without its brackets and what follows a comma or slash."""
    return re.split(r"[,/;]", _BRACKETS.sub(" ", name))[0].strip() or name


def tokens(name: str) -> list[str]:
    """Lower-case ASCII words of a Latin name; apostrophes and accents are folded away."""
    plain = re.sub("['’‘ʻʼ`´ʿʾ]", "", clean(name))
    return re.findall("[a-z0-9]+", anyascii(plain).lower().replace("'", ""))


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: `text` in letters or characters, word starts, and its kind."""

    text: str
    starts: frozenset[int]
    kind: str


def _latin_form(words: list[str], kind: str) -> Form | None:
    text = "".join(words)[:MAX_LATIN]
    if not text:
        return None
    starts, at = set(), 0
    for word in words:
        starts.add(at)
        at += len(word)
    return Form(text, frozenset(s for s in starts if s < len(text)), kind)


def _word_forms(words: list[str]) -> list[tuple[list[str], str]]:
    """Forms of a name of several words: without connectives, swapped, or only its head."""
    content = [w for w in words if w not in CONNECTIVES]
    out: list[tuple[list[str], str]] = []
    if not 2 <= len(words) <= 6 or not content:
        return out
    if len(content) < len(words):
        out.append((content, "no-connective"))
    if len(content) == 2:
        out.append((content[::-1], "swapped"))
    if len(content) == 3:
        out.append(([content[2], *content[:2]], "last-first"))
        out.append(([*content[1:], content[0]], "first-last"))
    if len(content) >= 2:
        out.append((content[:1], "head" if len(content[0]) >= 5 else "short-head"))
        out.append((content[-1:], "tail" if len(content[-1]) >= 5 else "short-tail"))
    if len(content) >= 3:
        out.append((content[:2], "two-heads"))
        out.append((content[1:], "two-tails"))
    return out


@lru_cache(maxsize=16384)
def latin_forms(name: str) -> tuple[Form, ...]:
    """The forms of a Latin name, the whole name first; none for a name without letters."""
    text = clean(name)
    base = shown_part(text)
    found: dict[str, Form] = {}

    def add(words: list[str], kind: str) -> None:
        form = _latin_form(words, kind)
        if form is not None:
            found.setdefault(form.text, form)

    whole = tokens(text)
    add(whole, "whole")
    words = tokens(base)
    add(words, "base")
    bare = _ADMIN_END.sub("", _ADMIN_START.sub("", base)).strip()
    bare_words = tokens(bare)
    add(bare_words, "no-admin")
    add(tokens(_HYPHEN_SUFFIX.sub("", base)), "no-suffix")
    for form_words, kind in _word_forms(bare_words or words):
        add(form_words, kind)
    return tuple(found.values())


@lru_cache(maxsize=16384)
def zh_forms(zh: str) -> tuple[Form, ...]:
    """The forms of a Chinese name in simplified characters, the whole name first."""
    text = simplified(zh)
    found: dict[str, Form] = {}

    def add(form: str, kind: str) -> None:
        if form:
            found.setdefault(form, Form(form, frozenset({0}), kind))

    add(text, "zh-whole")
    bare = _ZH_SUFFIX.sub("", text)
    add(bare, "zh-no-suffix")
    if river := _ZH_RIVER.match(text):
        add(river[2] + river[1], "zh-river")
        add(river[2], "zh-river-head")
    elif sea := _ZH_SEA.match(text):
        add(sea[1], "zh-sea-head")
    elif front := _ZH_FRONT.match(bare):
        add(front[2] + front[1], "zh-swapped")
    if last := _ZH_LAST.match(text):
        add(last[2] + last[1], "zh-last-first")
    for form in (text, bare):
        add(with_units(form), "zh-parts")
    return tuple(found.values())

"""What the templates of Wikipedia's lists show: names of English and Chinese Wikipedia alike.

A template shows one of its arguments, a country, a flag, a date or a list; one that is not here
shows nothing. Names are in lower case, as `template_name` gives them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split("|"))


FLAGS = _names(
    """flagicon|flag icon|flagicon2|flagicon image|flagiconimage|flagdeco|flag decoration|
    country icon|國旗圖示|国旗图标|旗幟|旗帜"""
)
"""Show the flag of their first argument, a country's name or code, or a file."""

COUNTRIES = _names(
    """flag|flagu|flagg|flagcountry|flag country|flagcountry2|flag2|flag3|flaglist|flag+link|
    flaglink|cflag|國旗|国旗|國家旗幟|地區旗幟"""
)
"""Show a flag and the name of the country."""

NO_FLAG = _names("noflag|flagname|country name")
"""Show the name of the country alone."""

NO_LINK = _names("flagu|noflag|flagname|country name")
"""Of these, the ones that do not link the country's page."""

STRUCK = _names("s|del|strike|strikethrough|刪除|删除线|刪除線")
"""Show their first argument struck out."""

DATES = _names(
    """dts|dtsa|date table sorting|start date|startdate|start date and age|date|datum|
    formatdate|format date|end date|film date|日期|起始日期"""
)
"""Show a date: year, month and day, or one text."""

ITEMS = _names(
    """ubl|unbulleted list|plainlist|plain list|flatlist|hlist|bulleted list|blist|
    columns-list|columns list|collapsible list|indented plainlist|條列|无序列表"""
)
"""Show all their arguments, one below the other."""

_FIRST = _names(
    """nowrap|nobr|nobreak|no wrap|j|small|smaller|smalldiv|big|larger|large|nobold|normal|
    bold|b|italic|italics|i|em|center|centre|left|right|nihongo|abbr|tooltip|h:title|ruby|
    ruby-ja|ruby-zh|vanchor|visible anchor|smallcaps|u|underline|highlight|formatnum|nts|
    number table sorting|not a typo|proper name|as written|sic|小|小字|不換行|不换行|粗體|粗体|
    zh-cn|zh-tw|zh-hk|zh-hans|zh-hant|wl"""
)

SHOWN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_FIRST, ("1",)),
    **dict.fromkeys(("lang", "transl", "transliteration", "wikt-lang", "langr"), ("2",)),
    **dict.fromkeys(("sort", "sorttext"), ("2", "1")),
    **dict.fromkeys(("color", "colour", "font color", "fontcolor"), ("text", "2")),
    **dict.fromkeys(("resize", "font", "size", "fontsize"), ("text", "2", "1")),
    **dict.fromkeys(("align", "aligned text"), ("2",)),
    **dict.fromkeys(("zh", "zhi"), ()),
}
"""Template → the arguments of which it shows the first that is there."""


@dataclass(frozen=True, slots=True)
class LinkTemplate:
    """Arguments that hold the label and the title of a link, the first that is there counts."""

    label: tuple[str, ...]
    title: tuple[str, ...]


_LOCAL_FOREIGN = LinkTemplate(("3", "d", "1"), ("2", "1"))
_GREEN = LinkTemplate(("d", "3", "1"), ("en", "2", "1"))
_ILL = LinkTemplate(("lt", "d", "1"), ("3", "1"))
LINKS: dict[str, LinkTemplate] = {
    **dict.fromkeys(_names("le|lj|lf|lg|lk|lko|lr|ls|lt|lv|ld"), _LOCAL_FOREIGN),
    **dict.fromkeys(
        ("tsl", "translink", "translation link", "tlink", "trl"),
        LinkTemplate(("4", "3", "2"), ("2", "3")),
    ),
    **dict.fromkeys(
        _names(
            """ill|illm|ill2|interlanguage link|interlanguage link multi|
            red interlanguage link|多語言連結|跨語言連結|跨语言链接"""
        ),
        _ILL,
    ),
    **dict.fromkeys(("綠鏈", "绿链", "綠連結", "green link"), _GREEN),
}
"""Templates that link, across languages as a rule: the title is the foreign one."""

_LINK_PREFIX = re.compile(r"(?:link|internal link helper|ilh)[-/ ][a-z-]{2,12}$")
_LANG_PREFIX = re.compile(r"lang-[a-z-]{2,12}$")
_NAMESPACE = re.compile(r"(?:template|模板|樣板|vorlage|t)\s*:\s*", re.IGNORECASE)


def template_name(text: str) -> str:
    """The name as the tables here have it: `Template:Flag_icon` → `flag icon`."""
    name = " ".join(text.replace("_", " ").split())
    return _NAMESPACE.sub("", name, count=1).lower() if _NAMESPACE.match(name) else name.lower()


def link_template(name: str) -> LinkTemplate | None:
    """How a template that links is read: `link-en` and its family follow one pattern."""
    return LINKS.get(name) or (_LOCAL_FOREIGN if _LINK_PREFIX.match(name) else None)


def shown_arguments(name: str) -> tuple[str, ...] | None:
    """The arguments of which a template shows the first, or None where it is not known."""
    return ("1",) if _LANG_PREFIX.match(name) else SHOWN.get(name)

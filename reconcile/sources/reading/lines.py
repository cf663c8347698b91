"""Reading the lines of a page that are no table: bullets, plain lines, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.dates import find_dates
from reconcile.models import PartnerlessRow
from reconcile.places.countries import is_continent
from reconcile.places.country_in_text import find_country
from reconcile.places.levels import split_level
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Table
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import part_of, trim
from reconcile.sources.reading.cells import host_text
from reconcile.sources.reading.column_titles import is_former, is_label, is_level
from reconcile.sources.reading.entry import Parts
from reconcile.sources.reading.partners import (
    counts,
    is_name,
    read_sentence,
    says_none,
    shared_country,
    split_host,
    split_partners,
    tells_other,
)
from reconcile.sources.reading.recorder import Context, Statement
from reconcile.sources.reading.state import Page
from reconcile.sources.reading.subject import subject_of

_CATEGORY = re.compile(r"\s*(?:Category|分類|分类)\s*[:：]", re.IGNORECASE)
_PROSE_END = re.compile(r"[.。:：!?！？;；)）]\s*(?:\[\s*\d+\s*\]\s*)*$")
_SENTENCE_END = re.compile(r"[.。!?！？]\s*(?:\[\s*\d+\s*\]\s*)*$")
_SENTENCE_INSIDE = re.compile(r"[。！？：]")
_LOWEST = 6
"""The level of a heading that is none in the markup."""
_LONGEST_HOST = 60
_LONGEST_COUNTRY = 40


def read_line(page: Page, entry: Entry, following: SourceBlock | None) -> None:
    """Read one line: it names a host, a country for the lines below, or partners, or is ignored."""
    text = entry.content.text.strip()
    if _CATEGORY.match(text):
        page.mark(entry.line, entry.line, "ignored:category")
    elif page.ignored is not None:
        page.mark(entry.line, entry.line, page.ignored)
    else:
        _close_context(page, entry)
        use = _use(page, entry, following)
        if use is not None:
            page.mark(entry.line, entry.line, use)


def _use(page: Page, entry: Entry, following: SourceBlock | None) -> str | None:
    """Read the line and say what it is; None where it is not understood."""
    inline, text = entry.content, entry.content.text.strip()
    leads = _leads(page, entry, following)
    if is_level(text) and not entry.bullet:
        page.heading(Heading(_LOWEST, inline, entry.line))
        return "structure"
    if is_label(text):
        page.former = is_former(text)
        return "structure"
    if not entry.bullet and _is_subject(page, inline) and not leads:
        return "structure"
    if text in page.heading_names and (entry.bullet or not leads):
        return "ignored:contents"
    if _is_group(page, entry, leads=leads) or is_continent(text.strip(":： ")):
        return "structure"
    if leads and _is_host(page, entry, following):
        start, end = host_text(inline)
        if page.is_headed(inline.text[start:end]):
            page.recorder.open = None
        else:
            page.set_host(inline, start, end)
        page.heads_table = isinstance(following, Table)
        return "structure"
    if _hosted_line(page, entry) or _sentence(page, entry) or _partners(page, entry, inline):
        return "record"
    if _is_partnerless(page, entry):
        return "record"
    if counts(text) or says_none(text):
        return "ignored:remark"
    if tells_other(text):
        return "ignored:prose"
    ends = (_SENTENCE_END if entry.bullet else _PROSE_END).search(text)
    return "ignored:prose" if ends and len(text) > (6 if text.endswith("。") else 12) else None


def _is_subject(page: Page, line: Inline) -> bool:
    """Whether one of the first lines says what the page is about, and no more than that."""
    if page.subject is not None or page.recorder.blocks:
        return False
    span = subject_of(line, page.at_home, first=not page.begun)
    page.begun = True
    if span is None:
        return False
    page.subject = line, span
    return host_text(line) == (span.start, span.end)


def _close_context(page: Page, entry: Entry) -> None:
    """A country named by a bullet holds for the deeper bullets below it."""
    context = page.context
    if context is not None and context.depth >= 0 and entry.depth <= context.depth:
        page.context = None


def _is_deeper(entry: Entry, following: SourceBlock | None) -> bool:
    if not isinstance(following, Entry) or not following.bullet:
        return False
    return following.depth > entry.depth or not entry.bullet


def _leads(page: Page, entry: Entry, following: SourceBlock | None) -> bool:
    """Whether the line can be the head of the entries that follow it."""
    if isinstance(following, Table):
        return not entry.bullet
    if entry.bullet or not isinstance(following, Entry):
        return _is_deeper(entry, following)
    parts = page.entry(following.content)
    return following.bullet or parts.country is not None or parts.date is not None


def _is_group(page: Page, entry: Entry, *, leads: bool) -> bool:
    """Whether the line is a country alone, that of the entries below it."""
    inline = entry.content
    span = trim(inline.text, *host_text(inline))
    text = inline.text[span.start : span.end]
    country = find_country(text) if leads and len(text) < _LONGEST_COUNTRY else None
    if country is None or country.form == "misspelt":
        return False
    if country.iso == page.home.country or page.at_home(text):
        return False
    depth = entry.depth if entry.bullet else -1
    ref = inline.ref(page.document, span.start, span.end)
    page.context = Context(country.iso, text, ref, depth)
    return True


def _is_host(page: Page, entry: Entry, following: SourceBlock | None) -> bool:
    """Whether a line that leads others names their host."""
    start, end = host_text(entry.content)
    text = entry.content.text[start:end].strip()
    if not any(map(str.isalpha, text)) or len(text) > _LONGEST_HOST or is_label(text):
        return False
    parts = page.entry(entry.content)
    both = find_country(text) is not None  # 薩爾瓦多 is a country, and a city of Brazil
    if (parts.country_span is not None and not both) or parts.date is not None:
        return False
    if page.at_home(text):
        return True
    if parts.country is not None:
        return False
    if page.chinese:
        stated = split_level(text)[1] is not None if entry.bullet else page.home.may_be_host(text)
        return stated and _is_deeper(entry, following)
    if isinstance(following, Table):
        return False
    return is_name(text) and not _PROSE_END.search(text)


def _hosted_line(page: Page, entry: Entry) -> bool:
    """`南京市：名古屋（日本，1978年）、圣路易斯（美国，1979年）`."""
    found = split_host(entry.content, page.at_home)
    if found is None:
        return False
    host, rest = found
    pieces = [page.entry(p) for p in split_partners(rest, page.entry)]
    stated = any(p.country or p.date for p in pieces) or (page.chinese and len(pieces) > 1)
    if not (stated or rest.flags) or not all(is_name(p.name) for p in pieces):
        return False
    page.set_host(entry.content, host.start, host.end)
    return _partners(page, entry, rest)


def _sentence(page: Page, entry: Entry) -> bool:
    """`南京市与日本名古屋市于1978年12月21日结为友好城市`."""
    sentence = read_sentence(entry.content, chinese=page.chinese)
    if sentence is None:
        return False
    if sentence.host is not None:
        span = sentence.host
        if not page.at_home(entry.content.text[span.start : span.end]):
            return False
        page.set_host(entry.content, span.start, span.end)
    parts = page.entry(sentence.partner)
    if not is_name(parts.name):
        return False
    _add(page, entry, sentence.partner, replace(parts, date=sentence.date), entry.content)
    page.count_row()
    return True


def _partners(page: Page, entry: Entry, content: Inline) -> bool:
    """Record the partners that a line names; whether there are any."""
    label, content = _without_label(content)
    former = is_former(label)
    pieces = split_partners(content, page.entry)
    parts = [page.entry(p) for p in pieces]
    if not all(is_name(p.name) for p in parts) or _is_report(page, entry, parts):
        return False
    stated = any(p.country or p.date for p in parts) or any(p.flags for p in pieces)
    inherits = page.context is not None and entry.bullet
    if not (stated or inherits or (entry.bullet and page.is_hosted)):
        return False
    page.count_row()
    for piece, one in zip(pieces, shared_country(parts), strict=True):
        _add(page, entry, piece, one, former=former)
    return True


def _is_report(page: Page, entry: Entry, parts: Sequence[Parts]) -> bool:
    """Whether a line tells of something else: 1949年12月，军队进入南宁。"""
    if any(_SENTENCE_INSIDE.search(p.partner) for p in parts):
        return True
    if any(p.country for p in parts):
        return False
    if not entry.bullet:
        return all(page.at_home(p.name) for p in parts)
    opens = find_dates(entry.content.text[:_LONGEST_COUNTRY])
    ends = entry.content.text.rstrip().endswith("。")
    return ends and bool(opens) and not entry.content.text[: opens[0].start].strip()


def _without_label(content: Inline) -> tuple[str, Inline]:
    """The label before a colon, if any, and what it is said of: 前友好城市：敖德萨."""
    label, colon, rest = content.text.replace("：", ":").partition(":")
    if not colon or not rest.strip() or not is_label(label):
        return "", content
    return label, part_of(content, len(label) + 1, len(content.text))


def _add(
    page: Page,
    entry: Entry,
    content: Inline,
    parts: Parts,
    dated: Inline | None = None,
    *,
    former: bool = False,
) -> None:
    page.ensure_host()
    raw = page.document.lines[entry.line - 1]
    page.recorder.add(
        Statement(
            content,
            parts,
            entry.line,
            raw,
            page.section,
            context=page.context,
            ended=page.former or former,
            dated=dated,
        )
    )


def _is_partnerless(page: Page, entry: Entry) -> bool:
    """Whether a bullet names a country, and no partner there: recorded as such."""
    parts = page.entry(entry.content)
    country = parts.country or find_country(parts.name)
    if not entry.bullet or not page.is_hosted or country is None or country.form == "misspelt":
        return False
    if parts.name and find_country(parts.name) is None:
        return False
    page.ensure_host()
    page.count_row()
    ref = entry.content.ref(page.document)
    block = page.recorder.host(ref, page.section)
    page.recorder.add_partnerless(
        PartnerlessRow(
            page.document.id,
            entry.line,
            page.section,
            block.host,
            block.id,
            ref,
            page.document.lines[entry.line - 1],
            bare=False,
            country=country.iso,
            country_text=parts.country_text or parts.name,
            date=parts.date.date if parts.date else None,
        )
    )
    return True

"""Reading the lines of a page that are no table: bullets, plain lines, sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reconcile.dates import find_dates
from reconcile.places.countries import is_continent
from reconcile.places.placename import place_name
from reconcile.sources.blocks import Heading, Table
from reconcile.sources.inline import Inline, trim
from reconcile.sources.reading.announced import is_no_name
from reconcile.sources.reading.countries import country_of, may_be_partner, sure_country
from reconcile.sources.reading.entry import EntryReading, may_lie_in
from reconcile.sources.reading.headings import is_former, is_label, is_level, split_label
from reconcile.sources.reading.line import Line
from reconcile.sources.reading.partners import shared_country, split_partners
from reconcile.sources.reading.recorder import Context, Statement
from reconcile.sources.reading.remarks import is_count, is_name, is_none, is_prose
from reconcile.sources.reading.sentences import read_sentence, split_host
from reconcile.sources.reading.subject import Subject, of_article, of_line, of_title
from reconcile.sources.reading.turned import read_turned
from reconcile.sources.reading.years import year_of
from reconcile.vocabulary import CATEGORIES, FOOTNOTE

_CATEGORY = re.compile(rf"\s*(?:{CATEGORIES})\s*[:：]", re.IGNORECASE)
_PROSE_END = re.compile(rf"[.。:：!?！？;；)）]\s*(?:{FOOTNOTE}\s*)*$")
_SENTENCE_END = re.compile(rf"[.。!?！？]\s*(?:{FOOTNOTE}\s*)*$")
_SENTENCE_INSIDE = re.compile(r"[。！？：]")
_LOWEST = 6
"""The level of a heading that is none in the markup."""
_LONGEST_HOST = 60
_LONGEST_COUNTRY = 40


def read_line(line: Line) -> None:
    """Read one line: it names a host, a country for the lines below, or partners, or is ignored."""
    page = line.page
    if _CATEGORY.match(line.text):
        use: str | None = "ignored:category"
    elif page.outline.ignored is not None:
        _subject(line)
        use = page.outline.ignored
    else:
        _close_context(line)
        line = line.in_year()
        use = next((use for read in _READERS if (use := read(line)) is not None), None)
    if use is not None:
        page.mark(line.line, line.line, use)
    else:
        page.not_understood.append(line.content.ref(page.document))


def _close_context(line: Line) -> None:
    """A country named by a bullet holds for the deeper bullets below it."""
    context = line.page.context
    if context is not None and context.depth >= 0 and line.depth <= context.depth:
        line.page.context = None


# -- lines that say what stands below them -----------------------------------------------------


def _level(line: Line) -> str | None:
    """`省级`, as a heading would."""
    if line.bullet or not is_level(line.text):
        return None
    line.page.heading(Heading(_LOWEST, line.content, line.line))
    return "structure"


def _label(line: Line) -> str | None:
    """`友好城市：`, or that they are former ones."""
    if not is_label(line.text):
        return None
    line.page.label(line.content)
    return "structure"


def _subject(line: Line) -> str | None:
    """One of the first lines, if it says what the page is about and no more than that."""
    page, document = line.page, line.page.document
    if line.bullet or page.subject is not None or page.recorder.blocks:
        return None
    found = of_line(line.content, document)
    if not page.begun:
        found = chain(of_article(line.content, document), found, _as_title(line))
    page.begun = True
    subject = next(page.accepted(found), None)
    if subject is None:
        return None
    page.tell(subject, page=True)
    alone = subject.stated == line.text or line.host.of(line.content.text) == subject.name
    return "structure" if alone and not line.leads else None


def _as_title(line: Line) -> Iterator[Subject]:
    """The first line of a page, if it is a name and no more: `Cambridge, United Kingdom`."""
    country = line.reading.country
    abroad = country is not None and country.iso != line.page.home.country
    if not abroad and line.reading.date is None and len(line.text) < _LONGEST_HOST:
        yield from of_title(line.content, line.page.document)


def _announcement(line: Line) -> str | None:
    """`札幌市和以下城市是姊妹城市：`, which says whose the partners below are."""
    page = line.page
    headed = page.outline.host_heading is not None and not line.text.endswith((":", "："))
    if line.bullet or page.stated or (headed and not line.leads) or _states_partner(line):
        return None
    found = (s for s in of_line(line.content, page.document) if s.told == "said")
    subject = next(page.accepted(found), None)
    if subject is None:
        return None
    page.tell(subject)
    if line.leads and not page.is_headed(subject.name):
        page.recorder.set_host(subject.name, subject.ref, page.section)
    page.heads_table = isinstance(line.following, Table)
    return "structure"


def _states_partner(line: Line) -> bool:
    """Whether a line names a partner of the host that it names."""
    _, colon, rest = line.text.replace("：", ":").partition(":")
    if colon:
        return bool(rest.strip())
    sentence = read_sentence(line.content, chinese=line.page.chinese)
    return sentence is not None and is_name(line.read(sentence.partner).name)


def _contents(line: Line) -> str | None:
    """A heading of the page, in its table of contents."""
    listed = line.text in line.page.heading_names and (line.bullet or not line.leads)
    return "ignored:contents" if listed else None


def _country(line: Line) -> str | None:
    """A country alone, that of the entries below it."""
    page, content = line.page, line.content
    span = trim(content.text, line.host.start, line.host.end)
    text = span.of(content.text)
    country = sure_country(text) if line.leads and len(text) < _LONGEST_COUNTRY else None
    if country is None or country.iso == page.home.country or page.at_home(text):
        return None
    below = line.following if may_be_partner(country) and not line.is_above else None
    if isinstance(below, Line) and not may_lie_in(below.reading, country):
        return None
    ref = content.ref(page.document, span.start, span.end)
    page.context = Context(country.iso, text, ref, line.depth if line.bullet else -1)
    return "structure"


def _continent(line: Line) -> str | None:
    """A continent alone."""
    return "structure" if is_continent(line.text.strip(":： ")) else None


def _year(line: Line) -> str | None:
    """A year alone, that of the entries below it."""
    if not line.leads or year_of(line.content) is None:
        return None
    line.page.open_year(line.content, _LOWEST + 1)
    return "structure"


def _host(line: Line) -> str | None:
    """The host of the entries or of the table that follow."""
    if not line.leads or not _names_host(line):
        return None
    page = line.page
    if page.is_headed(line.host.of(line.content.text)):
        page.recorder.open = None
    else:
        page.set_host(line.content, line.host)
        page.host_depth = line.depth if line.bullet else None
    page.heads_table = isinstance(line.following, Table)
    return "structure"


def _names_host(line: Line) -> bool:
    """Whether a line that leads others names their host."""
    text = line.host.of(line.content.text).strip()
    if not any(map(str.isalpha, text)) or len(text) > _LONGEST_HOST or is_label(text):
        return False
    reading = line.reading
    both = country_of(text) is not None  # 薩爾瓦多 is a country, and a city of Brazil
    if (reading.country_span is not None and not both) or reading.date is not None:
        return False
    if line.page.at_home(text):
        return True
    return reading.country is None and _may_be_host(line, text)


def _may_be_host(line: Line, text: str) -> bool:
    """Whether a place that is not known can be a host, by where and how it stands."""
    if line.page.stated or is_no_name(text):
        return False
    if not line.page.chinese:
        said = line.page.says_host or isinstance(line.following, Table)
        return not said and is_name(text) and not _PROSE_END.search(text)
    name = place_name(text)
    stated = name.han and name.level is not None
    beside_hosts = not line.bullet or line.page.host_depth == line.depth
    return line.is_above and (stated or (beside_hosts and line.page.home.may_be_host(text)))


# -- lines that state partners -----------------------------------------------------------------


def _turned(line: Line) -> str | None:
    """`Kagoshima – Changsha` below a country: the host stands behind its partner."""
    return read_turned(line.page, line, line.following)


def _hosted_line(line: Line) -> str | None:
    """`南京市：名古屋（日本，1978年）、圣路易斯（美国，1979年）`."""
    page = line.page
    found = split_host(line.content, page.at_home)
    if found is None:
        return None
    host, rest = found
    pieces = split_partners(rest, line.read)
    stated = any(p.country or p.date for p in pieces) or (page.chinese and len(pieces) > 1)
    if not (stated or rest.flags) or not all(is_name(p.name) for p in pieces):
        return None
    page.set_host(line.content, host)
    return _record_partners(line, rest)


def _sentence(line: Line) -> str | None:
    """`南京市与日本名古屋市于1978年12月21日结为友好城市`."""
    page = line.page
    sentence = read_sentence(line.content, chinese=page.chinese)
    if sentence is None:
        return None
    if sentence.host is not None:
        host = page.read_entry(line.content.part(sentence.host.start, sentence.host.end))
        abroad = host.iso not in (None, page.home.country)  # 美国布法罗市与金泽市结为姐妹城市
        if abroad or not page.at_home(sentence.host.of(line.content.text)):
            return None
        page.set_host(line.content, sentence.host)
    reading = line.read(sentence.partner)
    if not is_name(reading.name):
        return None
    _record(line, replace(reading, date=sentence.date), line.content)
    page.outline.count_row()
    return "record"


def _partners(line: Line) -> str | None:
    """`日本名古屋（1978年）`, one or more; a sentence that states an agreement is no list."""
    if read_sentence(line.content, chinese=line.page.chinese) is not None:
        return None
    return _record_partners(line, line.content)


def _record_partners(line: Line, content: Inline) -> str | None:
    """Record the partners that a line, or the rest of it behind the host, names."""
    page = line.page
    label, content = split_label(content)
    pieces = split_partners(content, line.read)
    if not all(is_name(p.name) for p in pieces) or _is_report(line, pieces):
        return None
    stated = line.day or any(p.country or p.date or p.content.flags for p in pieces)
    if not stated and not (line.bullet and (page.context is not None or page.lists_names)):
        return None
    page.outline.count_row()
    for piece in shared_country(pieces):
        _record(line, piece, former=is_former(label))
    return "record"


def _is_report(line: Line, pieces: Sequence[EntryReading]) -> bool:
    """Whether a line tells of something else: 1949年12月，军队进入南宁。"""
    if any(_SENTENCE_INSIDE.search(p.partner) for p in pieces):
        return True
    if any(p.country for p in pieces):
        return False
    if not line.bullet:
        return all(line.page.at_home(p.name) for p in pieces)
    text = line.content.text
    opens = find_dates(text[:_LONGEST_COUNTRY])
    return text.rstrip().endswith("。") and bool(opens) and not text[: opens[0].start].strip()


def _record(
    line: Line, reading: EntryReading, dated: Inline | None = None, *, former: bool = False
) -> None:
    page = line.page
    if reading.date is None and (found := line.day or page.year):
        reading, dated = replace(reading, date=found.date), found.content
    page.ensure_host()
    page.recorder.add(
        Statement(
            reading,
            line.line,
            line.raw,
            page.section,
            context=page.context,
            ended=page.former or former,
            dated=dated,
        )
    )


def _partnerless(line: Line) -> str | None:
    """A bullet that names a country, and no partner there: recorded as such."""
    page, reading = line.page, line.reading
    if not line.bullet or not page.is_hosted:
        return None
    named = country_of(reading.name)
    country = reading.country or named
    if country is None or country.form == "misspelt" or (reading.name and named is None):
        return None
    page.ensure_host()
    page.outline.count_row()
    entry = replace(
        EntryReading.without_name(line.content),
        country=country,
        country_text=reading.country_text or reading.name,
        date=reading.date,
    )
    page.recorder.add_partnerless(Statement(entry, line.line, line.raw, page.section))
    return "record"


# -- lines that state nothing ------------------------------------------------------------------


def _remark(line: Line) -> str | None:
    """`省级：20对`, `暂无友好城市`."""
    return "ignored:remark" if is_count(line.text) or is_none(line.text) else None


def _prose(line: Line) -> str | None:
    """A line with the words of a sentence, or one that ends as a sentence does."""
    if is_prose(line.text):
        return "ignored:prose"
    ends = (_SENTENCE_END if line.bullet else _PROSE_END).search(line.text)
    shortest = 6 if line.text.endswith("。") else 12
    return "ignored:prose" if ends and len(line.text) > shortest else None


_READERS: tuple[Callable[[Line], str | None], ...] = (
    _level,
    _label,
    _subject,
    _announcement,
    _contents,
    _country,
    _continent,
    _year,
    _turned,
    _host,
    _hosted_line,
    _sentence,
    _partners,
    _partnerless,
    _remark,
    _prose,
)
"""What a line can be. The first that reads it says what it is used for; a line that none reads is
not understood."""

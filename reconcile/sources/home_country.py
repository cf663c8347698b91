"""Names that may be hosts, found without knowing the home country: to tell which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Literal, get_args

from reconcile.dates import find_dates
from reconcile.models import Document, Side
from reconcile.places.countries import country_of_sign, is_continent
from reconcile.places.home.guess import Votes, guess_home, votes_of
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources import format_of
from reconcile.sources.blocks import Entry, Heading, Row, SourceBlock, Table, Title
from reconcile.sources.inline import Inline
from reconcile.sources.reading import subject
from reconcile.sources.reading.column_titles import shown_texts, titled_country
from reconcile.sources.reading.countries import country_at_start, country_of
from reconcile.sources.reading.headings import is_of_facilities
from reconcile.sources.reading.numbering import numbered
from reconcile.sources.reading.sentences import read_sentence
from reconcile.vocabulary import TWINNED_ZH

_LONGEST = 40
_ENOUGH = 80
"""Names looked at on each side, the first ones: what stands behind them is not read."""
_AFTER = re.compile(rf"(?<!\s)\s*+(?:[:：].*|[（(].*|的?(?:{TWINNED_ZH})城市.*)$", re.DOTALL)
_OF_COUNTRY = re.compile(r"\b(?:of|in) (?:the )?([A-Z][\w .'-]+)$")
_BETWEEN = re.compile(
    r"(?P<ours>[\u3400-\u9fff]{2,8}(?=[和与與及、—–·-])|[\u3400-\u9fff])[和与與及、—–·-]?"
    rf"(?P<theirs>[\u3400-\u9fff]{{1,8}}?)(?:[两兩]国|[两兩]國|之?[间間]|的)*(?:{TWINNED_ZH})"
)
"""What a Chinese list of two countries is called, its own country first: 中美友好城市."""
_NO_NAME = re.compile(r"[\W\d_]*|.*\d{2}.*|.", re.DOTALL)

_How = Literal["said", "beside", "titled", "article", "listed", "filed"]
_HOW: tuple[_How, ...] = get_args(_How)
"""How a document tells a host, the surest first: in words for twin towns, beside them, as its
title, as what its first words are about, where a list has its hosts, or by its file's name."""
_TITLES = 3
"""Rows of a table among which its titles stand."""
_Told = Iterator[tuple[_How, str]]
_Names = Mapping[_How, Sequence[str]]


def home_of(documents: Sequence[Document]) -> str | None:
    """The ISO code of the country whose places the hosts are, or None where they do not tell.

    Raises:
        ReconcileError: a source cannot be read in its format.
    """
    owners = [iso for d in documents if (iso := _owner(d) or _first_of_two(d))]
    if owners:
        return owners[0]
    names = [_names(document) for document in documents]
    votes = votes_of(n for its in names for group in its.values() for n in group)
    hosts: dict[Side, dict[str, None]] = {"zh": {}, "en": {}}
    used = [_surest(its, votes) for its in names]
    for document, its, how in zip(documents, names, used, strict=True):
        mine = its[how] if how else ()
        hosts[document.side].update((n, None) for n in mine if votes[n] or how == "listed")
    zh, en = (list(own)[:_ENOUGH] for own in hosts.values())
    return guess_home(zh, en, votes, certain="said" in used and "listed" not in used)


def _owner(document: Document) -> str | None:
    """The country whose facilities abroad a list is of, by its first heading: 日本驻外总领事馆."""
    blocks = format_of(document).read(document)
    title = next((b.title.text.strip() for b in blocks if isinstance(b, Heading)), "")
    if document.host or not is_of_facilities(title):
        return None
    begins, ends = country_at_start(title), _OF_COUNTRY.search(title)
    named = begins.country if begins else country_of(ends[1]) if ends else None
    return named.iso if named else None


def _first_of_two(document: Document) -> str | None:
    """The country named first above a table whose titles name the places of two: 美方, 中方.

    Its titles alone do not tell whose list it is, and cities of both are known.
    """
    blocks = () if document.host else format_of(document).read(document)
    called = None
    for block in blocks:
        if isinstance(block, Table):
            sides = {titled_country(t) for row in block.rows[:_TITLES] for t in shown_texts(row)}
            return called[0] if called and sides >= set(called) else None
        content = _heading(block)
        if content and (found := _BETWEEN.match(content.text.strip())):
            named = _country(found["ours"]), _country(found["theirs"])
            called = named if all(named) else called
    return None


def _heading(block: SourceBlock) -> Inline | None:
    """What a block above a table may call it by."""
    if isinstance(block, Heading):
        return block.title
    return block.content if isinstance(block, Title | Entry) else None


def _country(text: str) -> str | None:
    """The ISO code of a country by its name, or by the one character that stands for it."""
    named = country_of(text)
    return named.iso if named else country_of_sign(text)


def _surest(names: _Names, votes: Votes) -> _How | None:
    """The surest way in which a document tells names that are known places."""
    return next((how for how in _HOW if any(votes[n] for n in names.get(how, ()))), None)


def _names(document: Document) -> _Names:
    """The names that may be hosts of a document, by how they are told.

    A page of one host tells it in its title or a sentence. A list of many has them in headings,
    lines and rows, where partners and other words stand as well.
    """
    if document.host:
        return {"said": [document.host]}
    names: dict[_How, dict[str, None]] = {how: {} for how in _HOW}
    blocks = format_of(document).read(document)
    told = chain(_beside_text(document), _in_text(document, blocks))
    while len(names["listed"]) < _ENOUGH and (found := next(told, None)):
        names[found[0]][found[1]] = None
    return {how: list(group) for how, group in names.items()}


def _beside_text(document: Document) -> _Told:
    """What a title and the file's name tell."""
    yield from _as_title(subject.of_document(document))
    yield from (("filed", s.stated) for s in subject.of_file(document))


def _as_title(subjects: Iterable[subject.Subject]) -> _Told:
    yield from (("titled" if s.told == "named" else s.told, s.stated) for s in subjects)


def _in_text(document: Document, blocks: Iterable[SourceBlock]) -> _Told:
    """What titles, sentences and the places of hosts in lists tell, in the order of the text."""
    begun = False
    for block, following in pairwise((*numbered(tuple(blocks)), None)):
        if isinstance(block, Title):
            yield from _as_title(subject.of_title(block.content, document))
        elif isinstance(block, Heading):
            of_heading = subject.of_title if block.level == 1 else subject.of_line
            yield from _as_title(of_heading(block.title, document))
        elif isinstance(block, Entry) and not block.bullet:
            yield from _as_title(subject.of_line(block.content, document))
            if not begun:
                yield from (
                    ("article", s.stated) for s in subject.of_article(block.content, document)
                )
            begun = True
        yield from (("listed", name) for name in _listed(block, following))


def _listed(block: SourceBlock | None, following: SourceBlock | None) -> Iterator[str]:
    """Headings, lines over a list, and the names in a table, without what stands around them."""
    for text in _shown(block, following):
        name = _AFTER.sub("", text.strip("〖〗【】 \n\t-–—*|"))
        if 1 < len(name) <= _LONGEST and not _NO_NAME.fullmatch(name):
            yield name


def _shown(block: SourceBlock | None, following: SourceBlock | None) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.title.text
    elif isinstance(block, Table):
        for row in block.rows:
            yield from _of_row(row)
    elif isinstance(block, Entry):
        yield from _of_sentence(block)
        if isinstance(following, Entry) and not block.bullet and _heads(block, following):
            yield block.content.text


def _heads(entry: Entry, following: Entry) -> bool:
    """Whether a line can be the host of items, or of lines with dates, that follow it."""
    dated = bool(find_dates(following.content.text))
    return following.bullet or (dated and not find_dates(entry.content.text))


def _of_sentence(entry: Entry) -> Iterator[str]:
    """The host of a sentence that states an agreement, without the number before it."""
    for item in numbered([entry]):
        content = item.content if isinstance(item, Entry) else entry.content
        sentence = read_sentence(content, chinese=has_han(content.text))
        if sentence is not None and sentence.host is not None:
            yield sentence.host.of(content.text)


def _of_row(row: Row) -> Iterator[str]:
    """The first of two places or more in a row, or the host that its column names."""
    if any(c.column for c in row.cells):
        yield from (c.content.text for c in row.cells if c.column == "host")
    elif not all(c.header for c in row.cells):
        texts = (c.content.text.strip() for c in row.cells)
        places = [t for t in texts if not _NO_NAME.fullmatch(t) and _is_place(t)]
        yield from places[:1] if len(places) > 1 else ()


def _is_place(text: str) -> bool:
    return not (place_name(text).named_country or is_continent(text) or find_dates(text))

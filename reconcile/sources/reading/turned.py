"""Lists turned round: by foreign state and place, with the host behind its partner.

`Kagoshima – Changsha` below `Japan`; or `Changsha` below the heading or item `Kagoshima`. They are
told by a country above, where nothing else names a host and the last place is one of the home's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.places.countries import is_continent
from reconcile.sources.blocks import Entry, Heading, Table
from reconcile.sources.inline import Inline
from reconcile.sources.reading.countries import country_of
from reconcile.sources.reading.entry import EntryReading, is_region
from reconcile.sources.reading.headings import is_label, is_level
from reconcile.sources.reading.recorder import Statement
from reconcile.sources.reading.remarks import is_name
from reconcile.sources.reading.state import Above, Page

_DASH = re.compile(r"\s*[–—]+\s*|\s+-\s+|(?<=[\u3400-\u9fff])[-－](?=[\u3400-\u9fff])")


def read_turned(page: Page, line: Entry, following: Entry | Heading | Table | None) -> str | None:
    """What a line is used for in such a list; None where it belongs to none."""
    if page.above is not None and line.depth <= page.above.depth:
        page.above = None
    if not page.is_turned:
        return None
    *_, dash = (None, *_DASH.finditer(line.content.text))
    if dash is not None:
        partner = line.content.part(0, dash.start())
        return _record(page, line, partner, line.content.part(dash.end(), len(line.content.text)))
    if page.above is not None:
        return _record(page, line, page.above.content, line.content)
    if _heads(page, line, following):
        page.above = Above(line.content, line.depth)
        return "structure"
    return None


def _heads(page: Page, line: Entry, following: Entry | Heading | Table | None) -> bool:
    """Whether a foreign place stands above items of home places."""
    if not isinstance(following, Entry) or not following.bullet or following.depth <= line.depth:
        return False
    at_home, abroad = _home_place(page, following.content), _foreign_place(page, line.content)
    return at_home is not None and abroad is not None


def _record(page: Page, line: Entry, partner: Inline, host: Inline) -> str | None:
    """Record the partner of a host that stands behind it; its date may stand with either."""
    at_home, abroad = _home_place(page, host), _foreign_place(page, partner)
    if at_home is None or abroad is None:
        return None
    page.set_host(host, at_home.name_span)
    page.turned = page.recorder.open
    page.outline.count_row()
    dated = host if at_home.date else None
    page.recorder.add(
        Statement(
            replace(abroad, date=at_home.date or abroad.date),
            line.line,
            page.document.lines[line.line - 1],
            page.section,
            context=page.context or page.outer,
            ended=page.former or at_home.ended,
            dated=dated,
        )
    )
    return "record"


def _home_place(page: Page, content: Inline) -> EntryReading | None:
    """What a text states, if it names a place of the home country."""
    reading = page.read_entry(content)
    return reading if reading.country is None and page.at_home(reading.name) else None


def _foreign_place(page: Page, content: Inline) -> EntryReading | None:
    """What a text states, if it can name a place of another country."""
    reading = page.read_entry(content)
    name = reading.name
    wide = country_of(name) or is_region(name, None) or is_continent(name)
    if wide or is_label(name) or is_level(name) or page.at_home(name):
        return None
    return reading if is_name(name) else None

"""Layouts that pages of the family use: every row reads with host, partner, country and date.

`layouts/<home country>/<language>-<what>.<format>` is a page, and the `.tsv` beside it what it
states; a row without a partner is one that names none.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document

FOLDER = Path(__file__).parent / "layouts"
PAGES = sorted(p for p in FOLDER.glob("*/*") if p.suffix != ".tsv")
COLUMNS = ("line", "section", "host", "partner", "parent", "country", "date", "ended")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_layout(page: Path) -> None:
    home = load_home(page.parent.name)
    side: Side = "zh" if page.name.startswith("zh-") else "en"
    source = parse(read_document(page.read_bytes(), page.name, side), home)
    found: list[tuple[object, ...]] = [
        (r.line, r.section, r.host, r.name, r.parent, r.country, r.date, "yes" if r.ended else None)
        for r in source.records
    ]
    found += [
        (p.ref.line, p.section, p.host, None, None, p.country, p.date, None)
        for p in source.partnerless
    ]
    shown = sorted((tuple(str(x or "") for x in row) for row in found), key=lambda r: int(r[0]))
    text = page.with_suffix(".tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    expected = [tuple(row[c] for c in COLUMNS) for row in rows]
    assert shown == expected
    assert "not-understood" not in source.uses

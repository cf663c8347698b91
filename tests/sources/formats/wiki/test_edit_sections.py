"""The numbers of sections in addresses of edit views."""

from __future__ import annotations

import time

import pytest

from reconcile.sources.formats.wiki.edit_sections import edit_sections
from tests.sources.section_pages import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_headings_that_mediawiki_numbers(name: str) -> None:
    text, lines = PAGES[name]
    assert edit_sections(text) == lines
    assert edit_sections(text.replace("\n", "\r\n")) == lines


def test_a_page_without_headings() -> None:
    assert edit_sections("") == edit_sections("text\n") == ()


@pytest.mark.parametrize(
    "piece", ["<ref>", "<ref", "<!--", "=", "<nowiki>\n==", "</ref>", "== A\n"]
)
def test_a_page_of_nothing_but_openings_takes_no_time(piece: str) -> None:
    started = time.process_time()
    edit_sections(piece * 200_000)
    assert time.process_time() - started < 5

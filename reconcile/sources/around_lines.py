"""What mail programs and printers put around lines of text: marks of quotes, feet of pages."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_OF = r"\s*(?:[,，/／]|of|von|sur|de|共|of\s*共)?\s*(?:共\s*)?\d{0,4}\s*"
_PAGE_FOOT = re.compile(
    rf"第\s*\d{{1,4}}\s*[页頁]{_OF}[页頁]?|(?:page|p\.|seite|頁|页)\s*\d{{1,4}}{_OF}|"
    r"[-–—－~]\s*\d{1,4}\s*[-–—－~]|\d{1,4}\s*[/／]\s*\d{1,4}",
    re.IGNORECASE,
)


def quote_end(line: str) -> int:
    """Where a line begins behind the `>` of a quoted mail; 0 where nothing is quoted."""
    match = _QUOTE.match(line)
    return match.end() if match else 0


def is_page_foot(line: str) -> bool:
    """Whether a line is no more than the number of a page: 第 1 页 共 2 页, Page 2 of 5, - 3 -."""
    return bool(_PAGE_FOOT.fullmatch(line.strip()))

"""Findings for the hand-made result: every severity, origin and form of grouping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.models import Finding, Link, ParsedSource, SourceRef
from tests.report.factory import finding


def _each(source: ParsedSource, pattern: str) -> Iterator[SourceRef]:
    for number, line in enumerate(source.document.lines, 1):
        for m in re.finditer(pattern, line):
            start, end = m.start() + 1, m.end() + 1
            yield SourceRef(source.document.id, number, start, end, m.group())


def make_findings(
    zh: ParsedSource, en: ParsedSource, links: tuple[Link, ...]
) -> tuple[Finding, ...]:
    return (*_of_pages(zh, en), *_of_copies(zh), *_of_links(zh, en, links))


def _of_pages(zh: ParsedSource, en: ParsedSource) -> Iterator[Finding]:
    for ref in _each(zh, r"<small>(?= +\|)"):
        text = "日喀則市 has a row that holds nothing: no partner, no country, no date."
        yield finding("S101", "empty-row", "error", "page", text, (ref,), group="empty-rows")
    for ref in _each(zh, "爱尔蘭|多布裏奇"):
        text = f"{ref.text} mixes Simplified and Traditional characters."
        yield finding("N301", "mixed-script", "warning", "page", text, (ref,), suggestion="愛爾蘭")
    for ref in _each(zh, "阿爾及利亞大"):
        text = "阿爾及利亞大 is no country; 阿爾及利亞 is meant."
        given = "阿爾及利亞"
        yield finding("N101", "country-name", "error", "page", text, (ref,), suggestion=given)
    for ref in _each(zh, "義大利|印尼|孟加拉(?!國)"):
        text = f"{ref.text} follows another regional convention than the rest of the list."
        more: dict[str, object] = {"group": f"regional-{ref.text}"}
        if ref.text == "印尼":
            more["rule"] = "keep"
        yield finding("N303", "regional-form", "notice", "page", text, (ref,), **more)
    for ref in _each(zh, r"\(\.\./Page/厄爾巴索\.md"):
        text = "埃爾帕索 links to 厄爾巴索."
        yield finding("N202", "label-target", "warning", "page", text, (ref,))
    for section in zh.sections:
        if not section.rows:
            text = f"{section.title} is announced and empty."
            ref, code = section.ref, "S102"
            yield finding(code, "empty-section", "warning", "unknown", text, (ref,), group=code)
    for record in en.records[:1]:
        text = f"None of the {len(en.records):,} rows of the English list gives a date."
        yield finding("D101", "missing-date", "info", "page", text, (record.partner_ref,))
    for ref in _each(en, "DEN|Surinam(?!e)"):
        text = f"{ref.text} is not the code or name used elsewhere in this list."
        yield finding("S105", "inconsistent-code", "notice", "page", text, (ref,))


def _of_copies(zh: ParsedSource) -> Iterator[Finding]:
    for ref in _each(zh, "<small>"):
        text = "<small> is never closed."
        yield finding("S107", "markup-residue", "notice", "copy", text, (ref,))
    for ref in _each(zh, r"^<td></td>$"):
        text = "A cell of this row is empty: the row span of its host was lost."
        yield finding("S106", "table-structure", "error", "copy", text, (ref,), group="slid-cells")


def _of_links(zh: ParsedSource, en: ParsedSource, links: tuple[Link, ...]) -> Iterator[Finding]:
    records = {r.id: r for s in (zh, en) for r in s.records}
    for link in links:
        pair = (records[link.zh], records[link.en])
        refs = tuple(r.partner_ref for r in pair)
        more: dict[str, object] = {"records": (link.zh, link.en), "link": link.id}
        if pair[0].partner == "丹佛":
            text = "Country differs: zh 美國, en Canada."
            yield finding("A201", "conflict-country", "error", "page", text, refs, **more)
        if link.probability < 0.9:
            text = f"{pair[0].partner} = {pair[1].partner} rests on {link.probability:.2f} only."
            yield finding("L101", "weak-link", "notice", "unknown", text, refs, **more)

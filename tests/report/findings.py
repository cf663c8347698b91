"""Findings for the hand-made result: every severity, origin and form of grouping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.catalogue import BY_NAME, message
from reconcile.models import Finding, Link, Param, ParsedSource, SourceRef
from tests.report.factory import finding

Params = dict[str, Param]


def say(
    name: str,
    severity: str,
    origin: str,
    refs: tuple[SourceRef, ...],
    params: Params,
    **more: object,
) -> Finding:
    """A finding whose sentence is the catalogue's."""
    text = message(name, params, systemic=bool(more.get("systemic")))
    return finding(BY_NAME[name].code, name, severity, origin, text, refs, params=params, **more)


def _each(source: ParsedSource, pattern: str) -> Iterator[SourceRef]:
    for number, line in enumerate(source.document.lines, 1):
        for m in re.finditer(pattern, line):
            start, end = m.start() + 1, m.end() + 1
            yield SourceRef(source.document.id, number, start, end, m.group())


def make_findings(
    zh: ParsedSource, en: ParsedSource, links: tuple[Link, ...]
) -> tuple[Finding, ...]:
    return (*_of_pages(zh), *_of_sources(zh, en), *_of_copies(zh), *_of_links(zh, en, links))


def _of_pages(zh: ParsedSource) -> Iterator[Finding]:
    for ref in _each(zh, r"<small>(?= +\|)"):
        host: Params = {"host": "日喀則市"}
        yield say("empty-row", "error", "page", (ref,), host, group="empty-rows")
    for ref in _each(zh, "爱尔蘭|多布裏奇"):
        mixed: Params = {"text": ref.text, "problem": "inside", "chars": (ref.text[1],)}
        yield say("mixed-script", "warning", "page", (ref,), mixed, suggestion="愛爾蘭")
    for ref in _each(zh, "阿爾及利亞大"):
        right = ref.text[:-1]
        country: Params = {"text": ref.text, "problem": "misspelt", "standard": right}
        yield say("country-name", "error", "page", (ref,), country, suggestion=right)
    for ref in _each(zh, "義大利|印尼|孟加拉(?!國)"):
        usage: Params = {"text": ref.text, "region": "tw", "majority": "cn", "usual": "意大利"}
        usage |= {"count": 8, "all": 9}
        more: dict[str, object] = {"group": f"regional-{ref.text}"}
        if ref.text == "印尼":
            more["rule"] = "muni"
        yield say("regional-form", "notice", "page", (ref,), usage, **more)
    for ref in _each(zh, r"\(\.\./Page/厄爾巴索\.md"):
        label: Params = {"label": "埃爾帕索", "target": "厄爾巴索", "difference": "name"}
        yield say("label-target", "warning", "page", (ref,), label)


def _of_sources(zh: ParsedSource, en: ParsedSource) -> Iterator[Finding]:
    for section in zh.sections:
        if not section.rows:
            title: Params = {"section": section.title, "elsewhere": ""}
            yield say(
                "empty-section", "warning", "unknown", (section.ref,), title, group="empty-sections"
            )
    for record in en.records[:1]:
        count: Params = {"side": "en", "count": len(en.records)}
        yield say("missing-date", "info", "page", (record.partner_ref,), count, systemic=True)
    for ref in _each(en, "DEN|BLR"):
        code: Params = {"partner": "Aalborg", "host": "Beijing", "code": ref.text}
        code |= {"count": 9, "country": "DK", "usual": "DNK"}
        yield say("inconsistent-code", "notice", "page", (ref,), code)


def _of_copies(zh: ParsedSource) -> Iterator[Finding]:
    for ref in _each(zh, "<small>"):
        markup: Params = {"problem": "unclosed", "text": ref.text}
        yield say("markup-residue", "notice", "copy", (ref,), markup)
    for ref in _each(zh, r"^<td></td>$"):
        cells: Params = {"partner": "東京", "host": "北京市", "problem": "slid", "unit": "rows"}
        yield say("table-structure", "error", "copy", (ref,), cells, group="slid-cells")


def _of_links(zh: ParsedSource, en: ParsedSource, links: tuple[Link, ...]) -> Iterator[Finding]:
    records = {r.id: r for s in (zh, en) for r in s.records}
    for link in links:
        pair = (records[link.zh], records[link.en])
        refs = tuple(r.partner_ref for r in pair)
        more: dict[str, object] = {"records": (link.zh, link.en), "link": link.id}
        names: Params = {"zh": pair[0].partner, "en": pair[1].partner, "host": pair[0].host}
        if pair[0].partner == "丹佛":
            differ: Params = names | {"zh_country": "加拿大", "en_country": "United States"}
            yield say("conflict-country", "error", "page", refs, differ, **more)
        if link.probability < 0.9:
            chance: Params = names | {"probability": link.probability, "doubt": "link"}
            yield say("weak-link", "notice", "unknown", refs, chance, **more)

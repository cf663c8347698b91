"""Small records, links and findings, and a short way to load rules."""

from __future__ import annotations

from reconcile.models import Finding, Link, Record, Side, SourceRef
from reconcile.overrides import RuleSet, load_rules

AS_OF = "2026-11-30"


def rules(*lines: str, path: str = "rules/a.yaml") -> RuleSet:
    """The rules written one a line, as the inside of a flow mapping; line n stands on n + 2."""
    return load_rules([(path, text(*lines))])


def text(*lines: str) -> str:
    return "version: 1\nrules:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def record(
    key: str, host: str, partner: str, line: int, section: str = "", name: str | None = None
) -> Record:
    """A record; ids that begin with z are Chinese."""
    side: Side = "zh" if key.startswith("z") else "en"
    source = f"{side}:list.md"
    ref = SourceRef(source, line, 1, 2, "x")
    return Record(
        key,
        side,
        source,
        line,
        line - 1,
        section,
        host,
        ref,
        partner,
        ref,
        name if name is not None else partner,
        "",
        0,
        "",
    )


def link(key: str, zh: str, en: str, rule: str | None = None) -> Link:
    return Link(key, zh, en, "same", 0.9, "test", (), rule=rule)


def finding(
    key: str,
    code: str,
    name: str,
    *records: str,
    source: str = "zh:list.md",
    **params: str | int | float,
) -> Finding:
    refs = (SourceRef(source, 1, 1, 2, "x"),)
    return Finding(key, code, name, "warning", "page", "", params, refs, records)


ROWS = (
    record("z1", "包头市", "額爾登特", 10, "内蒙古"),
    record("z2", "包头市", "埃爾帕索", 12, "内蒙古"),
    record("z3", "廣州市", "吉隆坡", 20, "廣東省"),
    record("z4", "大連市", "莫斯科", 30, "遼寧省"),
    record("z5", "北京市", "莫斯科", 40, "北京市"),
    record("z6", "首爾市", "首爾鍾路區", 50, "", "鍾路區"),
    record("e1", "Baotou", "Erdenet", 5),
    record("e2", "Baotou", "El Paso, Texas", 6),
    record("e3", "Guangzhou", "Kuala Lumpur", 7),
    record("e4", "Beijing", "Moscow", 8),
)
FINDINGS = (
    finding("f1", "S101", "empty-row", host="日喀則市", section="西藏"),
    finding("f2", "S101", "empty-row", "z1"),
    finding("f3", "S102", "other-name", "z3", "e3"),
    finding("f4", "D101", "missing-date", "e1", source="en:list.txt"),
)

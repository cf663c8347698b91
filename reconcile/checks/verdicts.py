"""One verdict for every record: what the two lists together say, and what they cannot say.

A row is missing on the other side only where the other side covers its host at all. Precedence:
conflict, then agree-differently, then agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.facts import Facts
from reconcile.models import Link, Record, Verdict, VerdictName
from reconcile.places.countries import name_of, related

OUT_OF_SCOPE = ("province", "prefecture")
"""Levels of hosts that a list of cities does not cover."""


def verdicts(facts: Facts) -> tuple[Verdict, ...]:
    """The verdicts in source order: first every Chinese record, then the other English ones."""
    return tuple(_all(facts))


def _all(facts: Facts) -> Iterator[Verdict]:
    for source in facts.side("zh"):
        for record in source.records:
            link = facts.link_of.get(record.id)
            yield _linked(facts, link) if link else _chinese(facts, record)
    for source in facts.side("en"):
        for record in source.records:
            if record.id not in facts.link_of:
                yield _english(facts, record)


def contradictions(facts: Facts, link: Link) -> tuple[str, ...]:
    """What contradicts in a link: `country`, `date`, `host`."""
    zh, en = facts.by_id[link.zh], facts.by_id[link.en]
    found = []
    if zh.country and en.country and not _agree(zh.country, en.country):
        found.append("country")
    if zh.date and en.date and zh.date.contradicts(en.date):
        found.append("date")
    if link.relation == "other-host":
        found.append("host")
    return tuple(found)


def _agree(one: str, other: str) -> bool:
    return one == other or related(one, other)


def _linked(facts: Facts, link: Link) -> Verdict:
    zh, en = facts.by_id[link.zh], facts.by_id[link.en]
    names = f"{zh.partner} and {en.partner}"
    found = contradictions(facts, link)
    if found:
        sentences = {
            "country": f"{names} are linked, and one says {_country(zh)}, the other {_country(en)}",
            "date": f"{names} are linked, and their dates {zh.date} and {en.date} differ",
            "host": f"{names} are linked, and stand under {zh.host} and {en.host}",
        }
        return Verdict(zh.id, en.id, "conflict", found[0], sentences[found[0]])
    if link.relation == "renamed":
        why = f"{zh.partner} is called {en.partner} today, or is part of it"
        return Verdict(zh.id, en.id, "agree-differently", "renamed", why)
    if link.relation == "level":
        why = f"{names} are one place at two administrative levels"
        return Verdict(zh.id, en.id, "agree-differently", "level", why)
    why = f"{zh.partner} is {en.partner}, under {zh.host} and {en.host}"
    return Verdict(zh.id, en.id, "agree", "same-place", why)


def _country(record: Record) -> str:
    return name_of(record.country, "en") if record.country else "no country"


def _chinese(facts: Facts, record: Record) -> Verdict:
    match = facts.hosts[record.id]
    verdict: VerdictName = "not-comparable"
    if match.block is not None:
        block = facts.en_blocks[match.block].host
        reason = "partner-missing"
        verdict = "only-zh"
        why = f"the English block {block} does not have {record.partner}"
    elif match.level in OUT_OF_SCOPE:
        reason = "level-out-of-scope"
        why = f"the English list has cities as hosts; {record.host} is a {match.level}"
    elif match.ambiguous:
        reason = "host-ambiguous"
        titles = " or ".join(facts.en_blocks[i].host for i in match.ambiguous)
        why = match.why or f"{record.host} may be the English block {titles}; nothing decides"
    else:
        reason = "no-host-block"
        why = f"the English list has no block for {record.host}"
    return Verdict(record.id, None, verdict, reason, why)


def _english(facts: Facts, record: Record) -> Verdict:
    hosts = facts.zh_blocks_of.get(record.block)
    if hosts:
        why = f"the Chinese rows of {'、'.join(hosts)} do not have {record.partner}"
        return Verdict(None, record.id, "only-en", "partner-missing", why)
    province = facts.hosts[record.id].province
    sections = facts.sections_of.get(province, []) if province else []
    reason = "no-host-block"
    if sections and not any(s.rows for s in sections):
        reason = "section-empty"
        why = f"the Chinese section {sections[0].title} is empty"
    elif sections:
        titles = "、".join(s.title for s in sections if s.rows)
        why = f"the Chinese section {titles} has no rows for {record.host}"
    elif province:
        why = f"the Chinese list has no section for {province}"
    else:
        why = f"the Chinese list has no rows for {record.host}"
    return Verdict(None, record.id, "not-comparable", reason, why)

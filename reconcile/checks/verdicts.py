"""One verdict for every record: what the two lists together say, and what they cannot say.

A row is missing on the other side only where the other side covers its host at all. Precedence:
conflict, then agree-differently, then agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.dropped import likely_dropped
from reconcile.checks.facts import Facts
from reconcile.models import Link, Record, Section, Verdict, VerdictName
from reconcile.places.countries import name_of, related

OUT_OF_SCOPE = ("province", "prefecture")
"""Levels of hosts that a list of cities does not cover."""
_AREA = {"province": "a province-level division", "prefecture": "a prefecture"}


def verdicts(facts: Facts) -> tuple[Verdict, ...]:
    """The verdicts in source order: first every Chinese record, then the other English ones."""
    return tuple(_all(facts))


def _all(facts: Facts) -> Iterator[Verdict]:
    for source in facts.side("zh"):
        for record in source.records:
            yield _of_chinese(facts, record)
    for source in facts.side("en"):
        for record in source.records:
            if record.id not in facts.link_of:
                yield _english(facts, record)


def _of_chinese(facts: Facts, record: Record) -> Verdict:
    first = facts.repeats.get(record.id)
    if first is not None:
        same = _of_chinese(facts, facts.by_id[first])
        where = facts.by_id[first]
        why = f"the same agreement stands in line {where.line} of {where.source}"
        return Verdict(record.id, None, same.verdict, "stated-twice", why)
    link = facts.link_of.get(record.id)
    return _linked(facts, link) if link else _chinese(facts, record)


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


def renaming(link: Link) -> str:
    """What is known of a renamed place, as the table of names tells it."""
    return next((e.detail for e in link.evidence if e.name == "exonym"), "it has another name now")


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
        why = renaming(link)
        return Verdict(zh.id, en.id, "agree-differently", "renamed", why)
    if link.relation == "level":
        why = f"{names} have one name at two administrative levels"
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
        verdict = "only-zh"
        reason = "partner-missing"
        why = f"the English block {block} does not have {record.partner}"
        if known := _why_open(facts, record):
            reason, why = known
        elif gap := likely_dropped(facts, record):
            verdict, reason = "not-comparable", "lost-in-copy"
            why = (
                f"a blank line splits the English block {block} between {gap.before.partner} "
                f"and {gap.after.partner}, just where {gap.latin} would stand"
            )
    elif match.level in OUT_OF_SCOPE:
        reason = "level-out-of-scope"
        why = f"the English list has cities as hosts; {record.host} is {_AREA[match.level]}"
    elif match.ambiguous:
        reason = "host-ambiguous"
        titles = " or ".join(facts.en_blocks[i].host for i in match.ambiguous)
        why = match.why or f"{record.host} may be the English block {titles}; nothing decides"
    else:
        reason = "no-host-block"
        why = f"the English list has no block for {record.host}"
    return Verdict(record.id, None, verdict, reason, why)


def _why_open(facts: Facts, record: Record) -> tuple[str, str] | None:
    """Reason and sentence where a counterpart exists that a rule or doubt kept from linking."""
    if apart := facts.kept_apart.get(record.id):
        return "kept-apart", f"rule {apart[0]} says that it is not {facts.by_id[apart[1]].partner}"
    if pair := facts.undecided.get(record.id):
        other = facts.by_id[pair.en if record.side == "zh" else pair.zh]
        return "undecided", f"{other.partner} may be meant, which is too uncertain to link"
    return None


def _english(facts: Facts, record: Record) -> Verdict:
    hosts = facts.zh_blocks_of.get(record.block)
    if hosts:
        why = f"the Chinese rows of {'、'.join(hosts)} do not have {record.partner}"
        reason = "partner-missing"
        if known := _why_open(facts, record):
            reason, why = known
        elif row := facts.unnamed_partner.get(record.id):
            reason = "undecided"
            why = (
                f"a row of {row.host} with {row.country_text} names no partner and may be this one"
            )
        return Verdict(None, record.id, "only-en", reason, why)
    province = facts.hosts[record.id].province
    sections = facts.sections_of.get(province, []) if province else []
    reason = "no-host-block"
    possible = _possible_sections(facts, record)
    if possible and not any(s.rows for s in possible):
        reason = "section-empty"
        titles = " or ".join(dict.fromkeys(s.title for s in possible))
        verb = "are" if len(possible) > 1 else "is"
        why = f"the Chinese section {titles} {verb} empty"
    elif sections:
        titles = "、".join(s.title for s in sections if s.rows)
        why = f"the Chinese section {titles} has no rows for {record.host}"
    elif province:
        why = f"the Chinese list has no section for {province}"
    else:
        why = f"the Chinese list has no rows for {record.host}"
    return Verdict(None, record.id, "not-comparable", reason, why)


def _possible_sections(facts: Facts, record: Record) -> list[Section]:
    """The Chinese sections that could hold this host, one for each province it may lie in.

    Empty if any of these provinces has no section: then nothing is known.
    """
    known = facts.hosts[record.id].province
    readings = [known] if known else [p.province for p in facts.home.find_en(record.host)]
    found = [facts.sections_of.get(p, []) for p in dict.fromkeys(readings)]
    return [s for sections in found for s in sections] if all(found) else []

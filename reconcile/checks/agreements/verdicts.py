"""One verdict for every record: what the two lists together say, and what they cannot say.

A row is missing on the other side only where the other side covers its host at all. Precedence:
conflict, then agree-differently, then agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.catalogue.verdicts import why
from reconcile.checks.agreements.dropped import likely_dropped
from reconcile.checks.agreements.kinds import kind_of, kinds_differ
from reconcile.checks.facts import Facts
from reconcile.models import Link, Param, Record, Section, Verdict, VerdictName
from reconcile.places.countries import related
from reconcile.places.exonyms import exonyms


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
                yield _of_english(facts, record)


def _verdict(
    zh: str | None, en: str | None, name: VerdictName, reason: str, params: dict[str, Param]
) -> Verdict:
    return Verdict(zh, en, name, reason, why(reason, params), params)


def _of_chinese(facts: Facts, record: Record) -> Verdict:
    first = facts.repeats.get(record.id)
    if first is not None:
        same = _of_chinese(facts, facts.by_id[first])
        where = facts.by_id[first]
        params: dict[str, Param] = {"line": where.line, "place": where.source}
        return _verdict(record.id, None, same.verdict, "stated-twice", params)
    link = facts.link_of.get(record.id)
    return _linked(facts, link) if link else _chinese(facts, record)


def _of_english(facts: Facts, record: Record) -> Verdict:
    first = facts.repeats.get(record.id)
    if first is None:
        return _english(facts, record)
    link = facts.link_of.get(first)
    where = facts.by_id[first]
    same = _linked(facts, link) if link else _english(facts, where)
    params: dict[str, Param] = {"line": where.line, "place": where.source}
    return _verdict(None, record.id, same.verdict, "stated-twice", params)


def contradictions(facts: Facts, link: Link) -> tuple[str, ...]:
    """What contradicts in a link: `country`, `date`, `host`, `kind`."""
    zh, en = facts.by_id[link.zh], facts.by_id[link.en]
    found = []
    if zh.country and en.country and not _agree(zh.country, en.country):
        found.append("country")
    if zh.date and en.date and zh.date.contradicts(en.date):
        found.append("date")
    if link.relation == "other-host":
        found.append("host")
    if kinds_differ(zh, en):
        found.append("kind")
    return tuple(found)


def renaming(zh: Record, en: Record) -> dict[str, Param]:
    """What the table of names knows of a renamed or merged place: params of a sentence."""
    country = zh.country or en.country
    for entry in exonyms(zh.name):
        if entry.kind != "exonym" and country in (None, entry.country):
            dated = entry.kind if entry.year else f"{entry.kind}-undated"
            former = entry.former[0] if entry.former else zh.name
            return {
                "why": dated,
                "former": former,
                "now": entry.latin[0],
                "year": entry.year or "",
            }
    return {"why": "other"}


def _agree(one: str, other: str) -> bool:
    return one == other or related(one, other)


def _linked(facts: Facts, link: Link) -> Verdict:
    zh, en = facts.by_id[link.zh], facts.by_id[link.en]
    params: dict[str, Param] = {
        "zh": zh.partner,
        "en": en.partner,
        "zh_host": zh.host,
        "en_host": en.host,
    }
    if found := contradictions(facts, link):
        params |= {
            "zh_country": zh.country or "",
            "en_country": en.country or "",
            "zh_date": str(zh.date),
            "en_date": str(en.date),
        }
        if one := kind_of(zh):
            params["zh_kind"] = one[0]
        if other := kind_of(en):
            params["en_kind"] = other[0]
        return _verdict(zh.id, en.id, "conflict", found[0], params)
    if link.relation == "renamed":
        params |= renaming(zh, en)
        return _verdict(zh.id, en.id, "agree-differently", "renamed", params)
    if link.relation == "level":
        return _verdict(zh.id, en.id, "agree-differently", "level", params)
    return _verdict(zh.id, en.id, "agree", "same-place", params)


def _chinese(facts: Facts, record: Record) -> Verdict:
    match = facts.hosts[record.id]
    params: dict[str, Param] = {
        "host": record.host,
        "partner": record.partner,
        "other": "en",
    }
    if match.block is not None:
        block = facts.en_blocks[match.block].host
        if known := _why_open(facts, record):
            return _verdict(record.id, None, "only-zh", *known)
        if gap := likely_dropped(facts, record):
            params |= {
                "block": block,
                "before": gap.before.partner,
                "after": gap.after.partner,
                "latin": gap.latin,
            }
            return _verdict(record.id, None, "not-comparable", "lost-in-copy", params)
        if facts.is_newer_than_other_side(record):
            params["date"] = str(record.date)
            return _verdict(record.id, None, "not-comparable", "newer-than-source", params)
        return _verdict(record.id, None, "only-zh", "partner-missing", params | {"block": block})
    reason = "no-host-block"
    if match.level in facts.out_of_scope:
        reason = "level-out-of-scope"
    elif match.ambiguous:
        reason = "host-ambiguous"
        params["blocks"] = tuple(facts.en_blocks[i].host for i in match.ambiguous)
    return _verdict(record.id, None, "not-comparable", reason, params)


def _why_open(facts: Facts, record: Record) -> tuple[str, dict[str, Param]] | None:
    """Reason and params where a counterpart exists that a rule or doubt kept from linking."""
    if rule := facts.alone.get(record.id):
        return "only-in", {"rule": rule}
    if apart := facts.kept_apart.get(record.id):
        return "kept-apart", {"rule": apart[0], "rival": facts.by_id[apart[1]].partner}
    if pair := facts.undecided.get(record.id):
        other = facts.by_id[pair.en if record.side == "zh" else pair.zh]
        return "undecided", {"rival": other.partner}
    return None


def _english(facts: Facts, record: Record) -> Verdict:
    params: dict[str, Param] = {
        "host": record.host,
        "partner": record.partner,
        "other": "zh",
    }
    if hosts := facts.zh_blocks_of.get(record.block):
        if known := _why_open(facts, record):
            return _verdict(None, record.id, "only-en", *known)
        if row := facts.unnamed_partner.get(record.id):
            unnamed: dict[str, Param] = {
                "host": row.host,
                "country_text": row.country_text or "",
            }
            return _verdict(None, record.id, "only-en", "unnamed", unnamed)
        if facts.is_newer_than_other_side(record):
            params["date"] = str(record.date)
            return _verdict(None, record.id, "not-comparable", "newer-than-source", params)
        params["block"] = "、".join(hosts)
        return _verdict(None, record.id, "only-en", "partner-missing", params)
    possible = _possible_sections(facts, record)
    if possible and not any(s.rows for s in possible):
        params["sections"] = tuple(dict.fromkeys(s.title for s in possible))
        return _verdict(None, record.id, "not-comparable", "section-empty", params)
    return _verdict(None, record.id, "not-comparable", "no-host-block", params)


def _possible_sections(facts: Facts, record: Record) -> list[Section]:
    """The Chinese sections that could hold this host, one for each province it may lie in.

    Empty if any of these provinces has no section: then nothing is known.
    """
    known = facts.hosts[record.id].province
    readings = [known] if known else [p.province for p in facts.home.find_en(record.host)]
    found = [facts.sections_of.get(p, []) for p in dict.fromkeys(readings)]
    return [s for sections in found for s in sections] if all(found) else []

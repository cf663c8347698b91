"""One verdict for every record: what the two lists together say, and what they cannot say.

A row is missing on the other side only where the other side covers its host at all. Precedence:
conflict, then agree-differently, then agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reconcile.catalogue.verdicts import why
from reconcile.checks.agreements.contradictions import contradictions, kind_of
from reconcile.checks.agreements.dropped import likely_dropped
from reconcile.checks.lists import LinkedLists
from reconcile.models import Link, Param, Record, Section, Side, Verdict, VerdictName
from reconcile.places.former import former

_ONLY: dict[Side, VerdictName] = {"zh": "only-zh", "en": "only-en"}


class _Outcome(NamedTuple):
    """A verdict before it is said of a record: with its reason, and the params of its sentence."""

    name: VerdictName
    reason: str
    params: dict[str, Param]

    def of(self, zh: Record | None, en: Record | None) -> Verdict:
        """The verdict on a Chinese record, an English one, or both."""
        sentence = why(self.reason, self.params)
        ids = zh.id if zh else None, en.id if en else None
        return Verdict(*ids, self.name, self.reason, sentence, self.params)


def verdicts_of(lists: LinkedLists) -> tuple[Verdict, ...]:
    """The verdicts in source order: first every Chinese record, then the other English ones."""
    return tuple(_verdicts(lists))


def _verdicts(lists: LinkedLists) -> Iterator[Verdict]:
    for source in lists.side("zh"):
        for record in source.records:
            yield _of_chinese(lists, record)
    for source in lists.side("en"):
        for record in source.records:
            if record.id not in lists.link_of:
                yield _outcome(lists, record).of(None, record)


def _of_chinese(lists: LinkedLists, record: Record) -> Verdict:
    link = lists.link_of.get(record.id)
    linked = link is not None and record.id not in lists.repeats
    return _outcome(lists, record).of(record, lists.by_id[link.en] if link and linked else None)


def _outcome(lists: LinkedLists, record: Record) -> _Outcome:
    """What is said of a record: of one that repeats another, what is said of that one."""
    if record.id in lists.repeats:
        first = lists.by_id[lists.repeats[record.id]]
        where: dict[str, Param] = {"line": first.line, "place": first.source}
        return _Outcome(_outcome(lists, first).name, "stated-twice", where)
    if link := lists.link_of.get(record.id):
        return _of_link(lists, link)
    reasons = (reason(lists, record) for reason in _reasons(lists, record))
    return next(found for found in reasons if found)


# -- linked records ----------------------------------------------------------------------------


def _of_link(lists: LinkedLists, link: Link) -> _Outcome:
    zh, en = lists.rows_of(link)
    params: dict[str, Param] = {
        "zh": zh.partner,
        "en": en.partner,
        "zh_host": zh.host,
        "en_host": en.host,
    }
    if found := contradictions(lists, link):
        if link.other is not None:
            params["place"] = link.other.name
        return _Outcome("conflict", found[0], params | _stated(zh, en))
    if link.relation == "renamed":
        return _Outcome("agree-differently", "renamed", params | renaming(zh, en))
    if link.relation == "level":
        return _Outcome("agree-differently", "level", params)
    return _Outcome("agree", "same-place", params)


def _stated(zh: Record, en: Record) -> dict[str, Param]:
    """What both rows state that can be in conflict."""
    params: dict[str, Param] = {
        "zh_country": zh.country or "",
        "en_country": en.country or "",
        "zh_date": str(zh.date),
        "en_date": str(en.date),
    }
    kinds = {"zh_kind": kind_of(zh), "en_kind": kind_of(en)}
    return params | {name: x.kind for name, x in kinds.items() if x}


def renaming(zh: Record, en: Record) -> dict[str, Param]:
    """What the table of names knows of a renamed or merged place: params of a sentence."""
    country = zh.country or en.country
    for entry in zh.place.exonyms:
        if entry.kind != "exonym" and country in (None, entry.country):
            return {
                "why": entry.kind if entry.year else f"{entry.kind}-undated",
                "former": entry.former[0] if entry.former else zh.name,
                "now": entry.latin[0],
                "year": entry.year or "",
            }
    became = former(zh.name, country)
    if became is None or became.year is None:
        return {"why": "other"}
    change = "renamed" if became.change == "renamed" else "merged"
    return {"why": change, "former": zh.name, "now": became.now, "year": became.year}


# -- records without counterpart ---------------------------------------------------------------

_Reason = Callable[[LinkedLists, Record], _Outcome | None]
"""What may be the reason that a record has no counterpart; None where it is not."""


def _reasons(lists: LinkedLists, record: Record) -> tuple[_Reason, ...]:
    """The reasons that may be, in this order; the last one always holds."""
    if record.side == "zh":
        covered = lists.hosts[record.id].block is not None
        return _CHINESE if covered else _CHINESE_HOST_MISSING
    covered = lists.en_host_of(record.block) in lists.zh_hosts_of
    return _ENGLISH if covered else _ENGLISH_HOST_MISSING


def _known(record: Record) -> dict[str, Param]:
    other = "en" if record.side == "zh" else "zh"
    return {"host": record.host, "partner": record.partner, "other": other}


def _left_open(lists: LinkedLists, record: Record) -> _Outcome | None:
    """A counterpart exists that a rule or doubt kept from linking."""
    name = _ONLY[record.side]
    if rule := lists.alone.get(record.id):
        return _Outcome(name, "only-in", {"rule": rule})
    if apart := lists.kept_apart.get(record.id):
        rule, other = apart
        return _Outcome(name, "kept-apart", {"rule": rule, "rival": lists.by_id[other].partner})
    if mate := lists.unlike_mates.get(record.id):
        return _Outcome(name, "wrong-pair", {"rival": mate.partner})
    if pair := lists.undecided.get(record.id):
        zh, en = lists.rows_of(pair)
        return _Outcome(name, "undecided", {"rival": (en if record.side == "zh" else zh).partner})
    return None


def _lost_in_copy(lists: LinkedLists, record: Record) -> _Outcome | None:
    gap = likely_dropped(lists, record)
    if gap is None:
        return None
    around: dict[str, Param] = {
        "block": gap.after.host,
        "before": gap.before.partner,
        "after": gap.after.partner,
        "latin": gap.latin,
    }
    return _Outcome("not-comparable", "lost-in-copy", _known(record) | around)


def _unnamed(lists: LinkedLists, record: Record) -> _Outcome | None:
    row = lists.unnamed_partner.get(record.id)
    if row is None:
        return None
    params: dict[str, Param] = {"host": row.host, "country_text": row.country_text or ""}
    return _Outcome("only-en", "unnamed", params)


def _newer_than_source(lists: LinkedLists, record: Record) -> _Outcome | None:
    if not lists.is_newer_than_other_side(record):
        return None
    params = _known(record) | {"date": str(record.date)}
    return _Outcome("not-comparable", "newer-than-source", params)


def _probably_newer(lists: LinkedLists, record: Record) -> _Outcome | None:
    if not lists.is_probably_newer(record):
        return None
    params = _known(record) | {"block": lists.other_host(record), "date": str(record.date)}
    return _Outcome(_ONLY[record.side], "probably-newer", params)


def _partner_missing(lists: LinkedLists, record: Record) -> _Outcome:
    params = _known(record) | {"block": lists.other_host(record)}
    return _Outcome(_ONLY[record.side], "partner-missing", params)


# -- hosts without counterpart -----------------------------------------------------------------


def _out_of_scope(lists: LinkedLists, record: Record) -> _Outcome | None:
    if lists.hosts[record.id].level not in lists.out_of_scope:
        return None
    return _Outcome("not-comparable", "level-out-of-scope", _known(record))


def _host_ambiguous(lists: LinkedLists, record: Record) -> _Outcome | None:
    blocks = tuple(lists.en_blocks[i].host for i in lists.hosts[record.id].ambiguous)
    if not blocks:
        return None
    return _Outcome("not-comparable", "host-ambiguous", _known(record) | {"blocks": blocks})


def _section_empty(lists: LinkedLists, record: Record) -> _Outcome | None:
    possible = _possible_sections(lists, record)
    if not possible or any(s.rows for s in possible):
        return None
    titles = tuple(dict.fromkeys(s.title for s in possible))
    return _Outcome("not-comparable", "section-empty", _known(record) | {"sections": titles})


def _no_host_block(lists: LinkedLists, record: Record) -> _Outcome:
    return _Outcome("not-comparable", "no-host-block", _known(record))


def _possible_sections(lists: LinkedLists, record: Record) -> list[Section]:
    """The Chinese sections that could hold this host, one for each province it may lie in.

    Empty if any of these provinces has no section: then nothing is known.
    """
    known = lists.hosts[record.id].province
    readings = [known] if known else [p.province for p in lists.home.find_en(record.host)]
    found = [lists.sections_of.get(p, []) for p in dict.fromkeys(readings)]
    return [s for sections in found for s in sections] if all(found) else []


_MISSING: tuple[_Reason, ...] = (_newer_than_source, _probably_newer, _partner_missing)
_CHINESE: tuple[_Reason, ...] = (_left_open, _lost_in_copy, *_MISSING)
_ENGLISH: tuple[_Reason, ...] = (_left_open, _unnamed, *_MISSING)
_CHINESE_HOST_MISSING: tuple[_Reason, ...] = (_out_of_scope, _host_ambiguous, _no_host_block)
_ENGLISH_HOST_MISSING: tuple[_Reason, ...] = (_section_empty, _no_host_block)

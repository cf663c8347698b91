"""Checks of the links themselves: left open, several rows for one, demanded by a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.latin_names import latin_names
from reconcile.models import Link, Param, Record, Side
from reconcile.scripts import fold
from reconcile.weights import LINKED

_TIED = 0.6
"""A rival with more than this share of the best pair's probability is as good as it."""
_UNLIKELY = 0.05
"""A rule that demands a link of this probability or more says nothing surprising."""


def open_links(facts: Facts) -> Iterator[Draft]:
    """Likely pairs that were left open, and ties."""
    for link in facts.open_pairs:
        zh, en = facts.rows_of(link)
        mate = facts.unlike_mates.get(zh.id)
        if en.id in facts.link_of or en.id in facts.rivals or (mate and mate.id == en.id):
            continue
        rival = link.runner_up
        tied = rival is not None and rival.probability > _TIED * link.probability
        known = {"other": rival.text} if rival is not None and tied else _doubt(link)
        yield Draft(
            "tied-link" if tied else "weak-link",
            [zh.partner_ref, en.partner_ref],
            {"zh": zh.partner, "host": zh.host, "en": en.partner, **known},
            "unknown",
            [zh.id, en.id, *([rival.record] if rival else [])],
            subject=[zh.id, en.id],
        )


def _doubt(link: Link) -> dict[str, Param]:
    """Why a likely pair is not linked."""
    chance: dict[str, Param] = {"probability": round(link.probability, 4)}
    if link.other is not None:
        return chance | {"doubt": "other", "place": link.other.name}
    if link.probability < LINKED:
        return chance | {"doubt": "link"}
    return chance | {"doubt": "names", "names": round(link.names, 4)}


def many_to_one(facts: Facts) -> Iterator[Draft]:
    """Rows of which several fit one row of the other list: one of them is linked, or none."""
    for en_id, rivals in facts.rivals.items():
        yield _several(rivals, facts.by_id[en_id], "none")
    for verdict in facts.verdicts:
        if verdict.verdict != "only-zh":
            continue
        record = facts.subject(verdict)
        names = {fold(name) for name, _ in latin_names(record)}
        for en in facts.en_records_of(facts.hosts[record.id].block):
            link = facts.link_of.get(en.id)
            if link is not None and fold(en.name) in names:
                yield _several([record, facts.by_id[link.zh]], en, "one")


def _several(rows: Sequence[Record], en: Record, outcome: str) -> Draft:
    return Draft(
        "many-to-one",
        [r.partner_ref for r in (*rows, en)],
        {
            "count": len(rows),
            "names": tuple(r.partner for r in rows),
            "en": en.partner,
            "host": en.host,
            "outcome": outcome,
        },
        "unknown",
        [r.id for r in (*rows, en)],
        subject=[en.id] if outcome == "none" else [rows[0].id, en.id],
    )


def forced_links(facts: Facts) -> Iterator[Draft]:
    """Links that a rule demands and the evidence speaks against."""
    for link in facts.links:
        if link.rule is None or link.without_rule is None or link.without_rule >= _UNLIKELY:
            continue
        zh, en = facts.rows_of(link)
        yield Draft(
            "forced-link",
            [zh.partner_ref, en.partner_ref],
            {
                "rule": link.rule,
                "zh": zh.partner,
                "en": en.partner,
                "probability": round(link.without_rule, 4),
            },
            "unknown",
            [zh.id, en.id],
            link=link.id,
        )


def wrong_pairs(facts: Facts) -> Iterator[Draft]:
    """Rows of a list in both languages whose two names do not belong together, or may not."""
    doubtful = {(link.zh, link.en) for link in facts.open_pairs}
    swapped: set[str] = set()
    for source in facts.side("zh"):
        for zh in source.records:
            en = facts.unlike_mates.get(zh.id)
            if en is None or zh.id in swapped:
                continue
            others = {r.side: _counterpart(facts, r) for r in (zh, en)}
            better = {side: other for side, other in others.items() if other is not None}
            if len(better) == 2 and facts.unlike_mates.get(better["en"].id) is better["zh"]:
                swapped.add(better["en"].id)
            yield _wrong_pair(zh, en, better, doubtful=(zh.id, en.id) in doubtful)


def _wrong_pair(zh: Record, en: Record, better: Mapping[Side, Record], *, doubtful: bool) -> Draft:
    """With the better counterparts that other rows have, or what a table knows."""
    places = [p.name for p in zh.place.places if en.country in (None, p.country)]
    why = "-".join(better) or ("known" if places else "doubtful" if doubtful else "unlike")
    params: dict[str, Param] = {"zh": zh.partner, "en": en.partner, "better": why}
    params |= {f"{side}_other": other.partner for side, other in better.items()}
    params |= {f"{side}_line": other.line for side, other in better.items()}
    return Draft(
        "wrong-pair",
        [r.partner_ref for r in (zh, en, *better.values())],
        params | {"place": places[0]} if why == "known" else params,
        "unknown",
        [zh.id, en.id],
        severity="notice" if why == "doubtful" else None,
    )


def _counterpart(facts: Facts, record: Record) -> Record | None:
    """The record that one is linked with."""
    link = facts.link_of.get(record.id)
    return facts.by_id[link.en if record.side == "zh" else link.zh] if link else None


LEFT_OPEN = (Check(open_links, ("tied-link", "weak-link")),)
CHECKS = (Check(many_to_one, ("many-to-one",)), Check(forced_links, ("forced-link",)))
IN_ONE_ROW = (Check(wrong_pairs, ("wrong-pair",)),)

"""What a row says of the kind of agreement, and what contradicts in two linked rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.checks.agreements.contradictions import (
    StatedKind,
    contradictions,
    kind_of,
    kinds_differ,
)
from reconcile.models import Note, SourceRef
from tests.checks.runs import chinese, english, facts_of, record, rule

ZH = chinese("日本鹿兒島（1982年10月30日）", "美國聖保羅（1988年5月9日）")
EN = english("Kagoshima, Japan (30 October 1982)", "Saint Paul, United States (9 May 1988)")
REF = SourceRef("zh:zh.md", 1, 1, 3, "備註")


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("友好備忘錄", "memorandum"),
        ("MoU", "memorandum"),
        ("letter of intent", "memorandum"),
        ("友好交流", "friendship"),
        ("友好协议", "friendship"),
        ("friendship agreement", "friendship"),
        ("co-operation", "friendship"),
        ("友好城市", "twinning"),
        ("sister city", "twinning"),
        ("1995年終止", "ended"),
        ("已废止", "ended"),
        ("terminated", "ended"),
        ("former friendship agreement", "ended"),
        ("友好關係", None),
        ("since 1995", None),
        ("extended", None),
    ],
)
def test_the_words_of_a_remark_state_a_kind(remark: str, kind: str | None) -> None:
    row = replace(record(facts_of(ZH, EN), "鹿兒島"), notes=(Note(remark, REF),))
    stated = kind_of(row)
    assert (stated and stated.kind) == kind
    assert stated is None or stated.ref == REF


def test_what_a_rule_says_goes_before_remarks_unless_the_agreement_ended() -> None:
    row = replace(record(facts_of(ZH, EN), "鹿兒島"), relation="sister-city")
    noted = replace(row, notes=(Note("備忘錄", REF),))
    stated = kind_of(noted)
    assert stated == StatedKind("twinning", row.partner_ref)
    ended = kind_of(replace(row, ended=True))
    assert ended == StatedKind("ended", row.partner_ref)


@pytest.mark.parametrize(
    ("en", "found"),
    [
        (EN, ()),
        (EN.replace("30 October", "20 November"), ("date",)),
        (EN.replace("30 October 1982", "1982"), ()),
        (EN.replace("Japan", "South Korea"), ("country",)),
        (EN.replace("Japan (30 October 1982)", "South Korea (1990)"), ("country", "date")),
    ],
)
def test_country_and_date_contradict_where_both_rows_state_them(
    en: str, found: tuple[str, ...]
) -> None:
    same = rule("kind: match, zh: {partner: 鹿兒島}, en: {partner: Kagoshima}")
    facts = facts_of(ZH, en, same)
    link = facts.link_of[record(facts, "Kagoshima").id]
    assert contradictions(facts, link) == found


@pytest.mark.parametrize(
    ("zh", "en", "differ"),
    [
        ("友好城市", "Friendship city", False),
        ("友城", "friendship town", False),
        ("姐妹城市", "Friendship city", True),
        ("姐妹友好城市", "Friendship city", True),
        ("友好城市", "memorandum", True),
        ("友好城市", "friendly exchange", True),
    ],
)
def test_a_friendship_city_may_be_a_twin_town(zh: str, en: str, differ: bool) -> None:
    row = record(facts_of(ZH, EN), "鹿兒島")
    one, other = (replace(row, notes=(Note(t, replace(REF, text=t)),)) for t in (zh, en))
    assert kinds_differ(one, other) is differ

"""Links, what stays open, and what rules have to say."""

from __future__ import annotations

import math
from itertools import product

import pytest

from reconcile.models import Record
from reconcile.weights import HIGHEST, LINKED
from tests.matching.factory import en_list, linked, zh_list

ZH = zh_list("日本|鹿兒島", "美國|聖保羅", "俄羅斯|庫爾斯克")
EN = en_list("Kagoshima, Japan", "Kursk, Russia", "Saint Paul, United States")


def names(records: list[Record], pairs: list[tuple[str, str]]) -> dict[str, str]:
    shown = {r.id: r.partner for r in records}
    return {shown[zh]: shown[en] for zh, en in pairs}


def id_of(records: list[Record], partner: str) -> str:
    return next(r.id for r in records if r.partner == partner)


def test_each_row_is_linked_to_its_counterpart() -> None:
    records, linking = linked(ZH, EN)
    assert names(records, [(x.zh, x.en) for x in linking.links]) == {
        "鹿兒島": "Kagoshima",
        "聖保羅": "Saint Paul",
        "庫爾斯克": "Kursk",
    }
    assert [x.zh for x in linking.links] == [r.id for r in records[:3]]
    for link in linking.links:
        assert LINKED <= link.probability <= HIGHEST
        odds = sum(e.weight for e in link.evidence)
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(link.probability, abs=1e-9)
    assert {(z, e) for z, e, _ in linking.considered} >= {(x.zh, x.en) for x in linking.links}


def test_a_row_without_counterpart_is_linked_to_none() -> None:
    records, linking = linked(zh_list("日本|鹿兒島"), en_list("Paris, France"))
    assert (linking.links, linking.open_pairs) == ((), ())
    assert [(z, e) for z, e, _ in linking.considered] == [(records[0].id, records[1].id)]


def test_between_equal_rivals_nothing_is_decided() -> None:
    en = en_list("Kagoshima, Japan", "Kagoshima (Kyushu), Japan")
    records, linking = linked(zh_list("日本|鹿兒島"), en)
    assert linking.links == ()
    (pair,) = linking.open_pairs
    assert pair.probability == pytest.approx(0.5, abs=0.1)
    assert pair.runner_up is not None
    assert pair.runner_up.record in {r.id for r in records[1:]} - {pair.en}


def test_a_rule_may_demand_a_link_and_says_what_it_overrides() -> None:
    records, _ = linked(ZH, EN)
    zh, en = id_of(records, "聖保羅"), id_of(records, "Kursk")
    _, linking = linked(ZH, EN, forced=[("a-rule", zh, en)])
    link = next(x for x in linking.links if x.zh == zh)
    assert (link.en, link.rule, link.method, link.probability) == (en, "a-rule", "rule", HIGHEST)
    assert link.without_rule is not None
    assert link.without_rule < 0.05
    assert link.evidence[0].detail == "rule a-rule says that 聖保羅 is Kursk"
    assert "庫爾斯克" not in names(records, [(x.zh, x.en) for x in linking.links])


def test_a_rule_may_exclude_a_pair_or_all_pairs_of_a_row() -> None:
    records, _ = linked(ZH, EN)
    zh, en = id_of(records, "鹿兒島"), id_of(records, "Kagoshima")
    for rules in ({"forbidden": frozenset({(zh, en)})}, {"alone": [zh]}):
        _, linking = linked(ZH, EN, **rules)
        assert zh not in {x.zh for x in linking.links}
        assert len(linking.links) == 2


def test_a_row_that_says_the_same_again_is_linked_once() -> None:
    records, linking = linked(zh_list("日本|鹿兒島", "日本|鹿兒島市"), EN)
    one, other = (r.id for r in records[:2])
    assert linking.repeats in ({one: other}, {other: one})
    assert len(linking.links) == 1


def test_of_many_rows_none_may_be_worth_comparing() -> None:
    ends = ["ville", "court", "mont", "bourg", "sac", "gny", "ges", "ron", "tes", "lle"]
    many = [f"{''.join(x)}, France" for x in product("BDGKLMNP", ("a", "ero", "ou"), ends)]
    records, linking = linked(zh_list("|科隆", "|Zzyzx"), en_list(*many, "Cologne, Germany"))
    assert names(records, [(x.zh, x.en) for x in linking.links]) == {"科隆": "Cologne"}

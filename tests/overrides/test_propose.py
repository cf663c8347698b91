from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reconcile.catalogue import BY_NAME
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Record, SourceRef
from reconcile.overrides import load_rules
from reconcile.overrides.build import Choice, selector
from reconcile.overrides.file.write import add_rules
from reconcile.overrides.propose import (
    ignoring,
    rows_of,
    rules_for,
    rules_for_all,
    rules_for_link,
    rules_for_pair,
)
from tests.overrides.factory import AS_OF
from tests.overrides.pair import ZH, result_of

RESULT = result_of()
ROW = {r.partner: r for r in RESULT.records}
ASK = Choice(AS_OF)
PORT = {"host": "北京市", "partner": "塞德港"}
PORT_SAID = {"host": "Beijing", "partner": "Port Said"}


def about(name: str, *partners: str, ref: SourceRef | None = None, **keys: Any) -> Finding:
    code = BY_NAME[name]
    records = tuple(ROW[p].id for p in partners)
    refs = (ref,) if ref else ()
    return Finding(
        "f1", code.code, name, code.severity, "page", "It is so.", {}, refs, records, **keys
    )


@pytest.mark.parametrize(
    ("finding", "choice", "rule"),
    [
        (about("missing-date", "科隆"), {}, {"kind": "no-date", "pair": {"zh": "科隆"}}),
        (
            about("conflict-date", "東京", "Tokyo"),
            {"use": "en"},
            {"kind": "date", "pair": {"zh": "東京", "en": "Tokyo"}, "value": "1980"},
        ),
        (
            about("conflict-country", "塞德港", "Port Said"),
            {"use": "en"},
            {"kind": "place", "side": "zh", "name": "塞德港", "is": {"country": "EG"}},
        ),
        (
            about("conflict-host", "東京", "Tokyo"),
            {"kind": "no-match"},
            {"kind": "no-match", "zh": "東京", "en": "Tokyo"},
        ),
        (
            replace(about("ambiguous-host", ref=ROW["東京"].host_ref), params={"host": "北京市"}),
            {"value": "Beijing"},
            {"kind": "host", "side": "zh", "name": "北京市", "is": "Beijing", "section": "北京"},
        ),
        (
            about("truncated-name", "東京"),
            {"value": "東京都"},
            {"kind": "alias", "side": "zh", "name": "東京", "same-as": "東京都"},
        ),
        (
            about("conflict-kind", "東京", "Tokyo"),
            {"value": "friendship"},
            {"kind": "status", "relation": "friendship"},
        ),
        (
            about("tied-link", "東京", "Tokyo", "Paris"),
            {"value": "Paris"},
            {"kind": "match", "zh": "東京", "en": "Paris"},
        ),
        (
            about("only-en", "Port Said"),
            {"value": "塞德港"},
            {"kind": "match", "zh": "塞德港", "en": "Port Said"},
        ),
        (about("only-zh", "马德里"), {}, {"kind": "only-in", "side": "zh"}),
    ],
)
def test_a_finding_has_the_rule_that_the_catalogue_names(
    finding: Finding, choice: dict[str, Any], rule: dict[str, Any]
) -> None:
    (made,) = rules_for(finding, RESULT, replace(ASK, **choice))
    for key, wanted in rule.items():
        assert in_short(made[key]) == wanted
    assert made["on"] == AS_OF
    assert load_rules([("r.yaml", add_rules("r.yaml", "", [made]).into(""))]).rules


def in_short(value: Any) -> Any:
    """A row by its partner alone."""
    if isinstance(value, dict) and "partner" in value:
        return value["partner"]
    if isinstance(value, dict):
        return {k: in_short(v) for k, v in value.items()}
    return value


def test_two_wrong_lists_have_two_rules_with_ids_of_their_own() -> None:
    finding = about("conflict-country", "塞德港", "Port Said")
    made = rules_for(finding, RESULT, replace(ASK, value="US"))
    assert [(r["id"], r["side"]) for r in made] == [("place-f1", "zh"), ("place-f1-2", "en")]
    pairs = rules_for(about("weak-link", "塞德港", "Port Said", "Paris"), RESULT, neither())
    assert [r["kind"] for r in pairs] == ["no-match", "no-match"]


def neither() -> Choice:
    return replace(ASK, use="neither")


@pytest.mark.parametrize(
    ("finding", "choice", "said"),
    [
        (about("coverage"), {}, "no rule settles this (coverage)"),
        (about("empty-row"), {}, "or delete the row. To leave it as it is: --ignore"),
        (about("rule-unused"), {}, "no rule settles this (rule-unused): Delete the rule"),
        (about("missing-country"), {"value": "US"}, "no rule settles this (missing-country)"),
        (about("wrong-name", "東京", "Tokyo"), {}, "Say what holds: --use zh|en --value TEXT, "),
        (about("conflict-host", "東京", "Tokyo"), {}, "Say what holds: --as match"),
        (about("conflict-host", "東京", "Tokyo"), {"use": "zh"}, "--use zh cannot be honoured"),
        (about("ambiguous-partner", "東京"), {}, "Say where it is: --value with an ISO code"),
        (about("truncated-name", "東京"), {}, "Say what the place is usually called"),
        (about("conflict-kind", "東京"), {"value": "a treaty"}, "or --value 1995 if it ended then"),
        (about("mixed-script", "東京"), {}, "No text is marked"),
        (about("missing-date", "科隆"), {"use": "zh"}, "That list states no date"),
        (about("conflict-date", "東京", "Tokyo"), {}, "Say which date is right: --use zh"),
        (about("conflict-date", "東京", "Paris"), {"use": "en"}, "That list states no date"),
        (about("conflict-country", "東京", "Paris"), {}, "--value with an ISO code"),
        (about("tied-link", "東京", "Tokyo", "Paris"), {}, "Choose with --value 'Tokyo' or"),
        (about("only-en", "Paris"), {"value": "羅馬"}, "has partner 羅馬"),
    ],
)
def test_what_is_not_clear_is_asked_for(
    finding: Finding, choice: dict[str, Any], said: str
) -> None:
    with pytest.raises(ReconcileError) as error:
        rules_for(finding, RESULT, replace(ASK, **choice))
    assert said in str(error.value)
    assert ":0" not in str(error.value)


def test_a_slip_is_quoted_with_as_much_as_makes_it_unmistakable() -> None:
    line = ZH.splitlines().index("| 北京市 | 法国 | 巴黎 | 20015年3月1日 |") + 1
    ref = SourceRef("zh:zh.md", line, 21, 22, "0")
    finding = about("mixed-script", "巴黎", ref=ref, suggestion="2")
    (made,) = rules_for(finding, RESULT, ASK)
    assert made["at"] == {"side": "zh", "quote": "001", "near-line": line}
    assert made["should-be"] == "021"


@pytest.mark.parametrize(
    ("marked", "shown", "right", "quote", "mended"),
    [
        ("加群岛](a.md)自治區", "加群岛自治區", "加群島自治區", "岛", "島"),
        ("加群島](a.md)自治区", "加群島自治区", "加群島自治區", "区", "區"),
        ("加群岛（西班牙）", "加群岛", "加群島", "加群岛", "加群島"),
        ("&#x52A0;", "加", "佳", "&#x52A0;", "佳"),
    ],
)
def test_a_slip_is_mended_and_the_markup_around_it_left(
    marked: str, shown: str, right: str, quote: str, mended: str
) -> None:
    zh = ZH + f"| 北京市 | 西班牙 | {marked} | 2005年11月12日 |\n"
    line = zh.count("\n")
    at = zh.splitlines()[-1].index(marked) + 1
    finding = about("mixed-script", ref=SourceRef("zh:zh.md", line, at, at + len(marked), marked))
    finding = replace(finding, suggestion=right, params={"text": shown})
    (made,) = rules_for(finding, result_of(zh=zh), ASK)
    assert (made["at"]["quote"], made["should-be"]) == (quote, mended)


def test_a_slip_that_is_scattered_over_markup_is_not_guessed() -> None:
    marked = "加[群](a.md)岛"
    zh = ZH + f"| 北京市 | 西班牙 | {marked} | 2005年11月12日 |\n"
    at = zh.splitlines()[-1].index(marked) + 1
    ref = SourceRef("zh:zh.md", zh.count("\n"), at, at + len(marked), marked)
    finding = replace(about("mixed-script", ref=ref), suggestion="甲裙島")
    with pytest.raises(ReconcileError, match="not written in one piece there"):
        rules_for(replace(finding, params={"text": "加群岛"}), result_of(zh=zh), ASK)


def test_a_wrong_name_is_mended_in_the_list_that_is_not_right() -> None:
    zh, en = ROW["東京"].partner_ref, ROW["Tokyo"].partner_ref
    finding = replace(
        about("wrong-name", "東京", "Tokyo"), refs=(zh, en), params={"place": "Kyoto"}
    )
    for choice, side, right in (
        (replace(ASK, use="zh"), "en", "Kyoto"),
        (replace(ASK, use="zh", value="Edo"), "en", "Edo"),
        (replace(ASK, use="en", value="江戶"), "zh", "江戶"),
    ):
        (made,) = rules_for(finding, RESULT, choice)
        assert (made["kind"], made["at"]["side"], made["should-be"]) == ("typo", side, right)
    with pytest.raises(ReconcileError, match="instead of '東京': --value TEXT"):
        rules_for(finding, RESULT, replace(ASK, use="en"))


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        ("US", {"country": "US"}),
        ("Illinois", {"region": "Illinois"}),
        ("Illinois, US", {"country": "US", "region": "Illinois"}),
        ("福岡", {"region": "福岡"}),
    ],
)
def test_a_place_is_said_by_country_region_or_both(value: str, stated: dict[str, str]) -> None:
    (made,) = rules_for(about("ambiguous-partner", "東京"), RESULT, replace(ASK, value=value))
    assert made["is"] == stated


def test_findings_are_ignored_by_their_group_if_all_of_it_is_meant() -> None:
    one, two = (replace(about("empty-row"), id=i, group="g") for i in ("f1", "f2"))
    alone = replace(about("empty-row"), id="f3")
    result = replace(RESULT, findings=(one, two, alone))
    made = ignoring([one, two, alone], result, ASK)
    assert [(r["id"], r.get("group"), r.get("finding")) for r in made] == [
        ("ignore-g", "g", None),
        ("ignore-f3", None, "f3"),
    ]
    assert made[0]["because"] == "Ignored, not settled: It is so."
    assert [r["finding"] for r in ignoring([one, alone], result, ASK)] == ["f1", "f3"]
    with pytest.raises(ReconcileError, match="does not go with --as typo"):
        ignoring([one], result, replace(ASK, kind="typo"))
    with pytest.raises(ReconcileError, match="no rule settles this"):
        ignoring([about("rule-unused")], result, ASK)


def test_what_two_findings_of_a_group_say_alike_is_one_rule() -> None:
    twice = [about("missing-country", "東京"), replace(about("missing-country", "東京"), id="f2")]
    assert len(rules_for_all(twice, RESULT, replace(ASK, value="JP"))) == 1


def test_a_link_is_confirmed_or_undone() -> None:
    link = RESULT.links[0]
    assert rules_for_link(link, RESULT, ASK)[0]["kind"] == "match"
    assert rules_for_link(link, RESULT, neither())[0]["kind"] == "no-match"


def test_two_rows_are_the_same_or_not_for_the_reason_that_is_given() -> None:
    zh, en = ROW["塞德港"], ROW["Port Said"]
    (same,) = rules_for_pair(zh, en, RESULT, replace(ASK, because="A port."))
    assert (same["zh"], same["en"], same["because"]) == (PORT, PORT_SAID, "A port.")
    taken = replace(ASK, taken=frozenset([same["id"]]))
    assert rules_for_pair(zh, en, RESULT, taken)[0]["id"] == f"{same['id']}-1"


def test_a_row_is_named_by_what_it_shows_else_by_its_id() -> None:
    twin = ZH.replace("| 北京市 | 德国 | 科隆 |", "| 北京市 | 德国 | 巴黎 |")
    result = result_of(zh=twin)
    rows = rows_of(result)["zh"]
    twins: list[Record] = [r for r in result.records if r.partner == "巴黎"]
    assert [selector(r, rows).get("line") for r in twins] == [r.line for r in twins]
    assert selector(ROW["塞德港"], rows_of(RESULT)["zh"]) == PORT
    assert selector(replace(twins[0], id="other"), rows) == {"id": "other"}

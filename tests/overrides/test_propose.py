from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reconcile.catalogue import BY_NAME
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Record, SourceRef
from reconcile.overrides import load_rules
from reconcile.overrides.file.write import add_rules
from reconcile.overrides.propose import (
    Choice,
    rows_of,
    rules_for,
    rules_for_group,
    rules_for_link,
    rules_for_pair,
    selector,
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
        (about("empty-row"), {}, {"kind": "ignore", "finding": "f1"}),
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
        (about("ambiguous-partner", "東京"), {}, {"kind": "ignore"}),
        (
            about("conflict-host", "東京", "Tokyo"),
            {},
            {"kind": "no-match", "zh": "東京", "en": "Tokyo"},
        ),
        (about("conflict-host", "東京", "Tokyo"), {"use": "zh"}, {"kind": "ignore"}),
        (about("conflict-host", "東京"), {}, {"kind": "ignore"}),
        (
            about("ambiguous-host", "東京"),
            {"value": "Beijing"},
            {"kind": "host", "side": "zh", "name": "北京市", "is": "Beijing", "section": "北京"},
        ),
        (about("ambiguous-host", "東京"), {}, {"kind": "ignore"}),
        (
            about("truncated-name", "東京"),
            {"value": "東京都"},
            {"kind": "alias", "side": "zh", "name": "東京", "same-as": "東京都"},
        ),
        (about("truncated-name", "東京"), {}, {"kind": "ignore"}),
        (
            about("conflict-kind", "東京", "Tokyo"),
            {"value": "friendship"},
            {"kind": "status", "relation": "friendship"},
        ),
        (about("conflict-kind", "東京"), {"value": "a treaty"}, {"kind": "ignore"}),
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
        (about("mixed-script", "東京"), {}, {"kind": "ignore"}),
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
        (about("conflict-date", "東京", "Tokyo"), {}, "Say which is right: --use zh"),
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


def test_a_group_is_accepted_as_a_whole() -> None:
    (made,) = rules_for_group("empty-row-1", [about("empty-row")], ASK)
    assert (made["id"], made["group"]) == ("ignore-empty-row-1", "empty-row-1")
    assert made["because"] == "Known and accepted: It is so."


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

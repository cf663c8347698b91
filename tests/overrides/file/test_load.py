from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reconcile.errors import CombinedError, ReconcileError
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.file.position import MAX_BYTES
from reconcile.overrides.rules.kinds import RULE_KINDS, Alias, Ignore, Match, NoMatch, kind_name
from tests.overrides.factory import rules, text

HERE = Path(__file__).parent
MALFORMED: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(HERE / "malformed.yaml")


def errors_of(*files: tuple[str, str]) -> list[str]:
    with pytest.raises(CombinedError) as caught:
        load_rules(files)
    return [str(e) for e in caught.value.errors]


@pytest.mark.parametrize("case", MALFORMED, ids=[c["name"] for c in MALFORMED])
def test_malformed_rules_are_refused_at_their_place(case: dict[str, Any]) -> None:
    assert errors_of(("r.yaml", case["text"])) == [f"r.yaml:{e}" for e in case["errors"]]


def test_there_are_enough_malformed_cases() -> None:
    assert len(MALFORMED) >= 40
    assert len({c["name"] for c in MALFORMED}) == len(MALFORMED)


@pytest.mark.parametrize(
    "empty",
    ["", "\n\n", "# nothing yet\n", "\ufeff", "---\n", "version: 1\n", "version: 1\nrules:\n"],
)
def test_empty_files_hold_no_rules(empty: str) -> None:
    assert load_rules([("r.yaml", empty)]) == RuleSet()


def test_no_files_hold_no_rules() -> None:
    assert load_rules([]) == RuleSet()


def test_all_kinds_and_common_keys() -> None:
    loaded = load_rules([("rules/a.yaml", (HERE / "accepted.yaml").read_text(encoding="utf-8"))])
    match, apart, alias, ignore, *others, one = loaded.rules
    assert {r.kind for r in others} == {
        *("place", "date", "no-date", "typo", "host", "only-in", "status", "ignore")
    }
    assert isinstance(match, Match)
    assert (match.zh.host, match.zh.partner, match.en.id) == ("廣州市", "吉隆坡", "12345678")
    assert (match.by, match.on, match.until, match.expect) == ("A. Editor", "2026-01-31", None, 1)
    assert (match.position.path, match.position.line, match.position.column) == (
        "rules/a.yaml",
        4,
        5,
    )
    assert isinstance(apart, NoMatch)
    assert (apart.zh.section, apart.zh.line) == ("安徽省", 1204)
    assert isinstance(alias, Alias)
    assert alias.same_as == "旧金山"
    assert isinstance(ignore, Ignore)
    assert ignore.where is not None
    assert (ignore.code, ignore.where.section, ignore.until) == ("S101", "河北省", "2027-06-30")
    assert isinstance(one, Ignore)
    assert one.finding == "7f3a91c2"
    assert one.because == "first line\nsecond line\n"
    (test,) = loaded.tests
    assert (test.zh, test.links_to, test.position.line) == ("吉隆坡", "Kuala Lumpur", 50)


@pytest.mark.parametrize("word", ["no", "on", "1980-01-28", "0123", "~", "null", "1e3", "0x1F"])
def test_what_yaml_has_magic_for_stays_text(word: str) -> None:
    keys = f"id: {word}, kind: alias, side: en, name: {word}, same-as: x, because: {word}"
    (rule,) = rules(keys).rules
    assert isinstance(rule, Alias)
    assert (rule.id, rule.name, rule.because) == (word, word, word)


def test_windows_line_ends_and_byte_order_mark_change_nothing() -> None:
    plain = text("id: a, kind: ignore, code: S101, because: x")
    windows = "\ufeff" + plain.replace("\n", "\r\n")
    assert load_rules([("r.yaml", windows)]) == load_rules([("r.yaml", plain)])


def test_faults_of_all_files_are_reported_together() -> None:
    broken = "version: 1\nrules: [\n"
    wrong = text("id: a, kind: ignore, code: S101, because: ''")
    found = errors_of(("b.yaml", broken), ("a.yaml", wrong))
    assert [f.split(": ")[0] for f in found] == ["a.yaml:3:48", "b.yaml:2:8"]


def test_an_id_used_in_two_files_names_both_places() -> None:
    one = text("id: a, kind: ignore, code: S101, because: x")
    assert errors_of(("b.yaml", one), ("a.yaml", one)) == [
        "b.yaml:3:5: the id a is taken by the rule at a.yaml:3:5: give this rule another one"
    ]


BODIES = [
    "",
    "version: 1\nrules: [\n",
    text("id: a, kind: ignore, code: S101, because: x"),
    text("id: a, kind: ignore, code: S999, because: x"),
    text("id: b, kind: ignore, code: S, because: x", "id: c, kind: ignore, code: S, because: x"),
    "version: 1\ntests:\n  - {zh: 吉隆坡, links-to: Kuala Lumpur}\n",
]


def outcome(files: Sequence[tuple[str, str]]) -> tuple[object, list[str]]:
    try:
        loaded = load_rules(files)
    except CombinedError as error:
        return None, [str(e) for e in error.errors]
    return loaded, [str(r.position) for r in loaded.rules]


@given(st.lists(st.sampled_from(BODIES), max_size=5), st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(bodies: list[str], rng: Random) -> None:
    files = [(f"{n}.yaml", body) for n, body in enumerate(bodies)]
    mixed = list(files)
    rng.shuffle(mixed)
    assert outcome(mixed) == outcome(files)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(ReconcileError, match="larger than 5 MB"):
        load_rules([("r.yaml", "#" * (MAX_BYTES + 1))])
    with pytest.raises(ReconcileError, match="larger than 5 MB"):
        load_rules([("r.yaml", "#" + "城" * (MAX_BYTES // 3 + 1))])


@pytest.mark.parametrize("bomb", ["[" * 4_000_000, "- " * 2_000_000, "{a: " * 1_000_000])
def test_deep_nesting_is_refused_at_once(bomb: str) -> None:
    (said,) = errors_of(("r.yaml", bomb))
    assert "nested deeper" in said


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [kind_name(k) for k in RULE_KINDS]
    assert len(set(names)) == len(names)
    assert all(k.__doc__ for k in RULE_KINDS)


FRAGMENTS = [
    *("version: 1\n", "rules:\n", "  - ", "id: a", "kind: match", "kind: ignore", "because: x"),
    *("zh: {partner: 吉隆坡}", "en: ", "code: S101", "where: ", "expect: 4", "tests:\n", "\n"),
    *("    ", "{", "}", "[", "]", ", ", ": ", "：", "，", "“", "”", "'", '"', "#", "&a ", "*a"),
    *("!!x ", "<<: ", "|\n", ">\n", "? ", "---\n", "...\n", "%", "\t", "\r\n", "\x85", "\u2028"),
    *("\\u", "\\UFFFFFFFF", "\ud800", "\0", "\ufeff", "\u3000", "@", "`", "~", "0123", "é"),
]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS)).map("".join)))
def test_any_text_loads_or_is_refused_politely(body: str) -> None:
    errors: tuple[ReconcileError, ...] = ()
    try:
        load_rules([("r.yaml", body)])
    except CombinedError as error:
        errors = error.errors
    lines = body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for e in errors:
        assert e.path == "r.yaml"
        assert e.line in range(1, len(lines) + 1)
        assert e.column in range(1, len(lines[(e.line or 1) - 1]) + 2)
        assert "\n" not in e.message

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.overrides import load_rules
from reconcile.overrides.file.write import add_rules

OLD = "version: 1\nrules:\n  - {id: a, kind: ignore, code: S101, because: x}\n"
NEW = {"id": "new", "kind": "ignore", "finding": "12345678", "because": "Because: it is."}
LINES = "  - id: new\n    kind: ignore\n    finding: '12345678'\n    because: 'Because: it is.'\n"


def added(text: str, *rules: dict[str, Any]) -> str:
    return add_rules("r.yaml", text, rules or (NEW,)).into(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "version: 1\nrules:\n" + LINES),
        ("# nothing yet", "# nothing yet\nversion: 1\nrules:\n" + LINES[:-1]),
        ("version: 1\n", "version: 1\nrules:\n" + LINES),
        ("version: 1\nrules:\n", "version: 1\nrules:\n" + LINES),
        ("version: 1\nrules:\n# later\n", "version: 1\nrules:\n" + LINES + "# later\n"),
        (OLD, OLD + LINES),
        (OLD[:-1], OLD + LINES[:-1]),
        ("\ufeff" + OLD, "\ufeff" + OLD + LINES),
        (OLD.replace("\n", "\r\n"), (OLD + LINES).replace("\n", "\r\n")),
        (OLD + "\n# the end\n", OLD + LINES + "\n# the end\n"),
        (OLD + "tests:\n", OLD + LINES + "tests:\n"),
        (OLD + "\n# Tests.\ntests: []\n", OLD + LINES + "\n# Tests.\ntests: []\n"),
        ("rules:\n" + OLD[18:] + "version: 1\n", "rules:\n" + OLD[18:] + LINES + "version: 1\n"),
        (OLD + "...\n", OLD + LINES + "...\n"),
        (
            "version: 1\nrules:\n- {id: a, kind: ignore, code: S, because: x}\n",
            "version: 1\nrules:\n- {id: a, kind: ignore, code: S, because: x}\n"
            + LINES.replace("\n  ", "\n")[2:],
        ),
        (  # what looks like a comment is part of the text here
            "version: 1\nrules:\n  - id: a\n    kind: ignore\n    code: S\n    because: |\n"
            "      x\n      # y\n",
            "version: 1\nrules:\n  - id: a\n    kind: ignore\n    code: S\n    because: |\n"
            "      x\n      # y\n" + LINES,
        ),
        (  # and here the blank lines are
            "version: 1\nrules:\n  - id: a\n    kind: ignore\n    code: S\n    because: |+\n"
            "      x\n\n\ntests: []\n",
            "version: 1\nrules:\n  - id: a\n    kind: ignore\n    code: S\n    because: |+\n"
            "      x\n\n\n" + LINES + "tests: []\n",
        ),
    ],
)
def test_a_rule_goes_behind_the_last_one(before: str, after: str) -> None:
    assert added(before) == after


FLOW = "{id: new, kind: ignore, finding: '12345678', because: 'Because: it is.'}"
ONE = "{id: a, kind: ignore, code: S, because: x}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", f"[{FLOW}]"),
        (f"[{ONE}]", f"[{ONE}, {FLOW}]"),
        (f"[\n  {ONE},  # one\n]", f"[\n  {ONE}, {FLOW}  # one\n]"),
        (f"[ # [\n  {ONE}\n  ]\ntests: []", f"[ # [\n  {ONE}, {FLOW}\n  ]\ntests: []"),
    ],
)
def test_a_list_in_brackets_stays_one(before: str, after: str) -> None:
    assert added(f"\ufeffversion: 1\r\nrules: {before}\n") == (
        f"\ufeffversion: 1\r\nrules: {after}\n"
    )
    mark = "\ufeffrules: []\nversion: 1"
    assert added(mark) == f"\ufeffrules: [{FLOW}]\nversion: 1"


@pytest.mark.parametrize(
    "text", ["{version: 1}", "version: 1\n---\n", "version: 2\n", "rules: 1\n"]
)
def test_a_file_without_room_for_a_rule_is_refused(text: str) -> None:
    with pytest.raises(ReconcileError):
        add_rules("r.yaml", text, [NEW])


def test_a_wrong_rule_is_refused() -> None:
    with pytest.raises(ReconcileError, match="no kind of rule"):
        add_rules("r.yaml", OLD, [{**NEW, "kind": "ignroe"}])
    with pytest.raises(ReconcileError, match="half a character"):
        add_rules("r.yaml", OLD, [{**NEW, "because": "\ud800"}])


WORDS = ["吉隆坡", "no", "1980-01-28", "0123", "a: b", "a #b", "“x”", "，y：", "it's", '"q"', "- x"]
VALUES = st.one_of(
    st.sampled_from(WORDS), st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
).filter(lambda v: bool(v.strip()))
SELECTORS = st.builds(
    lambda h, p, n: {"host": h, "partner": p} | ({"line": n} if n else {}),
    VALUES,
    VALUES,
    st.integers(0, 9999),
)
RULES = st.one_of(
    st.builds(lambda z, e: {"kind": "match", "zh": z, "en": e}, SELECTORS, SELECTORS),
    st.builds(
        lambda n, s: {"kind": "alias", "side": "zh", "name": n, "same-as": s}, VALUES, VALUES
    ),
    st.builds(lambda h: {"kind": "ignore", "code": "S", "where": {"host": h}}, VALUES),
    st.builds(
        lambda q, n, s: {
            "kind": "typo",
            "at": {"side": "zh", "quote": q, "near-line": n},
            "should-be": s,
        },
        VALUES.filter(lambda v: "\n" not in v),
        st.integers(1, 9999),
        VALUES,
    ),
    st.builds(
        lambda row, y: {"kind": "date", "pair": {"en": row}, "value": f"{y}-01"},
        SELECTORS,
        st.integers(1000, 9999),
    ),
    st.builds(
        lambda n, r: {"kind": "place", "side": "en", "name": n, "is": {"region": r}},
        VALUES,
        VALUES,
    ),
)
ENDS = ["", "\n", "\n\n# the end\n", "\n# ü\n  # indented\n\n", "\ntests: []\n", "\n...\n"]


@settings(max_examples=150)
@given(
    st.lists(st.tuples(RULES, VALUES), min_size=1, max_size=5),
    st.sampled_from(ENDS),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.integers(0, 2),
)
def test_adding_and_taking_back_gives_the_same_bytes(
    made: list[tuple[dict[str, Any], str]], end: str, newline: str, mark: bool, count: int
) -> None:
    rules = [{"id": f"r{n}", **rule, "because": why} for n, (rule, why) in enumerate(made)]
    text = ("\ufeff" if mark else "") + "version: 1\nrules:\n"
    old, new = rules[:count], rules[count:]
    if old:
        text = add_rules("r.yaml", text, old).into(text)
    text = (text.removesuffix("\n") + end).replace("\n", newline)
    if not new:
        return
    insertion = add_rules("r.yaml", text, new)
    now = insertion.into(text)
    loaded = [
        r.model_dump(by_alias=True, exclude_none=True) for r in load_rules([("r", now)]).rules
    ]
    assert loaded == rules
    assert insertion.out_of(now) == text
    assert insertion.out_of("# more\n" + now) == "# more\n" + text

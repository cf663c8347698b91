from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import MAX_BYTES, Position, RuleText, is_printable


def test_an_offset_is_a_line_and_a_column_of_characters() -> None:
    source = RuleText("a.yaml", "\ufeff城市: 1\r\nb: 2\rc")
    assert source.text == "城市: 1\nb: 2\nc"
    assert source.position(0) == Position("a.yaml", 1, 1)
    assert source.position(4) == Position("a.yaml", 1, 5)
    assert source.position(6) == Position("a.yaml", 2, 1)
    assert str(source.position(len(source.text))) == "a.yaml:3:2"


def test_a_line_comes_without_its_end() -> None:
    source = RuleText("a.yaml", "one\n\nthree")
    assert [source.line(n) for n in (1, 2, 3)] == ["one", "", "three"]


def test_an_error_stands_at_its_position() -> None:
    assert str(RuleText("a.yaml", "x\ny").error(2, "wrong")) == "a.yaml:2:1: wrong"


@pytest.mark.parametrize("sign", ["\x07", "\u200e\x00", "\u2028", "\ufeff"])
def test_what_no_editor_shows_is_refused_where_it_stands(sign: str) -> None:
    text = f"version: 1\nid: a{sign}"
    if is_printable(sign):
        pytest.fail("this is shown")
    with pytest.raises(ReconcileError, match=r"a.yaml:2:[67]: invisible or damaged character"):
        RuleText("a.yaml", text)


def test_a_file_too_large_is_refused() -> None:
    RuleText("a.yaml", "#" * MAX_BYTES)
    with pytest.raises(ReconcileError, match="larger than 5 MB"):
        RuleText("a.yaml", "城" * (MAX_BYTES // 3 + 1))

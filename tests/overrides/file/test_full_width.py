from __future__ import annotations

import pytest

from reconcile.overrides.file.full_width import in_plain_text, likely_cause, narrow
from reconcile.overrides.file.position import RuleText


@pytest.mark.parametrize(
    ("wide", "plain"),
    [("ａ：「ｂ」，１２", 'a:"b",12'), ("“x”—。【】\u3000\u00a0", '"x"-.[]  '), ("城市", "城市")],
)
def test_signs_of_a_chinese_keyboard_become_those_of_yaml(wide: str, plain: str) -> None:
    assert narrow(wide) == plain


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("id：a", 3),
        ("zh: {host: 广州市，partner: x}", 15),
        ("because: “Same.”", 10),
        ("\u3000id: a", 1),
        ("zh: ｛partner: x", 5),
        ("because: 北京：首都", None),
        ("because: 北京，首都", None),
    ],
)
def test_the_sign_that_broke_a_line_is_found(line: str, at: int | None) -> None:
    source = RuleText("r", f"version: 1\n{line}\nx")
    found = likely_cause(source, source.text.index("\nx") + 1)
    assert (found and (found.line, found.column)) == (at and (2, at))


def test_a_line_further_up_is_not_looked_at() -> None:
    source = RuleText("r", "id：a\nb\nc\n")
    assert likely_cause(source, source.text.index("b")) is not None
    assert likely_cause(source, source.text.index("c")) is None


@pytest.mark.parametrize(
    ("text", "sign"), [("“吉隆坡”", "“"), ("广州市，partner：吉隆坡", "，"), ("他说“好”了", None)]
)
def test_an_unquoted_text_with_wide_quotes_or_the_next_key_in_it(
    text: str, sign: str | None
) -> None:
    found = in_plain_text(RuleText("r", f"a: {text}"), text, 3)
    assert (found is None) if sign is None else (found is not None and sign in found.message)

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import RuleText
from reconcile.overrides.file.tree import parse
from reconcile.overrides.file.yaml_errors import MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: {b: c\n", "1:4: this bracket is never closed: add } at its end"),
        ("a: [b\n# c\n", "1:4: this bracket is never closed: add ] at its end"),
        ("a: [b\n---\n", "1:4: this bracket is never closed: add ] at its end"),
        ("a: [{b: c]\n", "1:10: a comma or } is missing here: the bracket opens in line 1"),
        ("a: b\n]\n", "2:1: this bracket closes nothing: delete it"),
        ("a:\n\tb: c\n", "2:1: a tab is used for indentation: type two spaces instead"),
        ("a: b\tc\n", "1:5: a tab stands here: type a space instead"),
        ("a: 'b\n---\n", "1:4: this quotation mark is not closed before ---"),
        ("a: {b:, c: d}\n", "1:6: a space must follow this colon"),
        ("- a\nb: c\n", '2:1: a "- " is missing here, or the indentation differs'),
        ("'a' 'b'\n", "1:5: this is neither a key nor a rule at this indentation"),
        ("a: - b\n", '1:4: unexpected "- "'),
        ("a: ,\n", "1:4: a value is expected here"),
        ("a: !<x\n", "1:4: YAML tags (!) are not used"),
        ("a: &\n", "1:4: YAML anchors (&) are not used"),
        ("a: >9x\n", "1:6: only a line break may follow | or > here"),
        ('a: "\\xq"\n', "1:7: wrong code after \\ in double quotes"),
        ('a: "\\ud800"\n', "1:4: half a character"),
        ("[" * (MAX_DEPTH + 1), f"1:{MAX_DEPTH + 2}: nested deeper than {MAX_DEPTH} levels"),
    ],
)
def test_what_libyaml_refuses_is_said_to_an_editor(text: str, said: str) -> None:
    with pytest.raises(ReconcileError) as error:
        parse(RuleText("r", text))
    assert str(error.value).startswith(f"r:{said}")


def test_a_full_width_sign_near_it_is_the_likely_cause() -> None:
    with pytest.raises(ReconcileError, match="r:1:2: ： is a full-width sign"):
        parse(RuleText("r", "a：b\nc: d\n"))

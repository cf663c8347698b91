"""Where constructs of wikitext begin and end: as a well-kept parser finds them, and broken ones."""

from __future__ import annotations

from collections.abc import Sequence

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.sources.formats.wiki.nodes import (
    Kind,
    Node,
    find_nodes,
    find_outside,
    gaps,
    line_end,
    nodes_within,
)

LEAVES = st.text(alphabet="ab北京 ", max_size=4)
WELL_FORMED = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("{{{{x|{}|y={}}}}}".format, inner, inner),
        st.builds("[[a|{}]]".format, inner),
        st.builds("{}{}".format, inner, inner),
        st.builds("<!-- {} -->{}".format, LEAVES, inner),
        st.builds("<ref>{}</ref>".format, LEAVES),
    ),
    max_leaves=12,
)


@given(WELL_FORMED)
def test_constructs_are_those_that_another_parser_finds(text: str) -> None:
    other = mwparserfromhell.parse(text)
    nodes = find_nodes(text)
    expected: tuple[tuple[Kind, Sequence[object]], ...] = (
        ("template", other.filter_templates()),
        ("link", other.filter_wikilinks()),
    )
    for kind, found in expected:
        ours = [text[n.start : n.end] for n in all_of(nodes, kind)]
        assert sorted(ours) == sorted(map(str, found))


def all_of(nodes: list[Node], kind: Kind) -> list[Node]:
    return [m for n in nodes for m in ([n] if n.kind == kind else []) + all_of(n.inner, kind)]


CONSTRUCTS: dict[str, list[tuple[Kind, str]]] = {
    "a {{b|[[c]]}} d": [("template", "{{b|[[c]]}}")],
    "[[a\nb]] [[c]]": [("link", "[[c]]")],
    "[[File:x.jpg|a\nb]]": [("link", "[[File:x.jpg|a\nb]]")],
    "{{a\n== h ==\nb}}": [],
    "{|\n| {{a\n|-\n| b}}\n|}": [("table", "{|\n| {{a\n|-\n| b}}\n|}")],
    "-{zh-hans:a}-": [("variant", "-{zh-hans:a}-")],
    "<nowiki>{{a}}</nowiki>": [("verbatim", "<nowiki>{{a}}</nowiki>")],
    "<ref>a": [("hidden", "<ref>a")],
    "<!-- a -->b<!-- c": [("hidden", "<!-- a -->")],
    "{{a}}}} {{b": [("template", "{{a}}")],
}


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_constructs(text: str) -> None:
    assert [(n.kind, text[n.start : n.end]) for n in find_nodes(text)] == CONSTRUCTS[text]


def test_a_table_that_holds_headings_only_arranges_them() -> None:
    assert [n.titled for n in find_nodes("{|\n== a ==\n|}\n{|\n= b\n|}")] == [True, False]


def test_what_stands_outside_of_constructs() -> None:
    text = "a|{{b|c}}|d\n{{e\nf}} g\nh"
    nodes = find_nodes(text)
    assert find_outside(text, "|", 0, 11, nodes) == [1, 9]
    assert [text[a:b] for a, b in gaps(0, 11, nodes)] == ["a|", "|d"]
    assert [n.start for n in nodes_within(nodes, 3, len(text))] == [12]
    assert line_end(text, 12, len(text), nodes) == text.index("\nh")

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML, nodes

from reconcile.errors import ReconcileError
from reconcile.overrides.file.position import RuleText
from reconcile.overrides.file.tree import MappingNode, Node, ScalarNode, parse, plain

FRAGMENTS = [
    *("a", "b: ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", ": ", "'", '"'),
    *(" #c", "|\n  x\n", ">-\n  x\n", "x y", "key:", "\n- ", "---\n", "包头", "http://x/y?z", "1"),
]


def composed(node: Any) -> Any:
    if isinstance(node, nodes.ScalarNode):
        return node.value
    if isinstance(node, nodes.MappingNode):
        return {composed(k): composed(v) for k, v in node.value}
    return [composed(n) for n in node.value]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_what_is_accepted_means_what_another_parser_says_it_means(text: str) -> None:
    try:
        root, faults = parse(RuleText("r.yaml", text))
    except ReconcileError:
        return
    if root is not None and not faults:
        assert plain(root) == composed(YAML(typ="safe", pure=True).compose(text))


def positions(source: RuleText, node: Node) -> list[tuple[str, str]]:
    if isinstance(node, ScalarNode):
        return [(node.value, str(source.position(node.at)))]
    if isinstance(node, MappingNode):
        parts = (*node.keys.values(), *node.items.values())
        return [p for n in parts for p in positions(source, n)]
    return [p for n in node.items for p in positions(source, n)]


def test_every_part_knows_its_position() -> None:
    source = RuleText("r", "\ufeffa: 城市\r\nb:\r\n  - {c: 'x', d: \"y\"}\r\n  - |\r\n    z\r\n")
    root, _ = parse(source)
    assert root is not None
    assert positions(source, root) == [
        ("a", "r:1:1"),
        ("b", "r:2:1"),
        ("城市", "r:1:4"),
        ("c", "r:3:6"),
        ("d", "r:3:14"),
        ("x", "r:3:9"),
        ("y", "r:3:17"),
        ("z\n", "r:4:5"),
    ]


def test_what_is_not_there_stands_where_it_should_be() -> None:
    source = RuleText("r", "a:\nb:\n  -\n  - {c: }\n")
    root, _ = parse(source)
    assert root is not None
    assert positions(source, root) == [
        ("a", "r:1:1"),
        ("b", "r:2:1"),
        ("", "r:1:1"),
        ("", "r:3:3"),
        ("c", "r:4:6"),
        ("", "r:4:6"),
    ]


def test_without_libyaml_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.overrides.file.tree._LOADER", yaml.BaseLoader)
    root, _ = parse(RuleText("r", "a: [城, {b: 1}]\n"))
    assert root is not None
    assert plain(root) == {"a": ["城", {"b": "1"}]}
    with pytest.raises(ReconcileError, match="r:1:4: YAML anchors"):
        parse(RuleText("r", "a: &b c\n"))
    with pytest.raises(ReconcileError, match="r:1:4: this bracket is never closed"):
        parse(RuleText("r", "a: [b, c\n"))

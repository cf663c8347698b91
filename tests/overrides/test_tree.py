from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

from reconcile.errors import ReconcileError
from reconcile.overrides.file.scan import RuleText
from reconcile.overrides.file.tree import Mapping, Node, Scalar, parse, plain

FRAGMENTS = [
    *("a", "b: ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", ": ", "'", '"'),
    *(" #c", "|\n  x\n", ">-\n  x\n", "x y", "key:", "\n- ", "---\n", "包头", "http://x/y?z", "1"),
]


def composed(node: Any) -> Any:
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, MappingNode):
        return {composed(k): composed(v) for k, v in node.value}
    return [composed(n) for n in node.value]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_what_is_accepted_means_what_ruamel_says_it_means(text: str) -> None:
    """Our own reading of the tokens, and its short cuts, never differ from ruamel's composer."""
    try:
        root, faults = parse(RuleText("r.yaml", text))
    except ReconcileError:
        return
    if root is not None and not faults:
        assert plain(root) == composed(YAML(typ="safe", pure=True).compose(text))


def places(source: RuleText, node: Node) -> list[tuple[str, str]]:
    if isinstance(node, Scalar):
        return [(node.value, str(source.place(node.at)))]
    if isinstance(node, Mapping):
        return [p for n in (*node.keys.values(), *node.items.values()) for p in places(source, n)]
    return [p for n in node.items for p in places(source, n)]


def test_every_part_knows_its_place() -> None:
    source = RuleText("r", "\ufeffa: 城市\r\nb:\r\n  - {c: 'x', d: \"y\"}\r\n  - |\r\n    z\r\n")
    root, _ = parse(source)
    assert root is not None
    assert places(source, root) == [
        ("a", "r:1:1"),
        ("b", "r:2:1"),
        ("城市", "r:1:4"),
        ("c", "r:3:6"),
        ("d", "r:3:14"),
        ("x", "r:3:9"),
        ("y", "r:3:17"),
        ("z\n", "r:4:5"),
    ]

"""Rule files, given as texts, become rules; every fault is reported with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from reconcile.errors import CombinedError, ReconcileError
from reconcile.overrides.file.full_width import narrow
from reconcile.overrides.file.position import RuleText
from reconcile.overrides.file.tree import MappingNode, Node, ScalarNode, SequenceNode, parse, plain
from reconcile.overrides.rules.fields import Placed
from reconcile.overrides.rules.kinds import BY_KIND, LinkTest, Rule
from reconcile.overrides.wording import joined, shown
from reconcile.suggest import did_you_mean, nearest

VERSION = "1"
_TOP_KEYS = ("version", "rules", "tests")

_Loc = tuple[int | str, ...]
_Model = TypeVar("_Model", bound=Placed)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules and tests of a run, ordered by file and line."""

    rules: tuple[Rule, ...] = ()
    tests: tuple[LinkTest, ...] = ()


def load_rules(files: Sequence[tuple[str, str]]) -> RuleSet:
    """The rules of `files`, which are pairs of a path and its text. The order does not matter.

    Raises CombinedError with every fault found: syntax, keys, values, ids used twice.
    """
    rules: list[Rule] = []
    tests: list[LinkTest] = []
    errors: list[ReconcileError] = []
    for path, text in sorted(files):
        try:
            source = RuleText(path, text)
            root, faults = parse(source)
        except ReconcileError as error:
            errors.append(error)
            continue
        file = _File(source)
        file.read(root)
        rules += file.rules
        tests += file.tests
        # A fault of form often is a fault of content too: the first is enough.
        known = {_position(e)[:3] for e in faults}
        errors += faults + [e for e in file.errors if _position(e)[:3] not in known]
    errors += _repeated_ids(rules)
    if errors:
        raise CombinedError(tuple(sorted(errors, key=_position)))
    return RuleSet(tuple(rules), tuple(tests))


def _position(error: ReconcileError) -> tuple[str, int, int, str]:
    return error.path or "", error.line or 0, error.column or 0, error.message


def _repeated_ids(rules: Sequence[Rule]) -> Iterator[ReconcileError]:
    first: dict[str, Rule] = {}
    for rule in rules:
        earlier = first.setdefault(rule.id, rule)
        if earlier is not rule:
            yield rule.position.error(
                f"the id {shown(rule.id)} is taken by the rule at {earlier.position}: "
                "give this rule another one"
            )


class _File:
    """One file on its way from a tree to rules; collects faults instead of stopping."""

    def __init__(self, source: RuleText) -> None:
        self.source = source
        self.errors: list[ReconcileError] = []
        self.rules: list[Rule] = []
        self.tests: list[LinkTest] = []

    def fail(self, at: Node, sentence: str) -> None:
        self.errors.append(self.source.error(at.at, sentence))

    def read(self, root: Node | None) -> None:
        """Take rules and tests out of the tree of the whole file."""
        if root is None:
            return
        if not isinstance(root, MappingNode):
            self.fail(root, 'a rule file begins with the lines "version: 1" and "rules:"')
            return
        for key in root.items.keys() - set(_TOP_KEYS):
            self.fail(root.keys[key], _unknown_key(key, _TOP_KEYS, "a rule file"))
        self.check_version(root)
        for node in self.entries(root, "rules"):
            rule = self.rule(node)
            if rule is not None:
                self.rules.append(rule)
        tests = self.entries(root, "tests")
        pasted = [n for n in tests if isinstance(n, MappingNode) and "kind" in n.items]
        if pasted:
            self.fail(
                pasted[0],
                f"this is no test but a rule, as {len(pasted)} of the {len(tests)} here: "
                "move rules to the list under rules:",
            )
        for node in (n for n in tests if n not in pasted):
            test = self.build(LinkTest, node, "a test")
            if test is not None:
                self.tests.append(test)

    def check_version(self, root: MappingNode) -> None:
        node = root.items.get("version")
        if node is None:
            self.fail(root, f'the version is missing: write "version: {VERSION}" on a line above')
        elif not isinstance(node, ScalarNode) or node.value != VERSION:
            got = f" {shown(node.value)}" if isinstance(node, ScalarNode) else ""
            self.fail(node, f"unknown version{got} of the rule format: type {VERSION}")

    def entries(self, root: MappingNode, key: str) -> list[Node]:
        node = root.items.get(key)
        if node is None or (isinstance(node, ScalarNode) and node.plain and not node.value):
            return []
        if isinstance(node, SequenceNode):
            return node.items
        self.fail(node, f'{key} must be a list: begin each of its entries with "- "')
        return []

    def rule(self, node: Node) -> Rule | None:
        """The rule that `node` describes, or None with the faults noted."""
        if not isinstance(node, MappingNode):
            self.fail(node, 'a rule is a set of keys, such as "id: a1", "kind: match" and so on')
            return None
        kind = node.items.get("kind")
        if kind is None:
            self.missing(node, "kind", f"one of {joined(BY_KIND, 'or')}")
            return None
        if not isinstance(kind, ScalarNode) or not kind.value:
            self.fail(kind, f"kind must be one word: {joined(BY_KIND, 'or')}")
            return None
        if kind.value not in BY_KIND:
            hint = did_you_mean(kind.value, BY_KIND) or f"; type {joined(BY_KIND, 'or')}"
            self.fail(kind, f"there is no kind of rule {shown(kind.value)}{hint}")
            return None
        return self.build(BY_KIND[kind.value], node, f"a rule of kind {kind.value}")

    def missing(self, node: MappingNode, key: str, value: str) -> None:
        near = next((k for k in node.items if nearest(k, [key], 70)), None)
        if near is None:
            self.fail(node, f"this rule has no {key}: add {key}: and {value}")
        else:
            self.fail(node.keys[near], f"unknown key {shown(near)}; did you mean {key}?")

    def build(self, model: type[_Model], node: Node, what: str) -> _Model | None:
        """`node` checked by `model`, or None with the faults noted."""
        if not isinstance(node, MappingNode):
            self.fail(node, f"{what} is a set of keys with values")
            return None
        try:
            built = model.model_validate(plain(node))
        except ValidationError as error:
            self.errors += _Faults(self.source, model, node, what).reworded(error)
            return None
        built.put(self.source.position(node.at))
        return built


class _Faults:
    """Rewords what pydantic found wrong with one mapping."""

    def __init__(
        self, source: RuleText, model: type[BaseModel], node: MappingNode, what: str
    ) -> None:
        self.source, self.model, self.node, self.what = source, model, node, what

    def reworded(self, error: ValidationError) -> Iterator[ReconcileError]:
        """One error for each fault; a misspelt key is not reported as missing as well."""
        details: list[Any] = error.errors(include_url=False)
        meant = {
            (*loc[:-1], best)
            for loc in (d["loc"] for d in details if d["type"] == "extra_forbidden")
            if (best := _best_key(str(loc[-1]), self.known(loc)))
        }
        for detail in details:
            loc: _Loc = detail["loc"]
            if detail["type"] == "missing" and loc in meant:
                continue
            write = self._WORDING.get(detail["type"], _Faults.wrong_type)
            at, sentence = write(self, loc, detail)
            yield self.source.error(at.at, sentence)

    def find(self, loc: _Loc) -> Node:
        node: Node = self.node
        for part in loc:
            if isinstance(node, MappingNode) and part in node.items:
                node = node.items[str(part)]
        return node

    def known(self, loc: _Loc) -> tuple[str, ...]:
        """The keys that may stand where the last part of `loc` stands."""
        model: type[BaseModel] = self.model
        for part in loc[:-1]:
            field = next(f for n, f in model.model_fields.items() if (f.alias or n) == part)
            inner = (field.annotation, *get_args(field.annotation))
            model = next(m for m in inner if isinstance(m, type) and issubclass(m, BaseModel))
        return tuple(f.alias or n for n, f in model.model_fields.items())

    def unknown(self, loc: _Loc, detail: Any) -> tuple[Node, str]:
        owner = self.find(loc[:-1])
        key = str(loc[-1])
        at = owner.keys[key] if isinstance(owner, MappingNode) else owner
        what = str(loc[-2]) if len(loc) > 1 else self.what
        return at, _unknown_key(key, self.known(loc), what)

    def missing(self, loc: _Loc, detail: Any) -> tuple[Node, str]:
        key = str(loc[-1])
        what = str(loc[-2]) if len(loc) > 1 else self.what
        return self.find(loc[:-1]), f"{what} needs the key {key}: add it"

    def own(self, loc: _Loc, detail: Any) -> tuple[Node, str]:
        name = str(loc[-1]) if loc else "this rule"
        return self.find(loc), f"{name} {detail['ctx']['sentence']}"

    def choice(self, loc: _Loc, detail: Any) -> tuple[Node, str]:
        node = self.find(loc)
        got = f"not {shown(node.value)}" if isinstance(node, ScalarNode) else "a single word"
        choices = detail["ctx"]["expected"].replace("'", "")
        return node, f"{loc[-1]} must be {choices}, {got}"

    def wrong_type(self, loc: _Loc, detail: Any) -> tuple[Node, str]:
        node, name = self.find(loc), str(loc[-1])
        if detail["type"] != "model_type":
            got = "a list" if isinstance(node, SequenceNode) else "keys with values"
            sentence = f"{name} must be a single value, not {got}: if it is text, put it in quotes"
            return node, sentence
        example = f"{name}: {{{self.known((*loc, ''))[0]}: …}}"
        return node, f"{name} must be keys with values, as in {example}"

    _WORDING: dict[str, Callable[[_Faults, _Loc, Any], tuple[Node, str]]] = {  # noqa: RUF012
        "extra_forbidden": unknown,
        "missing": missing,
        "rule": own,
        "literal_error": choice,
    }


def _best_key(key: str, known: Sequence[str]) -> str | None:
    return nearest(key.replace("_", "-"), known)


def _unknown_key(key: str, known: Sequence[str], what: str) -> str:
    if key != narrow(key) and narrow(key).strip(" \"'") in known:
        return f"type {narrow(key).strip()} in half-width signs instead of {shown(key)}"
    hint = did_you_mean(key.replace("_", "-"), known) or f"; {what} has the keys {joined(known)}"
    return f"unknown key {shown(key) or 'without a name'}{hint}"

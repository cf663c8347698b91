from __future__ import annotations

import pytest

from reconcile.catalogue import BY_NAME
from reconcile.overrides.rules.kinds import BY_KIND, RULE_KINDS, Rule, kind_name


def test_every_kind_has_a_name_of_its_own() -> None:
    assert [kind_name(k) for k in RULE_KINDS] == list(BY_KIND)
    assert len(BY_KIND) == len(RULE_KINDS)


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_a_kind_says_what_it_is_when_it_acts_and_what_it_settles(kind: type[Rule]) -> None:
    assert kind.__doc__
    assert kind.stage in ("source", "rows", "hosts", "links", "findings")
    assert set(kind.settles) <= BY_NAME.keys()


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_the_example_that_editors_show_is_a_rule(kind: type[Rule]) -> None:
    ((example,),) = (kind.model_json_schema()["examples"],)
    assert kind.model_validate(example).kind == kind_name(kind)


def test_what_the_catalogue_says_settles_a_finding_is_a_kind() -> None:
    assert {k for c in BY_NAME.values() for k in c.settled_by} <= BY_KIND.keys() - {"ignore"}

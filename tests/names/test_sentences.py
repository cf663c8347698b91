"""Which letters stand for which character."""

from __future__ import annotations

import pytest

from reconcile.names.model import NameModel
from reconcile.names.sentences import align, explain

TRAINED = NameModel.load().trained


def test_an_alignment_uses_every_letter_once() -> None:
    found = align(TRAINED, "貝爾格萊德", "Belgrade", "RS")
    assert found is not None
    assert "".join(found.units) == "贝尔格莱德"
    assert "".join(found.runs) == "belgrade"
    assert len(found.weights) == 5


def test_a_translated_part_is_told_apart_from_sounds() -> None:
    found = align(TRAINED, "新普利茅斯", "New Plymouth", "NZ")
    assert found is not None
    assert found.translated() == [0]


def test_what_is_too_long_is_said_to_be() -> None:
    (evidence,) = explain(TRAINED, "貝" * 40, "b", "RS", -3.0, 0.0)
    assert evidence.weight == -3.0
    assert "貝" in evidence.detail


def test_weights_are_shared_out_whole() -> None:
    found = explain(TRAINED, "新普利茅斯", "New Plymouth", "NZ", 4.0, 0.0)
    assert {e.name for e in found} == {"translated-part", "sound"}
    assert sum(e.weight for e in found) == pytest.approx(4.0)

"""Override rules: what an editor has decided, and what it does to a run."""

from __future__ import annotations

from reconcile.overrides.file.load import RuleSet, load_rules
from reconcile.overrides.run.audit import (
    BrokenTest,
    answer,
    broken_tests,
    miscounts,
    rule_findings,
)
from reconcile.overrides.run.correct import Corrected, correct
from reconcile.overrides.run.decide import Decisions, is_expired, resolve
from reconcile.overrides.run.settle import settle, uses

__all__ = [
    "BrokenTest",
    "Corrected",
    "Decisions",
    "RuleSet",
    "answer",
    "broken_tests",
    "correct",
    "is_expired",
    "load_rules",
    "miscounts",
    "resolve",
    "rule_findings",
    "settle",
    "uses",
]

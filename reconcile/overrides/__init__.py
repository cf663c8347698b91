"""Override rules: what an editor has decided, and what it does to a run."""

from __future__ import annotations

from reconcile.overrides.account import (
    BrokenTest,
    CountMismatch,
    answer,
    broken_tests,
    miscounts,
    rule_findings,
)
from reconcile.overrides.apply import settle, uses
from reconcile.overrides.correct import Corrected, correct
from reconcile.overrides.decide import (
    AliasUse,
    Decisions,
    Forbidden,
    Forced,
    Stale,
    is_expired,
    resolve,
)
from reconcile.overrides.load import RuleSet, load_rules

__all__ = [
    "AliasUse",
    "BrokenTest",
    "Corrected",
    "CountMismatch",
    "Decisions",
    "Forbidden",
    "Forced",
    "RuleSet",
    "Stale",
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

"""Override rules: what an editor has decided, and what it does to a run."""

from __future__ import annotations

from reconcile.overrides.account import (
    BrokenTest,
    CountMismatch,
    broken_tests,
    miscounts,
    rule_findings,
)
from reconcile.overrides.apply import AliasUse, Decisions, Forbidden, Forced, resolve, settle, uses
from reconcile.overrides.load import RuleSet, load_rules

__all__ = [
    "AliasUse",
    "BrokenTest",
    "CountMismatch",
    "Decisions",
    "Forbidden",
    "Forced",
    "RuleSet",
    "broken_tests",
    "load_rules",
    "miscounts",
    "resolve",
    "rule_findings",
    "settle",
    "uses",
]

"""Checks: pure functions from facts to findings, in one tuple."""

from __future__ import annotations

from reconcile.checks import agreements, records, structure
from reconcile.checks.facts import Facts, finish
from reconcile.checks.verdicts import verdicts
from reconcile.models import Finding

CHECKS = (*agreements.CHECKS, *structure.CHECKS, *records.CHECKS)

__all__ = ["CHECKS", "Facts", "run_checks", "verdicts"]


def run_checks(facts: Facts) -> tuple[Finding, ...]:
    """All findings, check by check, each in source order."""
    return finish([draft for check in CHECKS for draft in check(facts)])

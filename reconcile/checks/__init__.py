"""Checks: pure functions from facts to findings, in one tuple."""

from __future__ import annotations

from reconcile.checks import (
    agreements,
    codes,
    coverage,
    dates,
    duplicates,
    hostnames,
    identity,
    kinds,
    labels,
    markup,
    order,
    records,
    scripts,
    spelling,
    structure,
    style,
    targets,
)
from reconcile.checks.facts import Facts, finish
from reconcile.checks.verdicts import verdicts
from reconcile.models import Finding

CHECKS = (
    *agreements.CHECKS,
    *coverage.CHECKS,
    *duplicates.CHECKS,
    *kinds.CHECKS,
    *structure.CHECKS,
    *markup.CHECKS,
    *codes.CHECKS,
    *style.CHECKS,
    *order.CHECKS,
    *dates.CHECKS,
    *records.CHECKS,
    *scripts.CHECKS,
    *spelling.CHECKS,
    *identity.CHECKS,
    *labels.CHECKS,
    *targets.CHECKS,
    *hostnames.CHECKS,
)

__all__ = ["CHECKS", "Facts", "run_checks", "verdicts"]


def run_checks(facts: Facts) -> tuple[Finding, ...]:
    """All findings, check by check, each in source order."""
    return finish([draft for check in CHECKS for draft in check(facts)])

"""Checks: pure functions from facts to findings, in one tuple."""

from __future__ import annotations

from reconcile.checks import dates
from reconcile.checks.agreements import conflicts, coverage, duplicates, kinds
from reconcile.checks.agreements.verdicts import verdicts
from reconcile.checks.facts import Facts, finish
from reconcile.checks.names import (
    characters,
    host_names,
    identity,
    labels,
    records,
    spelling,
    targets,
)
from reconcile.checks.structure import country_codes, markup, order, sections, style
from reconcile.models import Finding

CHECKS = (
    *conflicts.CHECKS,
    *coverage.CHECKS,
    *duplicates.CHECKS,
    *kinds.CHECKS,
    *sections.CHECKS,
    *markup.CHECKS,
    *country_codes.CHECKS,
    *style.CHECKS,
    *order.CHECKS,
    *dates.CHECKS,
    *records.CHECKS,
    *characters.CHECKS,
    *spelling.CHECKS,
    *identity.CHECKS,
    *labels.CHECKS,
    *targets.CHECKS,
    *host_names.CHECKS,
)

__all__ = ["CHECKS", "Facts", "run_checks", "verdicts"]


def run_checks(facts: Facts) -> tuple[Finding, ...]:
    """All findings, check by check, each in source order."""
    return finish([draft for check in CHECKS for draft in check(facts)])

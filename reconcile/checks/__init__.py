"""Checks: pure functions from facts to findings, in one tuple."""

from __future__ import annotations

from reconcile.catalogue.finding_names import FindingName
from reconcile.checks import dates, links
from reconcile.checks.agreements import conflicts, coverage, duplicates, kinds
from reconcile.checks.check import Check
from reconcile.checks.draft import finish
from reconcile.checks.facts import Facts
from reconcile.checks.names import (
    characters,
    countries,
    host_names,
    identity,
    labels,
    misspelt,
    notes,
    regional_forms,
    spelling,
    targets,
    wrong_links,
    wrong_names,
)
from reconcile.checks.structure import (
    blocks,
    country_codes,
    hosts,
    markup,
    order,
    sections,
    style,
    unread,
)
from reconcile.models import Finding

CHECKS: tuple[Check, ...] = (
    *conflicts.CHECKS,
    *links.LEFT_OPEN,
    *coverage.CHECKS,
    *wrong_names.CHECKS,
    *duplicates.CHECKS,
    *links.CHECKS,
    *kinds.CHECKS,
    *sections.CHECKS,
    *blocks.CHECKS,
    *unread.CHECKS,
    *markup.CHECKS,
    *country_codes.CHECKS,
    *style.CHECKS,
    *order.CHECKS,
    *dates.CHECKS,
    *countries.CHECKS,
    *notes.CHECKS,
    *characters.CHECKS,
    *regional_forms.CHECKS,
    *spelling.CHECKS,
    *misspelt.CHECKS,
    *identity.CHECKS,
    *labels.CHECKS,
    *wrong_links.CHECKS,
    *targets.CHECKS,
    *host_names.CHECKS,
    *hosts.CHECKS,
    *links.IN_ONE_ROW,
)
"""Every check. Their order is that of the findings in a report, so a new one goes to the end."""

__all__ = ["CHECKS", "Check", "Facts", "checks_of", "run_checks"]


def run_checks(facts: Facts) -> tuple[Finding, ...]:
    """All findings, check by check, each in source order."""
    return finish(draft for check in CHECKS for draft in check.find(facts))


def checks_of(name: FindingName) -> tuple[Check, ...]:
    """The checks that find what has a name; none for what is said of rules (see `overrides`)."""
    return tuple(check for check in CHECKS if name in check.yields)

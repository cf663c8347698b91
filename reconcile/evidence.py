"""The value that every comparison gives its reasons as: of names, of hosts and of records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a link: `weight` in log-odds (natural logarithm)."""

    name: str
    detail: str
    weight: float

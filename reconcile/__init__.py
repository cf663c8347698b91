"""Reconcile a Chinese and an English list of the same facts.

import reconcile

result = reconcile.run(zh="chinese.md", en="english.txt")
result.table()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconcile.errors import ReconcileError
from reconcile.version import __version__

if TYPE_CHECKING:
    from reconcile.api import Reconciliation, run

__all__ = ["ReconcileError", "Reconciliation", "__version__", "run"]


def __getattr__(name: str) -> object:
    """`run` and `Reconciliation`, imported when they are first asked for."""
    if name in ("Reconciliation", "run"):
        from reconcile import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

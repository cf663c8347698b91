"""The type of findings' names has the names of the catalogue."""

from __future__ import annotations

import runpy
from typing import get_args

from reconcile.catalogue import CODES
from reconcile.catalogue.finding_names import FindingName
from tests.conftest import ROOT


def test_the_module_is_up_to_date() -> None:
    tool = "tools/build_finding_names.py"
    module = runpy.run_path(str(ROOT / tool))["module"]()
    written = (ROOT / "reconcile" / "catalogue" / "finding_names.py").read_text(encoding="utf-8")
    assert written == module, f"run: python {tool}"


def test_the_names_are_in_the_order_of_the_catalogue() -> None:
    assert get_args(FindingName) == tuple(code.name for code in CODES)

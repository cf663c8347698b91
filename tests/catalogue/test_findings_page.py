"""docs/findings.md says what the catalogue and the cases say."""

from __future__ import annotations

import runpy

from tests.conftest import ROOT


def test_the_page_of_findings_is_up_to_date() -> None:
    tool = ROOT / "tools" / "build_findings_page.py"
    page = runpy.run_path(str(tool))["page"]()
    written = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert written == page, "run: python tools/build_findings_page.py"

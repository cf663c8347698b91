from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.models import Result, SourceRef
from reconcile.report.html import render_html
from reconcile.report.view.view import View, build_view
from tests.report.factory import finding, make_result
from tests.report.html.reader import Page

HOSTILE = "<script>alert(1)</script>\"'&amp;]]><!--\u2028\u202e</p>"
"""A text that would do harm as markup, as an attribute, in a script or on the display."""


@pytest.fixture(scope="session")
def html(view: View, result: Result) -> str:
    return render_html(view, result)


@pytest.fixture(scope="session")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="session")
def hostile() -> tuple[Result, str]:
    """Sources that try to break out of the page, one line of them very long."""
    long = "長" * 5000 + HOSTILE.replace("\u2028", "") + "x" * 5000
    zh = f"## 北京{HOSTILE}\n{long}\n"
    en = f"Beijing {HOSTILE}\n\n- USA {HOSTILE} Town, United States\n"
    made = make_result(texts=(zh, en))
    doc = made.sources[0].document
    ref = SourceRef(doc.id, 2, 5001, 5009, "<script>")
    said = {"text": HOSTILE, "problem": "misspelt", "standard": HOSTILE}
    found = finding(
        "N101", "country-name", "error", "page", HOSTILE, (ref,), suggestion=HOSTILE, params=said
    )
    made = replace(made, findings=(found,))
    return made, render_html(build_view(made), made)

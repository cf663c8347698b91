from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reconcile.report.markdown import code, escaped, render_markdown
from reconcile.report.view.entries import Section
from reconcile.report.view.view import View


def test_markdown_has_every_entry_and_its_places(view: View) -> None:
    text = render_markdown(view, [Section("Open", view.open)])
    assert "### Open" in text
    for e in view.open:
        assert f"`{e.id}`" in text
        ref = e.head.refs[0]
        assert f"`{view.documents[ref.source].path}:{ref.line}:{ref.column}`" in text
    cut = render_markdown(view, [Section("", view.open)], 3)
    assert f"{len(view.open) - 3} more entries not shown." in cut


@given(st.text())
def test_a_text_stays_a_text_in_markdown(text: str) -> None:
    said = escaped(text)
    assert "\n" not in said
    assert not re.search(r"(?<!\\)(\\\\)*[<*_`\[@]", said)
    span = code(text)
    fence = re.match("`+", span)
    assert fence
    assert fence[0] not in span[len(fence[0]) : -len(fence[0])]


def test_with_a_baseline_it_says_what_is_new_and_gone(compared: View) -> None:
    assert "1 new, 1 gone since base.json" in render_markdown(compared, [])


def test_nothing_that_fits_is_said_to_be_nothing(view: View) -> None:
    assert render_markdown(view, []).endswith("No finding fits.\n")

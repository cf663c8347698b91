"""Sources that try to break out of the page, and results far larger than any list."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reconcile.models import Finding, Result, SourceRef
from reconcile.report.html import render_html
from reconcile.report.view.entries import build_entries
from reconcile.report.view.view import build_view
from tests.browser.conftest import opened, write_report
from tests.report.factory import finding, make_result

HOSTILE = "<script>window.hacked = 1</script><img src=x onerror=window.hacked=2>\"'&amp;]]><!--"
MARKS = "\u202e\u2066\u200b\x07\u2028"


def test_hostile_sources_are_text(browser: Browser, tmp_path: Path) -> None:
    long = "長" * 5000 + HOSTILE + MARKS + "x" * 5000
    zh = f"## 北京{HOSTILE}\n{long}\n"
    en = f"Beijing {HOSTILE}\n\n- USA {HOSTILE} Town, United States\n"
    made = make_result(texts=(zh, en))
    ref = SourceRef(made.sources[0].document.id, 2, 5001, 5009, "<script>")
    said = {"text": HOSTILE + MARKS, "problem": "misspelt", "standard": HOSTILE}
    wrong = finding(
        "N101", "country-name", "error", "page", HOSTILE, (ref,), suggestion=HOSTILE, params=said
    )
    file = write_report(replace(made, findings=(wrong,)), tmp_path)
    with opened(browser, file, address=f"#open={wrong.id}") as seen:
        page = seen.page
        for lang in ("en", "zh-Hans", "zh-Hant"):
            page.locator(f"button[data-lang={lang}]").click()
            assert HOSTILE in page.locator(".row[open] .say").inner_text()
            assert page.locator(".row[open] mark").inner_text() == "<script>"
        page.locator(".row[open] [aria-pressed]").click()
        whole = page.locator(".row[open] .here code").inner_text()
        assert "長" * 5000 in whole
        assert all(f"U+{ord(c):04X}" in whole for c in MARKS)
        page.locator(".row[open] [data-copy=line]").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert (
            copied
            == long.replace("<script>", HOSTILE, 1).split("\u2028")[0] + "\u2028" + "x" * 5000
        )
        assert page.evaluate("window.hacked") is None
        assert page.locator("script").count() == 2
        assert seen.complaints == []
        assert seen.requests == [file.as_uri()]


def _many(result: Result, number: int) -> Iterator[Finding]:
    ref = result.sources[0].records[0].partner_ref
    for i in range(number):
        said = {"text": f"名{i}", "problem": "misspelt", "standard": f"名字{i}"}
        message = f"名{i} is a misspelling of 名字{i}"
        made = finding("N101", "country-name", "warning", "page", message, (ref,), params=said)
        yield replace(made, id=f"{i:08x}")


@pytest.mark.parametrize("number", [5_000, 50_000])
def test_a_large_report_stays_small_in_the_page(
    browser: Browser, result: Result, tmp_path: Path, number: int
) -> None:
    many = replace(result, findings=tuple(_many(result, number)))
    sources = [s.document.id for s in many.sources]
    entries = build_entries(many.findings, {}, sources, at_most=number)  # none put together
    file = tmp_path / "index.html"
    view = replace(build_view(many), entries=entries)
    file.write_text(render_html(view, many), encoding="utf-8")
    with opened(browser, file) as seen:
        page = seen.page
        for query in ("misspelling -code:D", "名字4 -severity:info"):
            begin = time.perf_counter()
            page.evaluate("query => app.go(query)", query)
            took = time.perf_counter() - begin
            print(f"{number:,} entries: {query!r} filtered and drawn in {1000 * took:.0f} ms")
        wanted = sum("名字4" in f.message for f in many.findings)
        assert int(page.locator("[data-fold=foldPage]").get_attribute("data-found") or 0) == wanted
        assert page.locator(".row").count() <= 200
        page.locator(".more").last.click()
        assert page.locator(".row").count() <= 200
        page.evaluate(f"app.list.show('', '{number - 1:08x}')")
        assert page.locator(".row[open]").get_attribute("data-id") == f"{number - 1:08x}"
        assert page.locator(".row").count() <= 200
        assert seen.complaints == []

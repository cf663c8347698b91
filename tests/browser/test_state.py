"""Keyboard, address, memory, paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reconcile.models import Result
from reconcile.report.carried import Known
from reconcile.report.html import render_html
from reconcile.report.view.baseline import Baseline, render_baseline, since
from reconcile.report.view.view import View, build_view
from tests.browser.conftest import Opened, opened, write_report


@pytest.fixture
def small(browser: Browser, result: Result, tmp_path: Path) -> Iterator[Opened]:
    with opened(browser, write_report(result, tmp_path)) as seen:
        yield seen


def state(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries(new URLSearchParams(location.hash.slice(1)))"
    )
    return found


def test_the_keyboard_alone_reaches_and_does_everything(small: Opened) -> None:
    page = small.page
    keys = page.keyboard
    keys.press("/")
    assert page.evaluate("document.activeElement.id") == "filter"
    keys.type("severity:error jk")
    assert page.locator("#filter").input_value() == "severity:error jk"
    keys.press("Escape")
    page.locator("#clear").focus()
    keys.press("Enter")
    assert page.locator("#filter").input_value() == ""
    keys.press("j")
    first = page.locator(".row.current").get_attribute("data-id")
    keys.press("j")
    second = page.locator(".row.current").get_attribute("data-id")
    assert first != second
    keys.press("k")
    assert page.locator(".row.current").get_attribute("data-id") == first
    keys.press("o")
    expect(page).to_have_url(re.compile("open="))
    assert state(page)["open"] == first
    keys.press("c")
    page.locator("#toast.shown").wait_for()
    assert "kind:" in page.evaluate("navigator.clipboard.readText()")
    keys.press("o")
    assert page.locator(".row[open]").count() == 0
    keys.press("t")
    assert page.locator("html").get_attribute("data-theme") == "light"
    keys.press("l")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    keys.press("?")
    assert page.locator("#help").is_visible()
    keys.press("j")
    keys.press("Escape")
    assert not page.locator("#help").is_visible()
    assert small.complaints == []


def test_every_control_is_reached_by_tab(small: Opened) -> None:
    page = small.page
    page.evaluate("document.querySelectorAll('.as-table').forEach(d => { d.open = true; })")
    focusable = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary")]
             .filter(e => e.checkVisibility() && e.tabIndex < 0).map(e => e.outerHTML)"""
    )
    assert focusable == []
    queries = "[...new Set([...document.querySelectorAll('{} [data-q]')].map(e => e.dataset.q))]"
    drawn = set(page.evaluate(queries.format("#pictures svg")))
    listed = set(page.evaluate(queries.format("#pictures table")))
    assert drawn <= listed


def test_the_address_restores_what_was_seen(small: Opened) -> None:
    page = small.page
    page.locator("#filter").fill("code:N -severity:info")
    expect(page).to_have_url(re.compile("q=code"))
    page.locator("button[data-lang=zh-Hant]").click()
    page.keyboard.press("t")
    page.keyboard.press("t")
    row = page.locator("details.row").nth(1)
    row.locator("summary").click()
    page.locator(".row[open]").wait_for()
    ident, address = row.get_attribute("data-id"), page.url
    found = page.locator("#result").inner_text()
    assert state(page) == {
        "q": "code:N -severity:info",
        "open": ident,
        "lang": "zh-Hant",
        "theme": "dark",
    }
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#filter").input_value() == "code:N -severity:info"
    assert page.locator(".row[open]").get_attribute("data-id") == ident
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator("#result").inner_text() == found


def test_what_was_chosen_is_remembered_until_another_language_is_asked_for(
    small: Opened, view: View, result: Result, tmp_path: Path
) -> None:
    page = small.page
    page.locator("button[data-lang=zh-Hans]").click()
    page.locator("#theme").click()
    bare = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(bare)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator("html").get_attribute("data-theme") == "light"
    page.goto("about:blank")
    page.goto(f"{bare}#lang=auto")  # the browser of the tests speaks English
    assert page.locator("html").get_attribute("lang") == "en"
    other = tmp_path / "other.html"
    other.write_text(render_html(view.in_language("zh-Hant"), result), encoding="utf-8")
    page.goto(other.as_uri())
    assert page.locator("html").get_attribute("lang") == "zh-Hant"


def test_paper_shows_everything_that_was_folded(small: Opened) -> None:
    page = small.page
    hidden = "[...document.querySelectorAll('details')].filter(d => !d.open).length"
    before = page.evaluate(hidden)
    page.evaluate(
        """() => { addEventListener("beforeprint", () => {
             window.printed = [document.querySelectorAll("details:not([open])").length,
               document.querySelectorAll(".row .excerpt").length]; }); }"""
    )
    short = len(page.pdf())
    shut, excerpts = page.evaluate("window.printed")
    assert shut == 0
    assert excerpts >= page.locator(".row").count()
    assert page.evaluate(hidden) == before
    page.evaluate("document.querySelectorAll('.row').forEach(r => r.remove())")
    assert short > len(page.pdf()) * 1.1


def test_what_is_new_and_gone_is_shown(browser: Browser, result: Result, tmp_path: Path) -> None:
    known = json.loads(render_baseline(result))["findings"]
    new = result.findings[0]
    del known[new.id]
    known["0badf00d"] = "N101 country-name"
    base = Baseline({key: Known(label) for key, label in known.items()})
    view = build_view(result, since("known.json", base, result))
    file = tmp_path / "index.html"
    file.write_text(render_html(view, result), encoding="utf-8")
    with opened(browser, file) as seen:
        entry = next(e for e in view.entries if new in e.findings)
        assert seen.page.locator(".badge").count() == 1
        assert seen.page.locator(f"[data-id='{entry.id}'] .badge").is_visible()
        assert "0badf00d" in seen.page.locator(".gone").text_content()  # type: ignore[operator]
        assert "1 finding new, 1 gone" in seen.page.locator(".columns").inner_text()


def test_a_rule_is_named_where_it_did_something(
    browser: Browser, result: Result, tmp_path: Path
) -> None:
    used = next(r for r in result.rules if r.effects)
    with opened(browser, write_report(replace(result), tmp_path)) as seen:
        page = seen.page
        page.locator("#rules [data-q]", has_text=used.id).click()
        page.locator(".row summary").first.click()
        assert used.because in page.locator(".row[open] .touched").first.inner_text()

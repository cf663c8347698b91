"""What must hold of the HTML report as its readers meet it, whatever they choose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_NAME
from axe_playwright_python.base import __file__ as axe_module
from playwright.sync_api import Browser, Page

from reconcile.catalogue import LANGUAGES
from reconcile.models import Result
from reconcile.report.html.words import LANGUAGE_NAMES
from tests.browser.conftest import DESKTOP, PHONE, TABLET, opened

AXE = (Path(axe_module).parent / AXE_FILE_NAME).read_text(encoding="utf-8")


def violations(page: Page, where: str = "html", *, colours: bool = True) -> list[Any]:
    """What axe finds wrong; colours take most of its time, and are the same in every language."""
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": colours}}}
    found: dict[str, Any] = page.evaluate("([w, o]) => axe.run(w, o)", [where, options])
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found["violations"]]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_asks_for_nothing_complains_of_nothing_and_is_accessible(
    browser: Browser, report: Path, seeds: Result, size: tuple[int, int], scheme: str
) -> None:
    """With an entry and the help open; few rows, as the audit takes seconds for hundreds."""
    link = next(x for x in seeds.links if len(x.evidence) > 3)
    address = f"#q=id:{link.id}|code:N1&open={link.id}"
    with opened(browser, report, size=size, scheme=scheme, address=address) as seen:
        page = seen.page
        page.evaluate(AXE)
        for lang in LANGUAGES:
            page.locator(f"button[data-lang={lang}]").click()
            assert page.locator("html").get_attribute("lang") == lang
            assert page.locator(".row[open] .waterfall").is_visible()
            colours = lang == "en"
            assert violations(page, colours=colours) == []
            page.locator("#help-open").click()
            assert page.locator("#help").is_visible()
            assert violations(page, "#help", colours=colours) == []
            page.keyboard.press("Escape")
        assert seen.requests == [report.as_uri()]
        assert seen.complaints == []


def test_all_that_is_folded_is_accessible_too(browser: Browser, report: Path) -> None:
    with opened(browser, report) as seen:
        seen.page.evaluate(AXE)
        seen.page.evaluate(
            "document.querySelectorAll('main details:not(.row)').forEach(d => { d.open = true; })"
        )
        assert violations(seen.page) == []


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE], ids=["desktop", "tablet", "phone"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_wider_than_the_screen(
    browser: Browser, report: Path, seeds: Result, size: tuple[int, int], lang: str
) -> None:
    address = f"#open={seeds.links[0].id}&lang={lang}"
    with opened(browser, report, size=size, address=address) as seen:
        page = seen.page
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not page.evaluate(wide)
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        assert not page.evaluate(wide)
        page.locator("#help-open").click()
        box = page.locator("#help").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_nothing_english_is_left_in_a_chinese_interface(
    browser: Browser, report: Path, lang: str
) -> None:
    """What stays Latin are names, codes, paths, numbers and what is quoted from the data."""
    script = """() => {
      const skip = 'code, kbd, [lang]:not(html), .native, .place, .hash, script, style, .chip, '
        + '.tag, .mark, svg';
      const out = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let n; (n = walk.nextNode());) {
        const own = n.parentElement.closest('[data-t], nav, h1, h2, h4, label, button, th, dt');
        if (own && !n.parentElement.closest(skip)) out.push(n.data.trim());
      }
      return out.filter((t) => t && !/[\\u4e00-\\u9fff]/.test(t) && /[a-z]{4}/.test(t));
    }"""
    with opened(browser, report, address=f"#lang={lang}") as seen:
        left = set(seen.page.evaluate(script))
        named = set(LANGUAGE_NAMES.values()) | {"reconcile"}
        files = {s for s in left if "." in s or "-" in s}
        assert left - named - files == set()
        assert seen.page.title().startswith("比对" if lang == "zh-Hans" else "比對")


def test_the_seed_pair_fits_into_a_small_file(report: Path) -> None:
    assert report.stat().st_size < 1_500_000


def test_the_page_is_readable_without_script(browser: Browser, report: Path) -> None:
    with opened(browser, report, script=False) as seen:
        page = seen.page
        assert page.locator(".row").count() == 200
        assert page.locator(".no-script").is_visible()
        assert not page.locator("#filter").is_visible()
        row = page.locator("details.row").first
        row.locator("summary").click()
        assert row.locator("mark").first.is_visible()

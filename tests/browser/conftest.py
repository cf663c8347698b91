"""A real browser for the report: the system's Chromium, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reconcile.models import Result
from reconcile.report.html import render_html
from reconcile.report.view.view import View, build_view
from tests.report.factory import make_result

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DESKTOP, TABLET, PHONE = (1280, 900), (768, 1024), (360, 740)


@dataclass
class Opened:
    """A report in a browser, with all that the page asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine; install Debian's package `chromium`")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield made
        made.close()


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    *,
    size: tuple[int, int] = DESKTOP,
    scheme: Any = "light",
    address: str = "",
    script: bool = True,
) -> Iterator[Opened]:
    """The report opened from disk in a fresh profile that has no network."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        offline=True,
        java_script_enabled=script,
        permissions=["clipboard-read", "clipboard-write"],
        locale="en-GB",
    )
    page = context.new_page()
    seen = Opened(page)
    page.on("request", lambda r: seen.requests.append(r.url))
    page.on("console", lambda m: seen.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: seen.complaints.append(str(e)))
    page.goto(file.as_uri() + address)
    yield seen
    context.close()


def write_report(result: Result, folder: Path) -> Path:
    """`index.html` of a result."""
    file = folder / "index.html"
    file.write_text(render_html(build_view(result), result), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def result() -> Result:
    """A few dozen records of the seeds, with every severity, origin and form of grouping."""
    return make_result()


@pytest.fixture(scope="session")
def view(result: Result) -> View:
    return build_view(result)


@pytest.fixture(scope="session")
def report(seeds: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the seeds."""
    return write_report(seeds, tmp_path_factory.mktemp("report"))

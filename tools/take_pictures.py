"""Take the pictures of README and docs: the report in a browser, and the terminal.

    make pictures

Runs `reconcile` on the pair of `reconcile.toml` in a temporary folder, opens the report in the
system's Chromium, and writes into docs/pictures/. The day is fixed, so that pictures change only
where the program does.
"""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-11-30"
COLUMNS = 100
SIZE = (1280, 900)
# File → the address it shows, and what is scrolled to.
VIEWS = {
    "report.png": ("", None),
    "report-list.png": ("#q=severity:error|warning&open={finding}", None),
    "report-pictures.png": ("", "#pictures"),
    "report-zh.png": ("#lang=zh-Hant", None),
    "report-dark.png": ("#theme=dark", None),
}
CELL = 12.2
"""Units that a cell is wide in rich's SVG."""
_TEXT = re.compile(r'textLength="[\d.]+"(?P<rest>[^>]*)>(?P<shown>[^<]*)</text>')
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """Take them all."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("there is no Chromium on this machine; install Debian's package `chromium`")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shown = _run(folder)
        (PICTURES / "terminal.svg").write_text(_drawn(shown), encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            _photograph(browser, Path(folder) / "index.html")
            browser.close()


def _run(folder: str) -> str:
    """What `reconcile` prints, with its colours."""
    options = ["--color", "--limit", "3", "--as-of", DAY, "--out", folder]
    command = [sys.executable, "-m", "reconcile", "run", *options]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.replace(folder, "reports")


def _drawn(shown: str) -> str:
    """A terminal that shows this, as SVG that asks the network for no fonts."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.assemble(("$ ", "dim"), ("reconcile", "bold")))
    console.print(Text.from_ansi(shown))
    return _TEXT.sub(_stretched, _WEB_FONTS.sub("", console.export_svg(title="reconcile")))


def _stretched(text: re.Match[str]) -> str:
    """A text as wide as its cells: rich counts characters, and a Chinese one takes two cells."""
    width = CELL * cell_len(html.unescape(text["shown"]))
    return f'textLength="{width:g}"{text["rest"]}>{text["shown"]}</text>'


def _photograph(browser: Browser, report: Path) -> None:
    page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
    for name, (address, part) in VIEWS.items():
        page.goto("about:blank")
        page.goto(report.as_uri())
        finding = page.evaluate(
            "app.list.groups[0].all.find(i => i.touched.length || i.findings[0].suggestion).id"
        )
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.goto(report.as_uri() + address.format(finding=finding))
        if part:
            page.locator(part).evaluate("e => e.scrollIntoView()")
        page.screenshot(path=PICTURES / name)
        print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()

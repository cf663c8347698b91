"""One opened entry: its lines, its evidence, and what can be copied from it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from reconcile.matching.normalization import normalization
from reconcile.models import Result
from reconcile.report.view.view import build_view
from tests.browser.conftest import PHONE, opened, write_report
from tests.report.factory import with_page

OPEN_ALL = """() => {
  const out = [];
  for (const item of app.list.byId.values()) {
    const detail = detailOf(item, true);
    for (const box of detail.querySelectorAll(".excerpt")) {
      for (const li of box.querySelectorAll("li:not(.gap)")) {
        const code = li.querySelector("code").cloneNode(true);
        code.querySelectorAll(".hidden").forEach((x) => x.replaceWith(
          String.fromCodePoint(parseInt(x.textContent.slice(2), 16))));
        out.push([Number(box.dataset.source), Number(li.querySelector(".nr").textContent),
          code.textContent]);
      }
    }
  }
  return out;
}"""

LINKS = """() => [...app.list.byId.values()].flatMap((item) =>
  [...detailOf(item, true).querySelectorAll(".excerpt")].map((box) => [
    Number(box.dataset.source), Number(/\\d+$/.exec(box.querySelector(".lines").ariaLabel)),
    [...box.querySelectorAll(".place a")].map((a) => [a.href, a.rel])]))"""


def test_every_excerpt_is_what_stands_at_its_line(
    browser: Browser, report: Path, seeds: Result
) -> None:
    lines = [s.document.lines for s in seeds.sources]
    with opened(browser, report) as seen:
        excerpts = seen.page.evaluate(OPEN_ALL)
    assert len(excerpts) > 3 * len(seeds.records)
    for source, number, text in excerpts:
        assert text == lines[source][number - 1]


def test_a_mark_holds_what_the_finding_speaks_of(
    browser: Browser, report: Path, seeds: Result
) -> None:
    single = [e for e in build_view(seeds).entries if e.count == 1 and len(e.head.refs) == 1]
    assert len(single) > 5
    with opened(browser, report) as seen:
        for entry in single:
            marked = seen.page.evaluate(
                """(id) => [...detailOf(app.list.byId.get(id), false).querySelectorAll("mark")]
                     .map(m => m.textContent).join("")""",
                entry.id,
            )
            assert marked == entry.head.refs[0].text


def test_the_weights_shown_add_up_to_the_probability_shown(browser: Browser, report: Path) -> None:
    script = """() => [...app.list.byId.values()].filter(i => i.link).map(i =>
      [...waterfall(i.link).querySelectorAll("tbody tr")].map(tr =>
        [tr.querySelector(".detail-text").textContent, tr.querySelector(".weight").textContent]))"""
    with opened(browser, report) as seen:
        shown = seen.page.evaluate(script)
    assert len(shown) > 100
    for *rows, (sentence, total) in shown:
        weights = [float(w.replace("−", "-")) for _, w in rows]
        assert sum(weights) == pytest.approx(float(total.replace("−", "-")), abs=0.001)
        p = float(re.findall(r"[\d.]+", sentence)[-1])
        assert p == pytest.approx(1 / (1 + math.exp(-sum(weights))), abs=0.0015)


def test_line_numbers_stay_in_sight_where_lines_are_scrolled(
    browser: Browser, report: Path, seeds: Result
) -> None:
    with opened(browser, report, size=PHONE, address=f"#open={seeds.links[0].id}") as seen:
        inside = seen.page.evaluate(
            """() => [...document.querySelectorAll(".row[open] .lines")].map(box => {
                 box.scrollLeft = box.scrollWidth;
                 const a = box.getBoundingClientRect();
                 const b = box.querySelector(".here .nr").getBoundingClientRect();
                 return [box.scrollLeft, b.left - a.left, b.right - a.right];
               })"""
        )
        assert any(scrolled > 0 for scrolled, _, _ in inside)
        for _, left, right in inside:
            assert left >= -1
            assert right < 0


def test_the_steps_shown_are_those_of_the_matcher(
    browser: Browser, report: Path, seeds: Result
) -> None:
    records = {r.id: r for r in seeds.records}
    wanted = {
        link.id: [
            [s.before, s.after]
            for r, other in ((link.zh, link.en), (link.en, link.zh))
            for s in normalization(records[r], records[other])
        ]
        for link in seeds.links
    }
    script = """() => Object.fromEntries([...app.list.byId.values()].filter(i => i.link).map(i => {
      const shown = readings(i.zh, i.en);
      const names = li => [li.querySelector("span").textContent, li.querySelector("b").textContent];
      return [i.id, shown ? [...shown.querySelectorAll("li")].map(names) : []];
    }))"""
    with opened(browser, report) as seen:
        assert seen.page.evaluate(script) == wanted


def test_the_corrected_line_differs_by_the_suggestion_alone(
    browser: Browser, report: Path, seeds: Result
) -> None:
    certain = [
        e
        for e in build_view(seeds).entries
        if e.count == 1 and e.origin == "page" and e.head.suggestion and len(e.head.refs) == 1
    ]
    assert certain
    entry = certain[0]
    ref, right = entry.head.refs[0], entry.head.suggestion
    line = next(s.document.lines for s in seeds.sources if s.document.id == ref.source)[
        ref.line - 1
    ]
    with opened(browser, report, address=f"#open={entry.id}") as seen:
        copied = _copied(seen.page, "line")
    assert copied == f"{line[: ref.column - 1]}{right}{line[ref.end_column - 1 :]}"


def test_the_link_that_is_copied_leads_to_the_entry(browser: Browser, report: Path) -> None:
    with opened(browser, report) as seen:
        row = seen.page.locator("details.row").nth(2)
        row.locator("summary").click()
        address = _copied(seen.page, "link")
        ident = row.get_attribute("data-id")
        seen.page.goto("about:blank")
        seen.page.goto(address)
        assert seen.page.locator(".row[open]").get_attribute("data-id") == ident


def _copied(page: Page, what: str) -> str:
    page.locator(f".row[open] [data-copy='{what}']").click()
    page.locator("#toast.shown").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_an_excerpt_links_to_its_revision_and_to_the_edit_view_of_its_section(
    browser: Browser, tmp_path: Path, result: Result
) -> None:
    known = with_page(result)
    file = write_report(known, tmp_path)
    document = known.sources[1].document
    index = "https://wiki.example.org/w/index.php?title=Twin_towns_%22%3Cb%3E"
    headings = [i for i, line in enumerate(document.lines, 1) if line.startswith("=")]
    assert len(headings) > 2
    with opened(browser, file) as seen:
        found = seen.page.evaluate(LINKS)
        assert seen.requests == [file.as_uri()]
    lines = {line for source, line, _ in found if source == 1}
    assert len({sum(h <= line for h in headings) for line in lines}) > 2
    for source, line, links in found:
        section = sum(heading <= line for heading in headings)
        wanted = [f"{index}&oldid=12", f"{index}&action=edit&section={section}"] if source else []
        assert links == [[address, "noopener noreferrer"] for address in wanted]

"""One number for one thing: what the page shows, what a click brings, what the files say."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser

from reconcile.models import Result
from reconcile.report.contract.values import to_json
from reconcile.report.csv import render_csv
from reconcile.report.json import saved_counts
from reconcile.report.view.view import build_view
from tests.browser.conftest import opened

CLICKS = """() => {
  const { list } = app;
  const out = [], brought = new Map();
  for (const node of document.querySelectorAll("main [data-q]")) {
    if (node.closest("#rules, .label")) continue;  // the ids of rules count nothing
    const title = node.querySelector(":scope > title");
    const said = node.querySelector(".count, b") || title || node;
    const shown = Number(said.textContent.split(":").pop().replace(/\\D/g, ""));
    const { q } = node.dataset;
    if (!brought.has(q)) {
      list.show("");
      node.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      const folds = [...document.querySelectorAll("#rows .fold")];
      const heads = folds.reduce((sum, f) => sum + Number(f.dataset.found), 0);
      brought.set(q, [heads, document.querySelectorAll("#rows .row").length]);
    }
    out.push([q, shown, ...brought.get(q)]);
  }
  return out;
}"""


def test_every_count_is_the_number_of_rows_that_its_click_shows(
    browser: Browser, report: Path
) -> None:
    with opened(browser, report) as seen:
        asked = seen.page.evaluate(CLICKS)
        assert len(asked) > 400
        for query, shown, found, rows in asked:
            assert shown == found, query
            assert rows == min(found, 200), query


def test_the_page_counts_what_the_other_files_count(
    browser: Browser, report: Path, seeds: Result
) -> None:
    said = json.loads(to_json(saved_counts(build_view(seeds))))
    table = csv.DictReader(io.StringIO(render_csv(seeds).removeprefix("\ufeff")))
    by_verdict = Counter(row["verdict"] for row in table)
    with opened(browser, report) as seen:
        page = seen.page
        tiles = page.eval_on_selector_all(
            ".tile", "tiles => tiles.map(t => [t.dataset.q, t.querySelector('.count').textContent])"
        )
        shown = {q.split("verdict:")[1]: int(n.replace(",", "")) for q, n in tiles}
        assert shown == said["verdicts"]
        assert {k: n for k, n in shown.items() if n} == by_verdict
        chips = page.eval_on_selector_all(
            ".first .chip",
            "chips => chips.map(c => [c.dataset.q, c.querySelector('b').textContent])",
        )
        by = said["findings"]["entries_by"]
        for query, number in chips:
            field, value = query.split(":")
            assert int(number) == by[field][value], query
        all_of = page.locator("#result").inner_text()
        assert f"Entries: {said['findings']['entries'] + _settled(seeds)} of" in all_of


def _settled(seeds: Result) -> int:
    return len(build_view(seeds).settled)


def test_the_lines_of_every_source_add_up(browser: Browser, report: Path) -> None:
    with opened(browser, report) as seen:
        rows = seen.page.eval_on_selector_all(
            "#accounting tbody tr",
            """rows => rows.map(r => [...r.querySelectorAll("td")].map(
                 d => Number((d.querySelector("span, b") || d).textContent.replace(/,/g, ""))))""",
        )
    assert len(rows) == 2
    for *parts, whole in rows:
        assert sum(parts) == whole

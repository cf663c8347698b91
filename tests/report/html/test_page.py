from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.catalogue import LANGUAGES, Lang
from reconcile.models import Result
from reconcile.report.html import render_html
from reconcile.report.html.page import AT_ONCE, HERE
from reconcile.report.view.captions import SEVERITIES, VERDICTS
from reconcile.report.view.view import View, build_view
from tests.cli.command import Command
from tests.report.factory import make_result, with_page
from tests.report.html.conftest import HOSTILE
from tests.report.html.reader import Page


def test_it_is_well_formed(page: Page, hostile: tuple[Result, str]) -> None:
    assert page.problems == []
    assert page.stack == []
    assert Page(hostile[1]).problems == []


def test_it_asks_the_network_for_nothing(page: Page, html: str) -> None:
    for _, attrs in page.tags:
        assert "src" not in attrs
        assert (attrs.get("href") or "#").startswith("#")
    assert {tag for tag, _ in page.tags}.isdisjoint({"link", "img", "iframe", "object", "base"})
    style = "".join(page.text_of("style"))
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in html


def test_ids_are_unique_and_anchors_lead_somewhere(page: Page) -> None:
    ids = Counter(a["id"] for _, a in page.tags if "id" in a)
    assert max(ids.values()) == 1
    for tag, attrs in page.tags:
        target = (attrs.get("href") or "#").removeprefix("#")
        assert tag != "a" or "=" in target or target in ids
        for key in ("aria-labelledby", "aria-describedby", "for"):
            assert attrs.get(key) is None or attrs[key] in ids


def test_every_chinese_text_is_marked_as_such(page: Page) -> None:
    for lang, path, text in page.texts:
        if path[-1:] in (("script",), ("style",), ("title",)):
            continue
        assert lang.startswith("zh") or not re.search(r"[\u4e00-\u9fff]", text), text[:80]


def test_hostile_text_stays_text(hostile: tuple[Result, str]) -> None:
    made, html = hostile
    page = Page(html)
    assert sum(tag == "script" for tag, _ in page.tags) == 2
    data = page.data()
    spoken = data["texts"][data["findings"]["rows"][0][1]]
    assert spoken[0] == HOSTILE
    assert all(HOSTILE in text for text in spoken[1:])
    en = data["records"]["rows"][0]
    assert en[data["records"]["cols"].index("host")] == f"Beijing {HOSTILE}"
    zh_lines = data["lines"][0]
    assert zh_lines["2"] == made.sources[0].document.lines[1]
    assert "\u202e" not in "".join(t for _, path, t in page.texts if path[-1:] != ("script",))
    block = html.split('id="data">')[1].split("</script>")[0]
    assert not set(block) & set("<>&\u2028\u2029")


def test_a_long_line_is_cut_in_the_page_without_script(hostile: tuple[Result, str]) -> None:
    marks = Page(hostile[1]).text_of("mark")
    assert marks == ["<script>"]
    visible = [t for _, path, t in Page(hostile[1]).texts if "code" in path]
    assert max(map(len, visible)) < 200


def test_it_shows_the_numbers_of_the_view(page: Page, view: View) -> None:
    heading = [t for _, path, t in page.texts if "h1" in path]
    assert "".join(heading) == view.headline
    counts = [t for _, path, t in page.texts if path[-3:] == ("li", "a", "span") and t.isdigit()]
    assert [int(c) for c in counts[: len(view.verdicts)]] == list(view.verdicts.values())
    data = page.data()
    assert len(data["verdicts"]["rows"]) == len(view.result.verdicts)
    assert len(data["entries"]["rows"]) == len(view.entries)
    assert len(data["findings"]["rows"]) == view.findings.total


def test_at_most_so_many_rows_stand_in_the_page(whole: Result) -> None:
    html = render_html(build_view(whole), whole)
    assert html.count('class="row') <= AT_ONCE
    assert len(html.encode()) < 1_500_000


def test_nothing_found_is_a_page_too() -> None:
    made = make_result(texts=("## 北京\n", "Beijing\n"))
    made = replace(made, findings=(), rules=())
    page = Page(render_html(build_view(made), made))
    assert page.problems == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_in_the_language_of_the_view(view: View, result: Result, lang: Lang) -> None:
    page = Page(render_html(view.in_language(lang), result))
    assert page.problems == []
    assert page.tags[0] == ("html", {"lang": lang})
    spoken = "".join(t for _, path, t in page.texts if "h1" in path)
    assert spoken == view.in_language(lang).headline
    number = LANGUAGES.index(lang)
    texts = [t if isinstance(t, str) else t[number] for t in page.data()["texts"]]
    for tag, attrs in page.tags:
        for name in ("title", "aria-label", "placeholder"):
            assert name not in attrs or tag == "html" or f"data-t-{name}" in attrs, attrs
            if f"data-t-{name}" in attrs:
                assert attrs[name] == texts[int(attrs[f"data-t-{name}"] or "")]


def test_every_sign_is_drawn_by_the_style(page: Page) -> None:
    style = (HERE / "style.css").read_text(encoding="utf-8")
    drawn = dict(re.findall(r'\.glyph\.([a-z-]+)::before \{ content: "(.)"', style))
    assert set(drawn) == {*VERDICTS, *SEVERITIES}
    used = {
        (a["class"] or "").split()[1] for _, a in page.tags if "glyph " in (a.get("class") or "")
    }
    assert used <= set(drawn)
    for names in (VERDICTS, SEVERITIES):
        assert len({drawn[name] for name in names}) == len(names)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_have_contrast(theme: int) -> None:
    style = (HERE / "style.css").read_text(encoding="utf-8")
    pattern = r"--([a-z-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\)"
    pairs = re.findall(pattern, style)
    colors = {name: values[theme] for name, *values in pairs}
    grounds = [luminance(colors.pop(name)) for name in ("paper", "card", "sunk")]
    for name in ("line", "mark"):
        del colors[name]
    assert len(colors) > 10
    for name, color in colors.items():
        for ground in grounds:
            low, high = sorted((ground, luminance(color)))
            least = 3 if name == "mark-line" else 4.5
            assert (high + 0.05) / (low + 0.05) >= least, name


def test_the_command_passes_the_language_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zh.md").write_text(
        "## 北京\n\n| 城市 | 友城 |\n| --- | --- |\n| 北京市 | 東京 |\n"
    )
    (tmp_path / "en.txt").write_text("==B==\nBeijing\n\n- JPN Tokyo, Japan\n")
    pair = Command(tmp_path, capsys)
    assert pair("run", "zh.md", "en.txt", "--lang", "zh-Hant", "-q").code == 0
    html = (tmp_path / "reports/index.html").read_text(encoding="utf-8")
    assert '<html lang="zh-Hant">' in html
    summary = (tmp_path / "reports/summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# Reconciliation\n\nOf ")


def test_a_source_that_is_a_page_links_to_its_revision(result: Result) -> None:
    known = with_page(result)
    links = [a for tag, a in Page(render_html(build_view(known), known)).tags if tag == "a"]
    outside = [a for a in links if not str(a["href"]).startswith("#")]
    address = "https://wiki.example.org/w/index.php?title=Twin_towns_%22%3Cb%3E&oldid=12"
    assert [a["href"] for a in outside] == [address]
    assert outside[0]["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("index", [None, "javascript:alert(1)//", "data:text/html,x", "//a"])
def test_no_other_addresses_are_linked(result: Result, index: str | None) -> None:
    known = with_page(result, index)
    text = render_html(build_view(known), known)
    links = [a for tag, a in Page(text).tags if tag == "a"]
    assert all(str(a["href"]).startswith("#") for a in links)
    assert "revision 12 of 2026-11-28" in text
    assert index is None or index not in text

"""The seeds rewritten as wikitext and as a saved page give the verdicts of the originals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from reconcile.models import ParsedSource, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import format_of, read_document
from tests.conftest import AS_OF, EN_SEED, ROOT, ZH_SEED, parsed
from tests.sources.rewrite import HTML, WIKITEXT, page, rewrite

FORMS: dict[str, Callable[[ParsedSource], str]] = {
    "wikitext": lambda source: rewrite(source, WIKITEXT),
    "html": lambda source: page(rewrite(source, HTML)),
}


SEEDS: tuple[tuple[str, Side], ...] = ((ZH_SEED, "zh"), (EN_SEED, "en"))


@cache
def rewritten(form: str) -> Result:
    documents = [
        read_document(FORMS[form](parsed(path, side)).encode(), f"{side}.txt", side)
        for path, side in SEEDS
    ]
    assert [format_of(d).name for d in documents] == [form, form]
    return run(documents, load_rules([]), Settings(AS_OF))


@pytest.mark.parametrize("form", FORMS)
def test_verdicts_do_not_depend_on_the_format(form: str, seeds: Result) -> None:
    expected, found = verdicts(seeds), verdicts(rewritten(form))
    if form == "html":  # it has no blank lines inside a list, which tell that rows were lost
        expected, found = without_gaps(expected), without_gaps(found)
    assert found - expected == expected - found == Counter()


@pytest.mark.parametrize("form", FORMS)
def test_every_line_of_a_rewritten_list_is_understood(form: str) -> None:
    for source in rewritten(form).sources:
        assert "not-understood" not in source.uses


# format, side, text: short lists, which nothing but their marks tells
SHORT: list[tuple[str, Side, str]] = [
    ("wikitext", "zh", "==長沙市==\n* [[日本]][[鹿兒島市]]\n* {{flagicon|KOR}} [[龜尾市]]\n"),
    ("wikitext", "en", "'''Changsha'''\n* Kagoshima, Japan\n* Gumi, South Korea\n"),
    ("wikitext", "zh", "{|\n! 己方 !! 國家 !! 對方\n|-\n| 長沙市 || 日本 || 鹿兒島市\n|}\n"),
    ("wikitext", "en", "# [[Changsha]]\n## [[Kagoshima]], Japan\n## [[Gumi]], South Korea\n"),
    ("html", "zh", "<h2>長沙市</h2>\n<ul><li>日本鹿兒島市</li>\n<li>韓國龜尾市</li></ul>\n"),
    ("html", "en", "<ul><li>Changsha<ul><li>Kagoshima, Japan</li><li>Gumi</li></ul></li></ul>\n"),
    ("markdown", "zh", "## 長沙市\n\n- 日本[鹿兒島市](a.md)\n- 韓國[龜尾市](b.md)\n"),
    (
        "markdown",
        "zh",
        "| 己方 | 國家 | 對方 |\n| --- | --- | --- |\n| 長沙市 | 日本 | 鹿兒島市 |\n",
    ),
    ("markdown", "en", "# Changsha\n\n* Kagoshima, Japan\n* Gumi, South Korea\n"),
    (
        "markdown",
        "zh",
        "<table>\n<tr><td>長沙市</td><td>日本</td><td>鹿兒島市</td></tr>\n</table>\n",
    ),
    ("text", "en", "Changsha\n\n- JPN Kagoshima, Japan\n- KOR Gumi, South Korea\n"),
    ("text", "en", "==C==\nChangsha [ 7]\n• Kagoshima , Japan\n• Gumi , South Korea\n"),
    ("text", "zh", "長沙市\n\n- 日本鹿兒島市（1982年）\n- 韓國龜尾市\n"),
]


@pytest.mark.parametrize(("form", "side", "text"), SHORT)
def test_short_lists_are_recognised(form: str, side: Side, text: str) -> None:
    document = read_document(text.encode(), "list", side)
    assert format_of(document).name == form


SAMPLES = {
    ZH_SEED: "markdown",
    EN_SEED: "text",
    "tests/samples/zh_guangdong.md": "markdown",
    "tests/samples/zh_sichuan.md": "markdown",
    "tests/samples/zh_zhejiang.md": "markdown",
    "tests/samples/en_china_list_other_rendering_head.txt": "text",
}


@pytest.mark.parametrize("path", SAMPLES)
def test_samples_are_recognised_whole_and_by_their_first_lines(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    for part in (text, "".join(text.splitlines(keepends=True)[:25])):
        assert format_of(read_document(part.encode(), "list", "zh")).name == SAMPLES[path]


def verdicts(result: Result) -> Counter[tuple[object, ...]]:
    """Host, partner and verdict of every pair and of every row that has no counterpart."""
    records = {r.id: (r.host, r.partner) for s in result.sources for r in s.records}
    return Counter(
        (v.verdict, v.reason, records.get(v.zh or ""), records.get(v.en or ""))
        for v in result.verdicts
    )


def without_gaps(found: Counter[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    """The verdicts without the ones that follow from blank lines."""
    return Counter(
        ("only-zh", "partner-missing", *who) if reason == "lost-in-copy" else (name, reason, *who)
        for name, reason, *who in found.elements()
    )

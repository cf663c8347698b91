"""The format of a text is told by what it looks like, and no text is too strange for any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.models import Side
from reconcile.sources import (
    FORMATS,
    Layout,
    SourceFile,
    columns_of,
    format_of,
    read_document,
    read_side,
)
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table, Title
from reconcile.sources.inline import Inline
from tests.conftest import EN_SEED, ROOT, ZH_SEED

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


def test_an_unknown_format() -> None:
    (document,) = read_side([SourceFile("list", b"host,partner\n")], "zh", Layout("cvs"))
    with pytest.raises(ReconcileError, match=r"did you mean csv\? Known are wikitext"):
        format_of(document)


def test_columns_that_the_user_names_make_a_table_of_a_text() -> None:
    text = "甲;乙\n上海市;橫濱\n"
    plain = read_side([SourceFile("list", text.encode())], "zh")[0]
    layout = Layout(columns=(("host", "甲"), ("partner", "乙")))
    (named,) = read_side([SourceFile("list", text.encode())], "zh", layout)
    assert (format_of(plain).name, format_of(named).name) == ("text", "csv")


HOLD = {
    "csv": (
        "City,Sister city,Since\n",
        {"host": "City", "partner": "Sister city", "date": "Since"},
    ),
    "json": (
        '[{"city": "x", "partner": {"name": "y"}}]',
        {"host": "city", "partner": "partner.name"},
    ),
    "text": ("Changsha\n- Kagoshima, Japan\n", {}),
}


@pytest.mark.parametrize("name", HOLD)
def test_what_columns_hold(name: str) -> None:
    text, columns = HOLD[name]
    document = read_document(text.encode(), "list", "en")
    assert format_of(document).name == name
    assert columns_of(document) == columns


MARKUP = st.text(alphabet="ab北京[]()\\|<>/&;\"'- \n#=*tdr-{}\ue000\ue001\ue002", min_size=1)
TAGS = st.lists(
    st.sampled_from(
        [
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "<th>",
            "<s>",
            "<a href=x>",
            "</a>",
            "北京",
            "1999年",
            "\n",
            "| a | b |\n",
            "## x\n",
            "<p>",
            "<!--",
            "-->",
            "<script>",
            "[x](y)",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150)
@given(MARKUP | TAGS)
def test_no_text_is_too_strange(text: str) -> None:
    if not text.strip():
        return
    document = read_document(text.encode(), "x.md", "zh")
    for form in FORMATS:
        try:
            blocks = list(form.read(document))
        except ReconcileError:
            continue  # what is no such table is refused in one sentence
        for block in blocks:
            for inline in pieces(block):
                for char, offset in zip(inline.text, inline.offsets, strict=True):
                    shown = document.text[offset]
                    assert char in (shown, " ", "\n") or shown in "&\\"


def pieces(block: SourceBlock) -> list[Inline]:
    match block:
        case Structure():
            return []
        case Heading():
            return [block.title]
        case Title() | Entry():
            return [block.content]
        case Table():
            return [c.content for row in block.rows for c in row.cells]

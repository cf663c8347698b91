"""What addresses say of pages: their many shapes, and refusals that say what to write."""

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.project.wiki.address import PageAddress, is_address, page_address, readable, title_in

LIST = "中国友好城市列表"
CODED = "%E4%B8%AD%E5%9B%BD%E5%8F%8B%E5%A5%BD%E5%9F%8E%E5%B8%82%E5%88%97%E8%A1%A8"
ZH, EN, OTHER = "https://zh.wikipedia.org", "https://en.wikipedia.org", "https://wiki.example.org"

SHAPES = [
    # address, site, title, folder of the scripts
    (f"{ZH}/wiki/{LIST}", ZH, LIST, None),
    (f"{ZH}/wiki/{CODED}", ZH, LIST, None),
    (f"HTTPS://ZH.Wikipedia.org/wiki/{CODED}#A", ZH, LIST, None),
    (f"  {ZH}/wiki/{LIST}?variant=zh-tw ", ZH, LIST, None),
    (f"https://zh.m.wikipedia.org/wiki/{CODED}", ZH, LIST, None),
    (f"{ZH}/zh-tw/{CODED}", ZH, LIST, None),
    (f"{ZH}/zh/{LIST}", ZH, LIST, None),
    (f"{ZH}/zh-hans/{LIST}", ZH, LIST, None),
    (f"{ZH}/w/index.php?title={CODED}", ZH, LIST, "/w"),
    (f"{ZH}/w/index.php?title={CODED}&action=edit&section=3", ZH, LIST, "/w"),
    (f"{ZH}/?title={LIST}", ZH, LIST, None),
    (
        f"{EN}/wiki/Sister_cities_of_St._Paul%2C_Minnesota",
        EN,
        "Sister cities of St. Paul, Minnesota",
        None,
    ),
    (f"{EN}/wiki/AC/DC", EN, "AC/DC", None),
    (f"{EN}/wiki/C%2B%2B", EN, "C++", None),
    (f"{EN}/wiki/C++", EN, "C++", None),
    (f"{EN}/w/index.php?title=C%2B%2B_and+more", EN, "C++ and more", "/w"),
    (f"{EN}/wiki/What%3F", EN, "What?", None),
    (f"{EN}/wiki/__A__b_", EN, "A b", None),
    ("https://m.mediawiki.org/wiki/Help:A", "https://mediawiki.org", "Help:A", None),
    (f"{OTHER}/index.php/Sister_cities", OTHER, "Sister cities", ""),
    (f"{OTHER}/index.php?title=Sister_cities", OTHER, "Sister cities", ""),
    (f"{OTHER}/mw/index.php/A/B", OTHER, "A/B", "/mw"),
    (f"{OTHER}/wiki/index.php/A", OTHER, "A", "/wiki"),
    (f"{OTHER}/wiki/index.php?title=A", OTHER, "A", "/wiki"),
    ("http://wiki.example.org:8080/wiki/A", "http://wiki.example.org:8080", "A", None),
    ("http://[::1]:8080/wiki/A", "http://[::1]:8080", "A", None),
    ("zh:中国友好城市列表", ZH, LIST, "/w"),
    ("zh:A_b#C", ZH, "A b", "/w"),
    ("en:List of twin towns: A", EN, "List of twin towns: A", "/w"),
    ("simple:Chicago", "https://simple.wikipedia.org", "Chicago", "/w"),
    ("zh-min-nan:Tâi-pak", "https://zh-min-nan.wikipedia.org", "Tâi-pak", "/w"),
]


@pytest.mark.parametrize(("text", "site", "title", "folder"), SHAPES)
def test_shapes(text: str, site: str, title: str, folder: str | None) -> None:
    assert is_address(text.strip())
    found = page_address(text)
    assert (found.site, found.title, found.folder) == (site, title, folder)
    assert (found.revision, found.page_id) == (None, None)
    assert found.host == site.split("://")[1]


NUMBERED = [
    (f"{ZH}/w/index.php?title=A&oldid=12", "A", 12, None),
    (f"{ZH}/wiki/A?oldid=12", "A", 12, None),
    (f"{ZH}/w/index.php?oldid=12", None, 12, None),
    (f"{ZH}/?curid=34", None, None, 34),
    (f"{ZH}/w/index.php?curid=34", None, None, 34),
    (f"{ZH}/wiki/Special:PermanentLink/56", "Special:PermanentLink/56", 56, None),
    (f"{ZH}/wiki/Special:固定链接/56", "Special:固定链接/56", 56, None),
    (f"{ZH}/wiki/A?oldid=&curid=", "A", None, None),
]


@pytest.mark.parametrize(("text", "title", "revision", "page_id"), NUMBERED)
def test_revisions_and_numbers_of_pages(
    text: str, title: str | None, revision: int | None, page_id: int | None
) -> None:
    found = page_address(text)
    assert (found.title, found.revision, found.page_id) == (title, revision, page_id)


def test_what_stands_before_the_usual_path() -> None:
    assert page_address("https://a.example.org/zh/wiki/A").before == "/zh"
    assert page_address(f"{ZH}/wiki/wiki/A").title == "wiki/A"


def test_paths_that_only_the_wiki_can_tell() -> None:
    found = page_address(f"{OTHER}/title/Sister_cities")
    assert (found.title, found.folder) == (None, None)
    assert title_in(found, "/title/$1") == "Sister cities"
    assert title_in(page_address(f"{OTHER}/a/B_c.html"), "/a/$1.html") == "B c"
    for address in (f"{OTHER}/a/B", f"{OTHER}/title/"):
        with pytest.raises(ReconcileError, match=r"write \?title="):
            title_in(page_address(address), "/title/$1")
    with pytest.raises(ReconcileError, match=r"'\|' in its title"):
        title_in(page_address(f"{OTHER}/title/A%7CB"), "/title/$1")


REFUSED = [
    ("file:///etc/passwd", "file: addresses are not read"),
    ("ftp://example.org/wiki/A", "ftp: addresses are not read"),
    ("https:///wiki/A", "has no host"),
    ("https://[::1/wiki/A", "this is no address"),
    ("https://a.example.org:99999/wiki/A", "this is no address"),
    ("https://a.example.org:0/wiki/A", "has no host"),
    (f"{ZH}", "names no page: add its title"),
    (f"{ZH}/", "names no page"),
    (f"{ZH}/wiki/", "names no page"),
    (f"{ZH}/wiki/_", "names no page"),
    (f"{ZH}/w/index.php", "names no page"),
    (f"{ZH}/w/index.php?title=A&diff=12&oldid=11", "comparison: name one revision"),
    (f"{ZH}/w/index.php?title=A&oldid=next", "oldid must be a number, not 'next'"),
    (f"{ZH}/w/index.php?oldid=0", "oldid must be a number"),
    (f"{ZH}/w/index.php?oldid={'9' * 30}", "oldid must be a number"),
    (f"{ZH}/wiki/%D6%D0%B9%FA", "is not UTF-8"),
    (f"{ZH}/w/index.php?title=%D6%D0%B9%FA", "is not UTF-8"),
    (f"{ZH}/wiki/A%7CB", "'|' in its title"),
    (f"{ZH}/wiki/%1FA%7CB", "in its title"),
    (f"{ZH}/wiki/A%00", "in its title"),
    (f"{ZH}/wiki/A[B]", "'[' in its title"),
    (f"{ZH}/wiki/" + "長" * 86, "more than 255 bytes"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_refusals(text: str, why: str) -> None:
    assert is_address(text)
    with pytest.raises(ReconcileError) as refused:
        page_address(text)
    assert why in refused.value.message
    assert refused.value.path == readable(text)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(ReconcileError, match="name or password") as refused:
        page_address("https://me:secret@example.org/wiki/A")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "name",
    ["list.md", "zh/list.md", "-", "C:\\lists\\zh.md", "c:/list.md", "zh:", "zh:/a", "zh: a"],
)
def test_names_of_files_are_no_addresses(name: str) -> None:
    assert not is_address(name)


def test_addresses_are_shown_as_browsers_show_them() -> None:
    assert readable(f"{ZH}/wiki/{CODED}_%28A%29%20") == f"{ZH}/wiki/{LIST}_%28A%29%20"
    assert readable("https://a/%D6%D0") == "https://a/%D6%D0"  # no UTF-8
    assert readable("https://a/%E2%80%AE") == "https://a/%E2%80%AE"  # would turn the line round
    assert page_address(f"{ZH}/wiki/{CODED}").name == f"{ZH}/wiki/{LIST}"


def test_the_page_is_looked_up_where_it_is() -> None:
    found = page_address("https://zh.m.wikipedia.org/wiki/A?oldid=3#B")
    assert found == PageAddress(
        "https://zh.m.wikipedia.org/wiki/A?oldid=3#B",
        "https://zh.wikipedia.org/wiki/A?oldid=3",
        ZH,
        "A",
        3,
    )

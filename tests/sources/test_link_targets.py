"""Titles of pages and names of flags, by the addresses that lead to them."""

from __future__ import annotations

import pytest

from reconcile.sources.link_targets import flag_of_classes, flag_of_file, link_title


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("https://zh.wikipedia.org/wiki/:普羅夫迪夫州", "普羅夫迪夫州"),
        ("../Page/科隆.md", "科隆"),
        ("https://zh.wikipedia.org/wiki/%E5%8C%97%E4%BA%AC_(x)", "北京 (x)"),
        ("http://www.example.org/a", "http://www.example.org/a"),
        ("/w/index.php?title=%E4%BA%AC&redlink=1", "京"),
        ("//zh.wikipedia.org/zh-tw/A_b#c", "A b"),
        ("A\\_b.md", "A b"),
        ("http://[a", "http://[a"),
        ("#cite_note-1", ""),
    ],
)
def test_link_targets_become_titles(target: str, title: str) -> None:
    assert link_title(target) == title


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("Flag of Japan.svg", "Japan"),
        ("//a/thumb/Flag_of_the_United_Kingdom.svg/22px-Flag_of_the_United_Kingdom.svg.png",) * 2,
        ("Flag_of_Canada_(Pantone).svg", "Canada"),
        ("日本國旗.svg", "日本"),
        ("Map of Japan.svg", None),
        ("Flagstaff.jpg", None),
    ],
)
def test_flags_by_the_name_of_their_file(name: str, flag: str | None) -> None:
    expected = "United Kingdom" if flag == name else flag
    assert flag_of_file(name) == expected


@pytest.mark.parametrize(
    ("classes", "code"),
    [
        ("flag flag-de", "DE"),
        ("fi fi-jp fis", "JP"),
        ("flag-icon flag-icon-us", "US"),
        ("iti__flag flag fr", "FR"),
        ("flag-list-elem", None),
        ("flag flag-sm flag-br", "BR"),
        ("wifi-on flag", None),
        ("", None),
    ],
)
def test_flags_by_the_classes_of_an_element(classes: str, code: str | None) -> None:
    assert flag_of_classes(classes) == code

"""Copies: their names are safe, they stay in their folder, and nothing else is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.project.wiki.keep import file_name, keep
from reconcile.project.wiki.mediawiki import FetchedPage
from tests.project.wiki.pages import fetched

NAMES = [
    ("中国友好城市列表", "中国友好城市列表"),
    ("List of twin towns", "List of twin towns"),
    ('A/B\\C:D*E?F"G<H>I|J#K', "A_B_C_D_E_F_G_H_I_J_K"),
    ("../../etc/passwd", "_._.._etc_passwd"),
    ("..", "__"),
    (".hidden", "_hidden"),
    ("-rf", "_rf"),
    ("What...", "What_"),
    ("A\u202eB\x00", "A_B_"),
    ("CON", "_CON"),
    ("com1.txt", "_com1.txt"),
    ("Contact", "Contact"),
    ("Cafe\u0301", "Café"),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100))
def test_every_title_has_a_name_that_every_file_system_takes(title: str) -> None:
    name = file_name(title)
    assert name
    assert len(name.encode()) <= 120
    assert name.isprintable()
    assert not set(name) & set('<>:"/\\|?*#')
    assert name[0] not in ".- "
    assert name[-1] not in ". "
    assert Path("folder", f"{name}.wiki").parent == Path("folder")


def test_long_titles_stay_apart() -> None:
    one, other = file_name("長" * 80 + "甲"), file_name("長" * 80 + "乙")
    assert one != other
    assert one.startswith("長" * 37 + "~")


def test_a_copy(tmp_path: Path) -> None:
    (path,) = keep(str(tmp_path / "new" / "folder"), [fetched()])
    assert path == str(tmp_path / "new" / "folder" / "中國城市.wiki")
    assert Path(path).read_bytes() == "== 甲 ==\n".encode()
    assert json.loads(Path(f"{path}.json").read_text(encoding="utf-8")) == {
        "schema": "reconcile-page/1",
        "title": "中國城市",
        "page_id": 3,
        "revision": 7,
        "timestamp": "2026-11-28T06:58:03Z",
        "language": "zh",
        "site": "維基百科",
        "api": "https://zh.wikipedia.org/w/api.php",
        "index": "https://zh.wikipedia.org/w/index.php",
        "licence": {
            "name": "CC BY-SA 4.0",
            "url": "https://creativecommons.org/licenses/by-sa/4.0/",
        },
        "address": "https://zh.wikipedia.org/wiki/A",
        "sha256": "ac3eb4076c41f8c81483846aa37a9200099ca2b9d5952f42b5ea52574aea0b82",
    }
    assert len(list(Path(path).parent.iterdir())) == 2


def kept(folder: Path, *pages: FetchedPage) -> list[str]:
    return [Path(p).name for p in keep(str(folder), pages)]


def test_a_newer_revision_replaces_an_unchanged_copy(tmp_path: Path) -> None:
    assert kept(tmp_path, fetched()) == ["中國城市.wiki"]
    assert kept(tmp_path, fetched(text="new", revision=8)) == ["中國城市.wiki"]
    assert (tmp_path / "中國城市.wiki").read_text(encoding="utf-8") == "new"
    assert '"revision": 8' in (tmp_path / "中國城市.wiki.json").read_text(encoding="utf-8")


def test_a_revision_that_was_asked_for_keeps_its_own_file(tmp_path: Path) -> None:
    old = fetched(text="old", revision=5, query="?oldid=5")
    assert kept(tmp_path, fetched(), old) == ["中國城市.wiki", "中國城市@5.wiki"]
    assert (tmp_path / "中國城市@5.wiki").read_text(encoding="utf-8") == "old"


def test_other_pages_of_the_title(tmp_path: Path) -> None:
    english = fetched(host="en.wikipedia.org", text="en")
    assert kept(tmp_path, fetched(), english) == [
        "中國城市.wiki",
        "中國城市 (en.wikipedia.org).wiki",
    ]
    assert kept(tmp_path, english, fetched())[0] == "中國城市 (en.wikipedia.org).wiki"
    assert kept(tmp_path, fetched("a", page_id=1), fetched("A", page_id=2)) == [
        "a.wiki",
        "A (zh.wikipedia.org).wiki",
    ]
    assert kept(tmp_path, fetched("b"), fetched("b")) == ["b.wiki", "b.wiki"]


@pytest.mark.parametrize("name", ["中國城市.wiki", "中國城市.wiki.json"])
def test_files_that_are_no_copies_stay(tmp_path: Path, name: str) -> None:
    mine = tmp_path / name
    mine.write_text("mine", encoding="utf-8")
    assert kept(tmp_path, fetched()) == ["中國城市 (zh.wikipedia.org).wiki"]
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_copy_that_someone_has_changed_stays(tmp_path: Path) -> None:
    (path,) = keep(str(tmp_path), [fetched()])
    Path(path).write_text("mended", encoding="utf-8")
    with pytest.raises(ReconcileError, match="this copy was changed since it was fetched"):
        keep(str(tmp_path), [fetched("other", page_id=4), fetched(text="new")])
    assert {p.name for p in tmp_path.iterdir()} == {"中國城市.wiki", "中國城市.wiki.json"}
    assert Path(path).read_text(encoding="utf-8") == "mended"


def test_links_out_of_the_folder_are_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("outside", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "中國城市.wiki").symlink_to(outside)
    (folder / "other.wiki.json").symlink_to(outside)
    assert kept(folder, fetched(), fetched("other", page_id=4)) == [
        "中國城市 (zh.wikipedia.org).wiki",
        "other (zh.wikipedia.org).wiki",
    ]
    assert outside.read_text(encoding="utf-8") == "outside"


def test_when_every_name_is_taken(tmp_path: Path) -> None:
    for name in ("中國城市.wiki", "中國城市 (zh.wikipedia.org).wiki"):
        (tmp_path / name).mkdir()
    with pytest.raises(ReconcileError, match="this is there already, and no copy of the page"):
        keep(str(tmp_path), [fetched()])


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ReconcileError, match="the pages cannot be written here"):
        keep(str(tmp_path / "file"), [fetched()])

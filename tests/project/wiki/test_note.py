"""The note beside a copy: read back as it was written, and trusted only where the text fits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.project.wiki.keep import keep
from reconcile.project.wiki.note import page_of_copy, read_note
from tests.project.wiki.pages import fetched


def test_a_copy_is_known_by_its_note(tmp_path: Path) -> None:
    page = fetched()
    (path,) = keep(str(tmp_path), [page])
    assert page_of_copy(path, Path(path).read_bytes()) == (page.page, None)


def test_a_file_without_note(tmp_path: Path) -> None:
    assert page_of_copy(str(tmp_path / "a.wiki"), b"x") == (None, None)


def test_a_copy_that_was_changed(tmp_path: Path) -> None:
    (path,) = keep(str(tmp_path), [fetched()])
    page, told = page_of_copy(path, b"other")
    assert page is None
    assert told == f"{path} is not as it was fetched: its lines are not linked to the page"


OTHERS = [
    "",
    "[]",
    '{"host": "A"}',
    "{",
    "\ufeff{}",
    '{"schema": "reconcile-page/1"}',
    '{"schema": "reconcile-page/2"}',
]


@pytest.mark.parametrize("text", OTHERS)
def test_files_of_another_kind_are_no_notes(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.wiki.json").write_text(text, encoding="utf-8")
    assert read_note(str(tmp_path / "a.wiki")) is None


@pytest.mark.parametrize(
    ("key", "value"), [("page_id", "x"), ("title", None), ("revision", None), ("sha256", 5)]
)
def test_a_damaged_note_is_none(tmp_path: Path, key: str, value: object) -> None:
    (path,) = keep(str(tmp_path), [fetched()])
    note = Path(f"{path}.json")
    note.write_text(json.dumps(json.loads(note.read_text("utf-8")) | {key: value}), "utf-8")
    assert read_note(path) is None


def test_a_note_cannot_put_other_links_into_a_report(tmp_path: Path) -> None:
    (path,) = keep(str(tmp_path), [fetched()])
    note = Path(f"{path}.json")
    data = json.loads(note.read_text("utf-8")) | {"index": "javascript:alert(1)//"}
    note.write_text(json.dumps(data), "utf-8")
    page, _ = page_of_copy(path, Path(path).read_bytes())
    assert page is not None
    assert (page.address, page.edit_address) == (None, None)

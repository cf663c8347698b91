"""Compressed files, answers of a wiki's API, encodings, and names of files."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable

import pytest
import zstandard

from reconcile.errors import ReconcileError
from reconcile.sources import SourceFile, read_pages, read_side
from reconcile.sources import document as module

TEXT = "== 上海市 ==\n* [[橫濱市]]（日本）\n"


def read(data: bytes) -> list[tuple[str, str, str]]:
    return [(d.id, d.path, d.text) for d in read_pages(SourceFile("a/list.gz", data), "zh")]


COMPRESSED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "gzip in two parts": lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]),
    "bzip2": bz2.compress,
    "zstd": zstandard.compress,
    "zstd in two frames": lambda d: zstandard.compress(d[:9]) + zstandard.compress(d[9:]),
    "not at all": lambda data: data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-32 in gzip": lambda data: gzip.compress(data.decode().encode("utf-32")),
}


@pytest.mark.parametrize("how", COMPRESSED)
def test_compression_and_encoding_are_told_by_content(how: str) -> None:
    assert read(COMPRESSED[how](TEXT.encode())) == [("zh:list.gz", "a/list.gz", TEXT)]


@pytest.mark.parametrize("how", ["gzip", "bzip2", "zstd"])
def test_a_bomb_is_not_unpacked(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 100_000)
    bomb = COMPRESSED[how](b"x" * 10_000_000)
    with pytest.raises(ReconcileError, match=r"unpacked, this has more than 0 MB"):
        read(bomb)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../etc/list.md", TEXT)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("../list.md")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    return out.getvalue()


REFUSED: list[tuple[bytes, str]] = [
    (zipped(), "this is a zip archive"),
    (tarred(), "this is a tar archive; unpack it"),
    (gzip.compress(tarred()), "this is a tar archive; unpack it"),
    (gzip.compress(gzip.compress(TEXT.encode())), "compressed twice"),
    (gzip.compress(TEXT.encode() * 99)[:-20], "damaged or cut off"),
    (bz2.compress(TEXT.encode())[:-5], "damaged or cut off"),
    (zstandard.compress(TEXT.encode())[:12], "damaged or cut off"),
    (b"\x1f\x8bnonsense", "damaged or cut off"),
    (gzip.compress(b""), "the file is empty"),
    ("甲\n".encode("utf-16")[:-1], "begins as UTF-16 and is damaged at byte"),
    (b"%PDF-1.7 ...", "this is a PDF"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED, ids=[m for _, m in REFUSED])
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(ReconcileError) as error:
        read(data)
    assert message in error.value.message
    assert error.value.path == "a/list.gz"


def revision(text: str, version: int) -> object:
    if version == 1:
        return {"slots": {"main": {"contentmodel": "wikitext", "*": text}}}
    return {"slots": {"main": {"contentmodel": "wikitext", "content": text}}}


def page(title: str, text: str, version: int) -> dict[str, object]:
    return {"pageid": 1, "ns": 0, "title": title, "revisions": [revision(text, version)]}


ANSWERS: dict[str, tuple[object, list[str]]] = {
    "parse, version 1": ({"parse": {"title": "甲", "wikitext": {"*": TEXT}}}, [""]),
    "parse, version 2": ({"parse": {"title": "甲", "wikitext": TEXT}}, [""]),
    "parse to HTML": ({"parse": {"title": "甲", "text": {"*": TEXT}}}, [""]),
    "query, version 1": ({"query": {"pages": {"1": page("甲", TEXT, 1)}}}, [""]),
    "query, version 2": (
        {"query": {"pages": [page("甲", TEXT, 2), page("乙", TEXT, 2)]}},
        ["#甲", "#乙"],
    ),
    "revisions without slots": (
        {"query": {"pages": {"1": {"title": "甲", "revisions": [{"*": TEXT}]}}}},
        [""],
    ),
    "extracts": ({"query": {"pages": [{"title": "甲", "extract": TEXT}]}}, [""]),
    "REST": ({"id": 7, "title": "甲", "source": TEXT}, [""]),
    "REST with HTML": ({"title": "甲", "html": TEXT}, [""]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_pages_of_a_wiki(name: str) -> None:
    answer, pages = ANSWERS[name]
    text = json.dumps(answer).replace('"id": 7', '"id": ' + "7" * 5000)
    expected = [(f"zh:list.gz{p}", f"a/list.gz{p}", TEXT) for p in pages]
    assert read(text.encode()) == expected
    assert read(gzip.compress(text.encode())) == expected


WRONG_ANSWERS: list[tuple[object, str]] = [
    ({"error": {"code": "missingtitle", "info": "No such page."}}, "answered 'No such page.'"),
    ({"query": {"pages": {"-1": {"title": "甲", "missing": ""}}}}, "the wiki has no page '甲'"),
    ({"query": {"pages": [{"title": "甲", "missing": True}]}}, "the wiki has no page '甲'"),
    ({"query": {"pages": [{"title": "甲"}]}}, "ask for prop=revisions"),
    ({"parse": {"title": "甲", "links": []}}, "ask for prop=wikitext"),
    ({"parse": {"title": "甲", "wikitext": "\ud800"}}, "U+D800 is no character"),
]


@pytest.mark.parametrize(("answer", "message"), WRONG_ANSWERS)
def test_answers_without_a_page(answer: object, message: str) -> None:
    with pytest.raises(ReconcileError) as error:
        read(json.dumps(answer).encode())
    assert message in error.value.message


@pytest.mark.parametrize("text", ["[" * 200_000, '{"query":' * 200_000, '{"parse": 1'])
def test_other_json_is_left_to_the_formats(text: str) -> None:
    assert read(text.encode())[0][2] == text


NAMES: list[tuple[list[str], list[str]]] = [
    (["a/list.md", "b/list.md"], ["a/list.md", "b/list.md"]),
    (["/x/a/list.md", "/y/a/list.md", "c.md"], ["x/a/list.md", "y/a/list.md", "c.md"]),
    (["list.md", "a/list.md"], ["list.md", "a/list.md"]),
    (["a/one.md", "a/two.md"], ["one.md", "two.md"]),
]


@pytest.mark.parametrize(("paths", "names"), NAMES)
def test_ids_are_the_shortest_paths_that_differ(paths: list[str], names: list[str]) -> None:
    documents = read_side([SourceFile(path, TEXT.encode()) for path in paths], "zh")
    assert [d.id for d in documents] == [f"zh:{name}" for name in names]
    assert [d.path for d in documents] == paths


def test_a_file_given_twice() -> None:
    with pytest.raises(ReconcileError, match="given twice"):
        read_side([SourceFile(path, TEXT.encode()) for path in ("a.md", "./a.md")], "zh")

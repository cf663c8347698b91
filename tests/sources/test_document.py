from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.sources import document as module
from reconcile.sources import read_document

BAD = [
    (b"", "the file is empty", None),
    (b" \n\n", "the file is empty", None),
    (b"a\nb\0c", "binary", 2),
    ("北京\n".encode() + b"ab\xff\n", "byte 3 of the line is 0xff (byte 10 of the file)", 2),
    ("Málaga".encode("cp1252"), "not UTF-8", 1),
]


@pytest.mark.parametrize(("data", "message", "line"), BAD)
def test_what_is_no_text_is_refused_with_its_place(
    data: bytes, message: str, line: int | None
) -> None:
    with pytest.raises(ReconcileError) as error:
        read_document(data, "x.md", "zh")
    assert message in error.value.message
    assert error.value.line == line
    assert str(error.value).startswith("x.md:")


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(ReconcileError, match="at most"):
        read_document(b"x" * 11, "x.md", "zh")


def test_line_ends_and_byte_order_mark_do_not_count() -> None:
    document = read_document("\ufeff甲\r\n乙\n丙".encode(), "x.md", "zh")
    assert document.lines == ("甲", "乙", "丙")
    ref = document.ref(document.start_of(2), document.start_of(2) + 1)
    assert (ref.line, ref.column, ref.end_column, ref.text) == (2, 1, 2, "乙")

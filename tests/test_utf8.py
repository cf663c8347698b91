from __future__ import annotations

import pytest

from reconcile import utf8
from reconcile.errors import ReconcileError


def test_text_keeps_its_byte_order_mark() -> None:
    assert utf8.decode("\ufeff城\n".encode(), "a.md") == utf8.BYTE_ORDER_MARK + "城\n"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "a.md:1: this is not UTF-8: byte 1 of the line is 0xff (byte 1 of"),
        (b"ab\ncd\xe9f", "a.md:2: this is not UTF-8: byte 3 of the line is 0xe9 (byte 6 of"),
        (b"\xef\xbb\xbf\xff", "a.md:1: this is not UTF-8: byte 4 of the line is 0xff (byte 4 of"),
        ("城".encode()[:2], "a.md:1: this is not UTF-8: byte 1 of the line is 0xe5 (byte 1 of"),
    ],
)
def test_what_is_no_utf8_is_refused_with_its_byte(data: bytes, place: str) -> None:
    with pytest.raises(ReconcileError) as error:
        utf8.decode(data, "a.md")
    assert str(error.value).startswith(place)

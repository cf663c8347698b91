"""Several partners in one text are taken apart, and one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.sources.document import read_document
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.inline import Inline
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.partners import shared_country, split_partners
from tests.sources.texts import shown

SEVERAL = [
    # text, names
    ("名古屋市、大阪市", ["名古屋市", "大阪市"]),
    ("日本名古屋市；美国圣路易斯", ["名古屋市", "圣路易斯"]),
    ("日本、名古屋市", ["名古屋市"]),
    ("名古屋市、日本", ["名古屋市"]),
    ("东广岛市和大和市", ["东广岛市", "大和市"]),
    ("和歌山市", ["和歌山市"]),
    ("特立尼达和多巴哥西班牙港", ["西班牙港"]),
    ("名古屋（1978年），圣路易斯（1979年）", ["名古屋", "圣路易斯"]),
    ("名古屋（日本，1978年）、圣路易斯（美国、1979年）", ["名古屋", "圣路易斯"]),
    ("圣路易斯，美国，1979年", ["圣路易斯"]),
    ("名古屋市<br>（日本）", ["名古屋市"]),
    ("美国<br>加利福尼亚州<br>洛杉矶市", ["洛杉矶市"]),
    ("名古屋市<br/>Nagoya<br/>大阪市", ["名古屋市", "大阪市"]),
    ("[名古屋、大阪](a)", ["名古屋、大阪"]),
]


@pytest.mark.parametrize(("text", "names"), SEVERAL)
def test_several_partners_in_one_text(text: str, names: list[str]) -> None:
    pieces = split_partners(shown(text), read_chinese)
    assert [piece.name for piece in pieces] == names


@given(st.text(alphabet="日本名古屋市、，；（）1978年[](a)和/ ·<br>~和A", max_size=40))
def test_the_pieces_of_a_text_are_parts_of_it(text: str) -> None:
    document = read_document(f"x{text}".encode(), "x.md", "zh")
    whole = read_inline(document, 0, len(document.text))
    for piece in split_partners(whole, read_chinese):
        assert piece.content.text in whole.text
        ref = piece.content.ref(document, piece.name_span.start, piece.name_span.end)
        assert ref.text in document.text


def test_a_piece_is_read_once() -> None:
    texts: list[str] = []

    def read(inline: Inline) -> EntryReading:
        texts.append(inline.text)
        return read_chinese(inline)

    split_partners(shown("名古屋（1978年），圣路易斯（1979年）"), read)
    assert texts == ["名古屋（1978年）", "圣路易斯（1979年）"]


def test_the_country_of_a_neighbour_where_the_place_is_known() -> None:
    readings = split_partners(shown("日本大阪、橫濱、无人知"), read_chinese)
    assert [r.iso for r in shared_country(readings)] == ["JP", "JP", None]

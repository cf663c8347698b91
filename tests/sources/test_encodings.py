"""Encodings: never wrong characters; what is not certain is refused with what to type."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reconcile.datafiles import data_file
from reconcile.errors import ReconcileError
from reconcile.scripts import to_simplified, to_traditional
from reconcile.sources.encodings import codec_named, decode
from tests.conftest import ROOT

CODECS = {"simplified": "gb18030", "traditional": "cp950"}
NAMES = {"gb18030": "GB18030", "cp950": "Big5"}


def places() -> list[tuple[str, str, str]]:
    """Chinese name, Latin name and country of the larger places."""
    lines = data_file("gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return [(r[0], r[2], r[3]) for r in rows if int(r[5]) > 100_000 and len(r[0]) > 1]


def lists() -> dict[str, tuple[str, str]]:
    """Texts of 1 to 300 rows with the codec they are written in."""
    known = places()
    home = [name for name, _, country in known if country == "CN"]
    abroad = [place for place in known if place[2] != "CN"]
    found = {}
    for rows in (1, 3, 10, 60, 300):
        for latin in (False, True):
            for script, codec in CODECS.items():
                for seed in (1, 2):
                    chance = random.Random(f"{rows}{latin}{seed}")
                    text = "主方城市,友好城市,国家,结好时间\n"
                    for _ in range(rows):
                        name, other, _ = chance.choice(abroad)
                        name = f"{name},{other}" if latin else name
                        text += (
                            f"{chance.choice(home)}市,{name},日本,{chance.randint(1973, 2020)}\n"
                        )
                    text = to_traditional(text) if script == "traditional" else to_simplified(text)
                    raw = text.encode(codec, "ignore")
                    found[f"{rows} rows, {script}, Latin {latin}, {seed}"] = (
                        raw.decode(codec),
                        codec,
                    )
    return found


LISTS = lists()


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_every_size_are_told_apart(name: str) -> None:
    text, codec = LISTS[name]
    found = decode(text.encode(codec), "list.csv")
    assert (found.text, found.told) == (text, NAMES[codec])


PAGES = sorted(p for p in (ROOT / "tests/samples").rglob("zh*") if p.suffix in (".md", ".wiki"))


@pytest.mark.parametrize("page", PAGES, ids=[p.name for p in PAGES])
@pytest.mark.parametrize("codec", NAMES)
def test_whole_pages_are_told_apart(page: Path, codec: str) -> None:
    text = page.read_text(encoding="utf-8").encode(codec, "ignore").decode(codec)
    assert decode(text.encode(codec), "page").text == text


CERTAIN = {
    "two characters": ("北京\n", "gb18030"),
    "two characters of Taiwan": ("臺北\n", "cp950"),
    "English with Chinese hosts": ("host,partner\n大连,Kitakyushu\n济南,Vantaa\n", "gb18030"),
    "traditional in GBK": ("大連市,北九州市,日本\n重慶市,廣島市,日本\n", "gb18030"),
    "characters of Hong Kong": (
        "香港,喺大埔,日本\n臺北市,東京,日本\n高雄市,橫濱,日本\n",
        "big5hkscs",
    ),
    "no place at all, and the detector agrees": (
        "一般寄宿学校名单\n数学物理学院\n渔业协会章程\n" * 4,
        "gb18030",
    ),
}


@pytest.mark.parametrize("name", CERTAIN)
def test_little_is_enough_where_it_is_known(name: str) -> None:
    text, codec = CERTAIN[name]
    assert decode(text.encode(codec), "list.csv").text == text


OTHERS = {
    "Latin letters of the West": ("host,partner\nBeijing,São Paulo\n", "cp1252", "cp1252"),
    "Latin letters of the East": ("host,partner\nJinan,Łódź\nDalian,Kraków\n", "cp1250", "cp1250"),
    "Japanese": ("市,姉妹都市,国\n札幌市,ロサンゼルス,アメリカ\n", "cp932", "cp932"),
    "Japanese in EUC": ("市,姉妹都市,国\n札幌市,ロサンゼルス,アメリカ\n", "euc_jp", "euc_j"),
    "Korean": ("도시,자매도시\n서울특별시,도쿄도\n부산광역시,상하이\n", "cp949", "cp949"),
    "Russian": ("город,партнёр\nПекин,Москва\nДалянь,Владивосток\n", "koi8-r", "koi8-r"),
    "nothing known and very short": ("淞淘\n", "gb18030", "gb18030"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_certain_is_refused_with_the_two_likely_ones(name: str) -> None:
    text, codec, named = OTHERS[name]
    with pytest.raises(ReconcileError) as error:
        decode(text.encode(codec), "list.csv")
    message = error.value.message
    assert "this is not UTF-8: byte " in message
    assert named in message
    assert " or " in message
    assert "--encoding NAME" in message
    assert (error.value.path, bool(error.value.line)) == ("list.csv", True)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(codec: str) -> None:
    text = "host,友城\nDalian,北九州市\n"
    found = decode(text.encode(codec), "list.csv")
    assert found.text == text
    assert found.told is not None
    assert found.told.startswith("UTF-16")


NO_TEXT = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is a binary file, not a text (byte 9 is NUL)"),
    (b"\x01\x02\xff\xfe\x03" * 9, "this is not UTF-8: byte 3 of the line is 0xff"),
    ("北京市，上海市\n".encode()[:-3] + b"\n", "this is not UTF-8: byte 19 of the line"),
    ("\ufeff甲".encode("utf-16-le")[:-1], "this begins as UTF-16 and is damaged at byte 3"),
]


@pytest.mark.parametrize(("data", "message"), NO_TEXT)
def test_what_is_no_text_or_damaged_is_refused_as_such(data: bytes, message: str) -> None:
    with pytest.raises(ReconcileError) as error:
        decode(data, "list.csv")
    assert message in error.value.message
    assert "--encoding" not in error.value.message


DECLARED = [
    ('<meta charset="gb2312">', "gbk", "GB18030"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "cp950", "Big5"),
    ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252", "windows-1252"),
]


@pytest.mark.parametrize(("head", "codec", "told"), DECLARED)
def test_a_page_that_names_its_encoding_is_believed(head: str, codec: str, told: str) -> None:
    text = f"<html>{head}<p>" + ("ü" if codec == "cp1252" else "友") + "</p></html>\n"
    found = decode(text.encode(codec), "page.html")
    assert (found.text, found.told) == (text, told)


STATED = [
    ("gbk", "𠮷大连\n", "gb18030"),
    ("Big5", "臺北喺\n", "big5hkscs"),
    ("latin-1", "São “Paulo”\n", "cp1252"),
    ("windows-1250", "Łódź\n", "cp1250"),
    ("UTF8", "北京\n", "utf-8"),
    ("gbk", "北京\n", "utf-8-sig"),
]


@pytest.mark.parametrize(("stated", "text", "codec"), STATED)
def test_what_the_user_says_goes_first_but_for_a_mark(stated: str, text: str, codec: str) -> None:
    found = decode(text.encode(codec), "list.csv", stated)
    assert (found.text, found.told) == (text, None)


def test_what_the_user_says_must_be_so() -> None:
    with pytest.raises(ReconcileError) as error:
        decode("北京\n大连\xff\n".encode("latin-1", "replace").replace(b"?", b"\x81 "), "a", "big5")
    assert error.value.message.startswith("this is not big5: byte 1 of the line is 0x81 (byte 1")
    assert error.value.line == 1


@pytest.mark.parametrize("name", ["gkb", "", "hex", "rot13", "klingon"])
def test_encodings_that_are_none(name: str) -> None:
    with pytest.raises(ReconcileError, match="there is no encoding"):
        codec_named(name)

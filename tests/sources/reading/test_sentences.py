"""Lines that name their host themselves."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.hosts import is_at_home
from reconcile.sources.reading.sentences import read_sentence, split_host
from tests.sources.texts import HOME, shown

SENTENCES = [
    # side, sentence, host, partner, date
    ("zh", "南京市与日本大津市于1978年2月结为友好城市", "南京市", "日本大津市", "1978-02"),
    ("zh", "1978年，南京市同名古屋市正式签署协议缔结姐妹城市关系。", "南京市", "名古屋市", "1978"),
    ("zh", "与名古屋市建立友城关系", None, "名古屋市", None),
    ("zh", "南京市与名古屋市往来", None, None, None),
    ("zh", "1978年与名古屋市、1980年与大阪市结为友好城市", None, None, None),
    ("en", "Nanjing is twinned with Nagoya, Japan.", "Nanjing", "Nagoya, Japan", None),
    ("en", "Nanjing became a sister city of Nagoya in 1978", "Nanjing", "Nagoya", "1978"),
    ("en", "Nanjing lies near Nagoya", None, None, None),
    (
        "en",
        "On 3 May 1999, Nanjing and Leipzig (Germany) became twin cities.",
        "Nanjing",
        "Leipzig (Germany)",
        "1999-05-03",
    ),
    (
        "en",
        "Jiangsu formed sister-province ties with Ontario, Canada, in 1985.",
        "Jiangsu",
        "Ontario, Canada",
        "1985",
    ),
]


@pytest.mark.parametrize("case", SENTENCES, ids=[c[1] for c in SENTENCES])
def test_sentences(case: tuple[str, str, str | None, str | None, str | None]) -> None:
    side, text, host, partner, date = case
    sentence = read_sentence(shown(text), chinese=side == "zh")
    if partner is None:
        assert sentence is None
        return
    assert sentence is not None
    assert (sentence.host.of(text) if sentence.host else None) == host
    assert sentence.partner.text.split() == partner.split()
    assert (str(sentence.date.date) if sentence.date else None) == date


HOSTED = [
    ("南京市：名古屋（1978年）", "南京市", "名古屋（1978年）"),
    ("南京市-名古屋", "南京市", "名古屋"),
    ("南京市 日本名古屋", None, None),
    ("南京市 日本 名古屋", "南京市", "日本 名古屋"),
    ("Nanjing: Nagoya, Japan", "Nanjing", "Nagoya, Japan"),
    ("Nanjing – Nagoya", "Nanjing", "Nagoya"),
    ("名古屋：南京市", None, None),
    ("南京市：", None, None),
    ("南京市 \u2002", None, None),
    ("南京市-\u2002", "南京市", "\u2002"),
]


@pytest.mark.parametrize(("text", "host", "rest"), HOSTED)
def test_a_host_before_its_partners(text: str, host: str | None, rest: str | None) -> None:
    found = split_host(shown(text), lambda name: is_at_home(name, HOME))
    assert (found[0].of(text) if found else None) == host
    assert (found[1].text if found else None) == rest


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("赫拉德茨-克拉洛韦，捷克（2001年）", None),
        ("克莱蒙-费朗", None),
        ("布尔昆-雅里昂", None),
        ("札幌-波特蘭", "札幌"),
        ("敦煌市-日光", "敦煌市"),
    ],
)
def test_a_hyphen_inside_of_a_name_ends_no_host(text: str, host: str | None) -> None:
    found = split_host(shown(text), lambda name: True)
    assert (found[0].of(text) if found else None) == host

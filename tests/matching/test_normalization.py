"""How names are read before they are compared, told one step after the other."""

from __future__ import annotations

from reconcile.matching.normalization import normalization
from tests.matching.factory import pair_of

SEOUL = "韓國|[首爾](../Page/首爾.md)[鍾路區](../Page/鍾路區.md)"
Steps = list[tuple[str, str, str]]


def told(zh: str, en: str) -> tuple[Steps, Steps]:
    pair = pair_of(zh, en)
    one, other = normalization(pair.zh, pair.en), normalization(pair.en, pair.zh)
    return [(s.kind, s.before, s.after) for s in one], [(s.kind, s.before, s.after) for s in other]


def test_a_chinese_name() -> None:
    zh, _ = told("日本|鹿兒島市", "Kagoshima, Japan")
    assert ("simplified", "鹿兒島市", "鹿儿岛市") in zh
    assert ("level", "鹿兒島市", "鹿兒島") in zh
    assert any(kind == "reading-ja" and "kagoshima" in after for kind, _, after in zh)
    assert zh[-1] == ("country", "日本", "JP")


def test_a_name_with_its_parent_and_a_title_behind_a_link() -> None:
    zh, _ = told(SEOUL, "Jongno (Seoul), South Korea")
    assert zh[0] == ("parent", "首爾鍾路區", "首爾 + 鍾路區")
    zh, _ = told("日本|[甲乙](../Page/鹿兒島市.md)", "Kagoshima, Japan")
    assert ("target", "甲乙", "鹿兒島市") in zh


def test_an_english_name() -> None:
    _, en = told("德國|科隆", "Cologne, Germany")
    assert ("other", "Cologne", "Köln") in [(k, b, a.split(", ")[0]) for k, b, a in en]
    _, en = told("日本|秋田縣", "Ōita Prefecture, Japan")
    assert ("level", "Ōita Prefecture", "Ōita") in en
    assert ("letters", "Ōita Prefecture", "oitaprefecture") in en

"""Entries of English lists: code, name, parent and country told apart."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.english_entry import read_english
from tests.sources.texts import shown

ENGLISH = [
    # text, code, country, name, parent
    ("USA Calabasas, United States", "USA", "US", "Calabasas", None),
    ("ENG Sheffield, England, United Kingdom", "ENG", "GB", "Sheffield", None),
    ("Belfast, Northern Ireland, United Kingdom", None, "GB", "Belfast", None),
    ("USA Washington D.C., United States", "USA", "US", "Washington D.C.", None),
    ("KOR Dong (Daegu), South Korea", "KOR", "KR", "Dong", "Daegu"),
    ("FRA Arras (communauté), France", "FRA", "FR", "Arras (communauté)", None),
    ("Gold Coast , Australia [ 7]", None, "AU", "Gold Coast", None),
    ("San Francisco, United States (1980)", None, "US", "San Francisco", None),
    ("SMR San Marino, San Marino", "SMR", "SM", "San Marino", None),
    ("Nowhere at all", None, None, "Nowhere at all", None),
    ("Osaka (Japan)", None, "JP", "Osaka", None),
    ("Bonn, Germany, since 1999", None, "DE", "Bonn", None),
    ("Nagoya (Aichi), Japan – 1978", None, "JP", "Nagoya", "Aichi"),
    ("Kent County, Delaware, United States (friendship)", None, "US", "Kent County", "Delaware"),
    ("Port Vila, Vanuatu (May 12, 1994)", None, "VU", "Port Vila", None),
    ("Oslo, Norway (dormant)", None, "NO", "Oslo", None),
    ("Haiphong - Vietnam", None, "VN", "Haiphong", None),
    ("Japan: Hachioji", None, "JP", "Hachioji", None),
    ("Singapore", None, "SG", "Singapore", None),
    ("Washington, D.C., United States", None, "US", "Washington, D.C.", None),
    ("Regina Canada", None, "CA", "Regina", None),
    ("San Jose Costa Rica", None, "CR", "San Jose", None),
    ("Upper Austria", None, None, "Upper Austria", None),
    ("New Mexico", None, None, "New Mexico", None),
    ("Lebanon City", None, None, "Lebanon City", None),
]


@pytest.mark.parametrize("case", ENGLISH, ids=[c[0] for c in ENGLISH])
def test_english_entries(case: tuple[object, ...]) -> None:
    text, code, country, name, parent = case
    parts = read_english(shown(str(text), "en"))
    assert (parts.code.code if parts.code else None) == code
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.name, parts.parent) == (name, parent)

"""Scripts: conversion keeps place names whole, and the script of a name is told."""

import pytest

from reconcile.scripts import (
    fold,
    from_japanese,
    has_han,
    is_han,
    script_of,
    to_simplified,
    to_traditional,
)


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("裏約熱內盧", "里约热内卢"),
        ("紮蘭屯市", "扎兰屯市"),
        ("薩爾圖", "萨尔图"),
        ("溮河區", "浉河区"),
        ("臺山市", "台山市"),
        ("爱尔蘭", "爱尔兰"),
        ("乾安縣", "乾安县"),
        ("乾縣", "乾县"),
        ("烏乾達", "乌干达"),
        ("盧布林", "卢布林"),
        ("蚌埠", "蚌埠"),
        ("普里查德", "普里查德"),
        ("鍾路", "钟路"),
        ("Gold Coast", "Gold Coast"),
    ],
)
def test_simplified(text: str, simple: str) -> None:
    assert to_simplified(text) == simple
    assert to_simplified(simple) == simple


@pytest.mark.parametrize(
    ("text", "traditional"),
    [("里约热内卢", "里約熱內盧"), ("扎兰屯", "扎蘭屯"), ("群马", "群馬"), ("秘鲁", "秘魯")],
)
def test_traditional(text: str, traditional: str) -> None:
    assert to_traditional(text) == traditional


@pytest.mark.parametrize(
    ("text", "simple"), [("広島", "广岛"), ("横浜", "横滨"), ("東京", "东京"), ("関", "关")]
)
def test_japanese(text: str, simple: str) -> None:
    assert from_japanese(text) == simple


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("貝爾格萊德", "traditional"),
        ("贝尔格莱德", "simplified"),
        ("爱尔蘭", "mixed"),
        ("普罗夫迪夫", "simplified"),
        ("普洛夫迪夫", "both"),
        ("日本", "both"),
        ("南阳", "simplified"),
        ("后志", "both"),
        ("里昂", "both"),
        ("云南", "both"),
        ("裏弗塞德", "traditional"),
        ("秘鲁", "simplified"),
        ("Lyon", "both"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("Ürümqi", "urumqi"),
        ("Sønderborg", "sonderborg"),
        ("Île-de-France", "iledefrance"),
        ("Nghệ An", "nghean"),
        ("Großenhain", "grossenhain"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_han() -> None:
    assert is_han("東")
    assert is_han("々")
    assert not is_han("a")
    assert not is_han("ケ")
    assert has_han("X港")
    assert not has_han("Port, (2)")

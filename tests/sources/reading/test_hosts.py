"""The host's name, without what a list writes around it."""

from __future__ import annotations

import pytest

from reconcile.sources.inline import Span
from reconcile.sources.reading.hosts import host_name, host_span, is_at_home, is_marked_host
from tests.sources.texts import HOME

HOSTS = {
    "〖长沙市〗-": "长沙市",
    "【长沙市】：": "长沙市",
    "长沙市：": "长沙市",
    "长沙市（12个）": "长沙市",
    "长沙市（湖南）": "长沙市",
    "西安市（陝西省）": "西安市（陝西省）",
    "中区（大邱）": "中区（大邱）",
    "中区（3个）": "中区",
    "长沙市 [3]": "长沙市",
    "长沙市的友好城市": "长沙市",
    "長沙市友好城市列表": "長沙市",
    "长沙市与以下城市结为友好城市": "长沙市",
    "以下是长沙市": "长沙市",
    "江苏省及其下辖各市": "江苏省",
    "Nanjing's sister cities": "Nanjing",
    "Sister cities of Nanjing": "Nanjing",
    "List of twin towns and sister cities in China": "China",
    "Nanjing is twinned with": "Nanjing",
    "Gangnam (Seoul)": "Gangnam (Seoul)",
    "友好城市": "友好城市",
}


@pytest.mark.parametrize("text", HOSTS)
def test_hosts(text: str) -> None:
    assert host_name(text) == HOSTS[text]


def test_the_span_within_a_longer_text() -> None:
    text = "（南京市友好城市）"
    assert host_span(text, Span(1, 8)).of(text) == "南京市"


def test_marks() -> None:
    assert is_marked_host("〖长沙市〗- ")
    assert not is_marked_host("长沙市-")


def test_places_at_home() -> None:
    assert is_at_home(" 长沙市 ", HOME)
    assert is_at_home("Changsha", HOME)
    assert not is_at_home("名古屋", HOME)
    assert not is_at_home("Nagoya", HOME)
    assert not is_at_home(" ", HOME)

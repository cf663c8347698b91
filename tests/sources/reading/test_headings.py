"""Headings and labels: what they say of what stands below."""

from __future__ import annotations

from reconcile.sources.reading.headings import (
    is_below_province,
    is_former,
    is_label,
    is_level,
    is_navigation,
    is_other_topic,
)

LABELS = [
    *[
        "友好城市：",
        "國際友好城市",
        "姐妹城市（3个）",
        "友城列表",
        "友好城市和交流城市",
        "已终止的友好城市",
    ],
    *["Sister cities", "Twin towns and sister cities:", "International partner cities"],
    *["Former sister cities", "Formerly twinned towns"],
]
NO_LABELS = ["长沙市", "长沙市友好城市", "日本名古屋", "Cities", "友好港口", "x" * 61]


def test_labels() -> None:
    assert [t for t in LABELS if not is_label(t)] == []
    assert [t for t in NO_LABELS if is_label(t)] == []


def test_former() -> None:
    former = ["前友好城市", "Former sister cities", "已结束的姐妹城市", "Terminated twin towns"]
    assert all(map(is_former, former))
    assert not any(map(is_former, ["友好城市", "前山镇", "Former"]))


def test_levels() -> None:
    assert all(map(is_level, ["省级", "市級（12对）：", "省市级城市", "地级行政区"]))
    assert not any(map(is_level, ["省", "湖南省", "高级"]))
    assert is_below_province("副省级城市")
    assert is_below_province("市級")
    assert not is_below_province("湖南省")


def test_other_topics() -> None:
    topics = [
        "友好港口",
        "姊妹學校",
        "驻外领事馆",
        "行政区划",
        "Sister schools",
        "Demographics",
        "人物",
    ]
    assert all(map(is_other_topic, topics))
    assert not any(map(is_other_topic, ["友好城市", "湖南省", "Sister cities", "人民"]))


def test_navigation() -> None:
    assert all(map(is_navigation, ["参考资料", "外部連結", "See also", "Notes"]))
    assert not any(map(is_navigation, ["友好城市", "Hunan"]))

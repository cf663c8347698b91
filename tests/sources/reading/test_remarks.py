"""Which texts are remarks and prose, and which can be names."""

from __future__ import annotations

from reconcile.sources.reading.remarks import (
    is_count,
    is_ended,
    is_name,
    is_none,
    is_prose,
    is_remark,
)


def test_ends() -> None:
    ended = "已终止|2022年解除|關係停止|terminated in 2022|Suspended|former twin|cancelled"
    assert all(map(is_ended, ended.split("|")))
    going_on = "未终止|未正式解除|never terminated|友好城市|1978年|2012年中止，后恢复"
    assert not any(map(is_ended, [*going_on.split("|"), "Suspended in 2012, resumed later"]))


def test_remarks() -> None:
    assert all(map(is_remark, ["友好協議", "意向书", "友城", "memorandum", "signed a friendship"]))
    assert not any(map(is_remark, ["愛知縣", "Aichi", "1978年"]))


def test_counts_and_none() -> None:
    assert is_count("省级：20对")
    assert is_count("共3个城市")
    assert not is_count("20年")
    assert not is_count("20对" + "很" * 40)
    assert all(map(is_none, ["暂无友好城市", " 没有", "None", "尚無"]))
    assert not any(map(is_none, ["无锡市", "Nonesuch"]))


def test_prose() -> None:
    assert all(map(is_prose, ["市长访问美国", "签署协议", "南京禄口机场", "is twinned with"]))
    assert not any(map(is_prose, ["名古屋市", "成立市", "Isère", "大学城"]))


def test_names() -> None:
    names = "名古屋市|圣彼得堡|Nagoya|Stratford-upon-Avon District|São Paulo"
    assert all(map(is_name, names.split("|")))
    no_names = ["", "1978", "名古屋市。", "3个城市", "Signed it.", "很" * 31, "a " * 10]
    assert not any(map(is_name, no_names))

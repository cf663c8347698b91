"""Which pairs of records are compared at all."""

from __future__ import annotations

from reconcile.matching.candidates import candidate_pairs
from reconcile.matching.shared_dates import SharedDates
from tests.matching.factory import en_list, hosts_of, zh_list


def candidates(zh: str, en: str) -> list[tuple[str, str, bool]]:
    left, right, hosts = hosts_of(zh, en)
    dates = SharedDates.of([*left.records, *right.records], hosts.of)
    found = candidate_pairs(left.records, hosts, dates)
    return [(pair.zh.partner, pair.en.partner, pair.other_host) for pair in found]


TWO_HOSTS = en_list("Tokyo, Japan", "Paris, France") + "\n" + en_list("Rome, Italy", host="Tianjin")


def test_a_row_is_compared_with_the_rows_of_its_host() -> None:
    found = candidates(zh_list("日本|東京", "|羅馬"), TWO_HOSTS)
    assert found == [
        ("東京", "Tokyo", False),
        ("東京", "Paris", False),
        ("羅馬", "Tokyo", False),
        ("羅馬", "Paris", False),
    ]


def test_a_row_of_a_host_that_the_other_list_lacks_is_compared_with_none() -> None:
    assert candidates(zh_list("日本|東京", host="武漢市", section="湖北"), TWO_HOSTS) == []


def test_rows_of_a_part_are_compared_with_those_of_the_whole_at_a_cost() -> None:
    en = en_list("Tokyo, Japan", host="Foshan")
    found = candidates(zh_list("日本|東京", host="佛山市南海區", section="廣東"), en)
    assert found == [("東京", "Tokyo", True)]


def test_rows_of_a_whole_are_compared_with_those_of_its_parts_at_a_cost() -> None:
    en = (
        en_list("Tokyo, Japan", host="Foshan")
        + "\n"
        + en_list("Rome, Italy", host="Foshan – Nanhai")
    )
    found = candidates(zh_list("日本|東京", host="佛山市", section="廣東"), en)
    assert found == [("東京", "Tokyo", False), ("東京", "Rome", True)]

"""What the dates of two rows tell."""

from __future__ import annotations

import math

import pytest

from reconcile import weights
from reconcile.dates import DateInterval
from reconcile.evidence import Evidence
from reconcile.matching.shared_dates import SharedDates, date_evidence
from reconcile.models import Record
from tests.matching.factory import en_list, hosts_of, zh_list


def dated(zh: list[str], en: list[str]) -> tuple[list[Record], list[Record], SharedDates]:
    """The records of two lists of one host, and how they share their dates."""
    left, right, hosts = hosts_of(zh_list(*zh), en_list(*en))
    shared = SharedDates.of([*left.records, *right.records], hosts.of)
    return list(left.records), list(right.records), shared


def told(zh: list[str], en: list[str]) -> Evidence | None:
    """What the dates of the first row of each list tell."""
    left, right, shared = dated(zh, en)
    return date_evidence(left[0], right[0], shared.share(left[0], right[0]))


JAPAN = "日本|鹿兒島|1982年10月30日"
KAGOSHIMA = "Kagoshima, Japan (30 October 1982)"


def test_a_day_that_no_other_row_has_tells_most() -> None:
    found = told([JAPAN, "日本|大津|1984年3月1日"], [KAGOSHIMA, "Otsu, Japan (1 March 1984)"])
    assert found is not None
    assert found.detail == "both on 1982-10-30"
    by_chance = weights.RECORD_DATE_BY_CHANCE["day"]
    assert found.weight == pytest.approx(math.log(weights.RECORD_DATES_AGREE / by_chance))


def test_the_more_rows_of_a_country_share_a_day_the_less_it_tells() -> None:
    others = ["日本|大津|1982年10月30日", "日本|金澤|1982年10月30日", "日本|神戶|1990年1月2日"]
    shared = [told([JAPAN, *others[:n]], [KAGOSHIMA]) for n in range(3)]
    found = [e.weight if e else 0.0 for e in shared]
    assert found == sorted(found, reverse=True)
    assert found[1] < 1 < found[0]


def test_rows_of_another_country_leave_a_day_its_weight() -> None:
    alone = told([JAPAN], [KAGOSHIMA])
    beside = told([JAPAN, "法國|里昂|1982年10月30日"], [KAGOSHIMA])
    assert alone is not None
    assert beside is not None
    assert alone.weight == beside.weight


def test_a_day_that_stands_all_over_a_list_tells_little() -> None:
    filled_in = [f"法國|城{n}|2000年1月1日" for n in range(20)]
    found = told(["日本|鹿兒島|2000年1月1日", *filled_in], ["Kagoshima, Japan (1 January 2000)"])
    assert found is None or found.weight < 1


@pytest.mark.parametrize(
    ("zh", "en", "detail"),
    [
        ("1982年10月", "October 1982", "both in 1982-10"),
        ("1982年10月", "30 October 1982", "both in 1982-10"),
        ("1982年", "30 October 1982", "both in 1982"),
    ],
)
def test_what_both_state_is_what_they_share(zh: str, en: str, detail: str) -> None:
    found = told([f"日本|鹿兒島|{zh}"], [f"Kagoshima, Japan ({en})"])
    assert found is not None
    assert found.detail == detail
    assert found.weight > 0


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        ((1982, 10, 30), (1982, 10, 31), None),
        ((1982, 10, 30), (1982, 3, 1), None),
        ((1986, 5, 9), (1968, 5, 9), None),  # two digits turned round
        ((1986, 5, 9), (1996, 5, 9), None),  # nothing but the year
        ((1986, 5, 9), (1986, 9, 5), None),  # day and month swapped
        ((1986, 5, 9), (1987, 3, 1), weights.RECORD_DATES_NEAR),
        ((1986, 5, 9), (2002, 9, 17), weights.RECORD_DATES_FAR),
        ((1986,), (1987,), weights.RECORD_DATES_NEAR),
        ((1986,), (1968,), None),
        ((1986,), (2002,), weights.RECORD_DATES_FAR),
    ],
)
def test_dates_that_contradict_tell_by_how_far_they_are_apart(
    one: tuple[int, ...], other: tuple[int, ...], weight: float | None
) -> None:
    texts = [str(DateInterval(*x)) for x in (one, other)]
    found = told([f"日本|鹿兒島|{texts[0]}"], [f"Kagoshima, Japan ({texts[1]})"])
    assert (found and found.weight) == weight


def test_without_a_date_on_either_side_nothing_is_told() -> None:
    assert told(["日本|鹿兒島"], [KAGOSHIMA]) is None
    assert told([JAPAN], ["Kagoshima, Japan"]) is None

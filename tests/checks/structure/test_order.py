"""Names, dates, sections and hosts out of order."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import order
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(order.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


NAMES = (
    "Akita",
    "Bergen",
    "Cologne",
    "Dallas",
    "Exeter",
    "Fresno",
    "Genoa",
    "Hague",
    "Izmir",
    "Jena",
    "Kyoto",
    "Lyon",
    "Mons",
    "Nara",
)


def misplaced(*names: str) -> list[tuple[object, object, object]]:
    found = drafts(order.alphabetical_order, en=english(*names))
    return [(d.params["name"], d.params["where"], d.params["before"]) for d in found]


def test_an_entry_stands_after_or_before_the_neighbour_that_shows_it() -> None:
    late = [*NAMES[:5], *NAMES[6:], NAMES[5]]
    assert misplaced(*late) == [("Fresno", "after", "Nara")]
    early = [NAMES[8], *NAMES[:8], *NAMES[9:]]
    assert misplaced(*early) == [("Izmir", "before", "Akita")]


def test_a_list_in_order_or_in_none_has_nothing_out_of_it() -> None:
    assert misplaced(*NAMES) == []
    assert misplaced(*reversed(NAMES)) == []


def test_twelve_steps_at_least_show_an_order() -> None:
    assert misplaced("Bergen", "Akita", *NAMES[2:12]) == []
    assert misplaced("Bergen", "Akita", *NAMES[2:13]) == [("Akita", "after", "Bergen")]


@pytest.mark.parametrize("name", ["The Hague", "Den Haag", "Province of Heaven", "L’Hague"])
def test_words_in_front_may_be_ignored(name: str) -> None:
    assert misplaced(*(name if n == "Hague" else n for n in NAMES)) == []


def test_names_may_be_ordered_word_by_word_or_letter_by_letter() -> None:
    by_words = [*NAMES[:12], "New York", "Newark", "Oslo"]
    by_letters = [*NAMES[:12], "Newark", "New York", "Oslo"]
    assert misplaced(*by_words) == misplaced(*by_letters) == []


def dated(*years: str) -> list[tuple[object, object]]:
    countries = (
        "日本",
        "法國",
        "德國",
        "英國",
        "美國",
        "巴西",
        "埃及",
        "印度",
        "泰國",
        "荷蘭",
        "韓國",
        "秘魯",
        "智利",
    )
    rows = [f"{country}某城（{year}）" for country, year in zip(countries, years, strict=True)]
    found = drafts(order.date_order, zh=chinese(*rows))
    return [(d.params["date"], d.params["before_date"]) for d in found]


def test_a_year_fits_anywhere_in_it() -> None:
    years = [f"{1980 + n}年5月1日" for n in range(13)]
    assert dated(*years) == []
    assert dated(*years[:6], "1985年", *years[7:]) == []
    assert dated(*years[:6], "1981年3月2日", *years[7:]) == [("1981-03-02", "1985-05-01")]


def test_sections_and_hosts_are_named_with_their_order() -> None:
    (section,) = fired(order.section_order, "S114")
    assert (section.params["count"], section.params["all"]) == (7, 8)
    assert section.params["by"] == "official"
    (host,) = (d for d in fired(order.host_order, "S113"))
    assert (host.params["among"], host.key) == ("hosts", ["Nanjing"])

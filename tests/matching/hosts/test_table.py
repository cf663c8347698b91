"""Hosts of a home country that a table lists whole."""

from __future__ import annotations

import pytest

from tests.matching.factory import en_list, hosts_of, zh_list


def matched(zh: str, en: str) -> tuple[str | None, tuple[str, ...], str | None]:
    """The title that the host of the first row is, those it may be, and that it is part of."""
    left, right, hosts = hosts_of(zh, en)
    titles = {b.id: b.host for b in right.blocks}
    match = hosts.of[left.records[0].id]
    named = [titles[b] if b else None for b in (match.block, match.part_of)]
    return named[0], tuple(titles[b] for b in match.ambiguous), named[1]


def titles(*names: str, row: str = "Tokyo, Japan") -> str:
    return "\n".join(en_list(row, host=name) for name in names)


@pytest.mark.parametrize(
    ("section", "host", "english", "title"),
    [
        ("湖南", "長沙市", ("Changsha", "Zhuzhou"), "Changsha"),
        ("江蘇", "蘇州市", ("Suzhou, Jiangsu", "Suzhou, Anhui"), "Suzhou, Jiangsu"),
        ("安徽", "宿州市", ("Suzhou, Jiangsu", "Suzhou, Anhui"), "Suzhou, Anhui"),
        ("吉林", "吉林省", ("Jilin City", "Changchun"), None),
        ("湖南", "株洲市", ("Changsha",), None),
    ],
)
def test_names_are_looked_up(
    section: str, host: str, english: tuple[str, ...], title: str | None
) -> None:
    found, ambiguous, _ = matched(
        zh_list("日本|東京", host=host, section=section), titles(*english)
    )
    assert (found, ambiguous) == (title, ())


@pytest.mark.parametrize(("english", "title"), [("Jiayi", "Jiayi"), ("Changsha", None)])
def test_a_host_that_no_table_knows_may_read_as_a_title(english: str, title: str | None) -> None:
    zh = "主方,友城,國家\n甲乙市,東京,日本\n甲乙市,巴黎,法國\n"
    assert matched(zh, titles(english)) == (title, (), None)


def test_of_two_readings_of_a_title_the_partners_decide() -> None:
    zh = zh_list("日本|東京", "法國|巴黎", host="撫州市", section="江西")
    assert matched(zh, titles("Fuzhou"))[:2] == ("Fuzhou", ())
    assert matched(zh, titles("Fuzhou", row="Lima, Peru"))[:2] == (None, ("Fuzhou",))


def test_of_two_titles_the_one_with_more_partners_is_meant() -> None:
    zh = zh_list("日本|東京", "法國|巴黎", host="蘇州", section="其他")
    one = en_list("Tokyo, Japan", "Paris, France", host="Suzhou")
    other = en_list("Tokyo, Japan", host="Suzhou, Jiangsu")
    assert matched(zh, one + "\n" + other)[:2] == ("Suzhou", ())
    tie = titles("Suzhou", "Suzhou, Jiangsu")
    assert matched(zh, tie)[:2] == (None, ("Suzhou", "Suzhou, Jiangsu"))


def test_a_district_is_part_of_its_city() -> None:
    zh = zh_list("日本|東京", host="佛山市南海區", section="廣東")
    assert matched(zh, titles("Foshan")) == (None, (), "Foshan")
    assert matched(zh, titles("Foshan", "Foshan – Nanhai")) == ("Foshan – Nanhai", (), "Foshan")


def test_a_title_that_rather_means_a_larger_place_is_not_the_smaller_one() -> None:
    """Jinzhou is 錦州市 before it is 晉州市, unless the partners say otherwise."""
    zh = zh_list("日本|東京", host="晉州市", section="河北")
    assert matched(zh, titles("Jinzhou"))[0] == "Jinzhou"
    assert matched(zh, titles("Jinzhou", row="Lima, Peru")) == (None, (), None)


def test_one_name_at_two_levels_is_no_other_place() -> None:
    zh = zh_list("日本|東京", host="塔城市", section="新疆")
    assert matched(zh, titles("Tacheng", row="Lima, Peru"))[0] == "Tacheng"


@pytest.mark.parametrize(
    ("others", "found"),
    [
        (("Changshu", "Kunshan", "Taicang"), ("Wujiang", ())),
        (("Changshu", "Kunshan", "Shaoguan"), (None, ("Wujiang",))),
    ],
)
def test_a_list_of_one_province_has_the_hosts_of_that(
    others: tuple[str, ...], found: tuple[str | None, tuple[str, ...]]
) -> None:
    """Wujiang is in Jiangsu and, with another character, in Guangdong."""
    zh = zh_list("日本|內灘町", host="吳江市", section="江蘇")
    assert matched(zh, titles(*others, "Wujiang"))[:2] == found


def test_a_host_may_be_a_known_place_of_another_country() -> None:
    zh = "主方,友城,國家\n檀香山,那霸,日本\n檀香山,馬尼拉,菲律賓\n"
    assert matched(zh, titles("Honolulu", "Beijing"))[0] == "Honolulu"


@pytest.mark.parametrize(
    ("host", "english", "title"),
    [
        ("新竹市", ("Hsinchu County", "Hsinchu City"), "Hsinchu City"),
        ("新竹縣", ("Hsinchu City", "Hsinchu County"), "Hsinchu County"),
        ("新竹市", ("Hsinchu", "Hsinchu County"), "Hsinchu"),
        ("新竹縣", ("Hsinchu", "Hsinchu County"), "Hsinchu County"),
        ("新竹市", ("Hsinchu",), "Hsinchu"),
        ("新竹縣", ("Hsinchu",), None),  # the bare name is the city's
        ("嘉義縣", ("Chiayi City", "Chiayi County"), "Chiayi County"),
        ("臨夏縣", ("Linxia County", "Linxia City"), "Linxia County"),
    ],
)
def test_the_level_tells_a_city_from_the_county_of_its_name(
    host: str, english: tuple[str, ...], title: str | None
) -> None:
    zh = zh_list("日本|京都", host=host, section="其他")
    assert matched(zh, titles(*english, row="Lima, Peru"))[0] == title


def test_a_shared_partner_says_that_a_bare_name_is_the_county() -> None:
    zh = zh_list("日本|東京", host="新竹縣", section="臺灣")
    assert matched(zh, titles("Hsinchu"))[0] == "Hsinchu"


@pytest.mark.parametrize(
    ("host", "english", "title"),
    [
        ("奥斯坦德", ("Metz", "Ostend", "Honolulu"), "Ostend"),
        ("火奴鲁鲁", ("Metz", "Ostend", "Honolulu"), "Honolulu"),
        ("圣弗朗西斯科", ("San Francisco", "San Jose"), "San Francisco"),
        ("奥斯坦德", ("Austin",), None),
        ("不来梅港", ("Bremen",), None),
        ("北安普顿", ("Southampton",), None),
        ("汉城", ("Seoul", "Busan"), None),
    ],
)
def test_hosts_abroad_may_sound_as_a_title(
    host: str, english: tuple[str, ...], title: str | None
) -> None:
    zh = f"主方,友城,國家\n{host},東京,日本\n{host},巴黎,法國\n"
    assert matched(zh, titles(*english)) == (title, (), None)

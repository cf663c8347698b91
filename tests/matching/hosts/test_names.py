"""Hosts of a home country of which the gazetteer tells: likelihood, and what stays open."""

from __future__ import annotations

from reconcile.matching.hosts.comparison import Partners, hosts_of, title_of
from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.listed import listed_hosts
from reconcile.matching.hosts.match import match_hosts
from reconcile.matching.hosts.ruled import HostNames
from reconcile.places.home import load_home
from tests.matching import factory
from tests.matching.factory import en_list, source_of, zh_list


def outcome(
    zh: str, en: str, home: str
) -> dict[str, tuple[str | None, tuple[str, ...], str | None]]:
    """Chinese host → its title, those it may be, and that it is part of."""
    left, right, hosts = factory.hosts_of(zh, en, home)
    titles: dict[str | None, str] = {b.id: b.host for b in right.blocks}
    found = {}
    for r in left.records:
        m = hosts.of[r.id]
        ambiguous = tuple(titles[b] for b in m.ambiguous)
        found[r.host] = titles.get(m.block), ambiguous, titles.get(m.part_of)
    return found


def blocks(*names: str, row: str = "Beijing, China") -> str:
    return "\n".join(en_list(row, host=name) for name in names)


def chinese(*hosts: str, row: str = "|北京") -> str:
    return "\n".join(zh_list(row, host=host, section="其他") for host in hosts)


def test_a_list_without_titles_has_no_host() -> None:
    zh, en = chinese("慕尼黑"), "Words without rows.\n"
    left, right = source_of(zh, "zh", "DE"), source_of(en, "en", "DE")
    hosts = match_hosts([left], [right], load_home("DE"), factory.MODEL)
    assert [m.block for m in hosts.of.values()] == [None]


def test_what_the_gazetteer_knows_and_what_sounds_alike() -> None:
    found = outcome(chinese("慕尼黑", "克羅伊茨塔爾"), blocks("Munich", "Kreuztal", "Berlin"), "DE")
    assert found == {"慕尼黑": ("Munich", (), None), "克羅伊茨塔爾": ("Kreuztal", (), None)}


def test_an_area_and_its_capital_are_two_hosts() -> None:
    found = outcome(chinese("廣島縣", "廣島市"), blocks("Hiroshima Prefecture", "Hiroshima"), "JP")
    assert {k: v[0] for k, v in found.items()} == {
        "廣島縣": "Hiroshima Prefecture",
        "廣島市": "Hiroshima",
    }


def test_a_title_stands_for_one_host() -> None:
    found = outcome(chinese("春田", "斯普林菲爾德"), blocks("Springfield"), "US")
    assert sum(v[0] == "Springfield" for v in found.values()) <= 1


def test_titles_between_which_too_little_decides_are_named() -> None:
    found = outcome(chinese("春田"), blocks("Springfield, Illinois", "Springfield, Missouri"), "US")
    title, ambiguous, _ = found["春田"]
    assert title is None
    assert set(ambiguous) == {"Springfield, Illinois", "Springfield, Missouri"}


def test_partners_decide_between_titles() -> None:
    shared = ("Isesaki, Japan", "Paris, France", "Berlin, Germany")
    en = blocks("Springfield, Illinois") + "\n" + en_list(*shared, host="Springfield, Missouri")
    zh = zh_list("日本|伊勢崎", "法國|巴黎", "德國|柏林", host="春田", section="其他")
    assert outcome(zh, en, "US")["春田"][0] == "Springfield, Missouri"


def test_a_part_of_a_city() -> None:
    found = outcome(chinese("柏林市米特區"), blocks("Berlin"), "DE")
    assert found["柏林市米特區"] == (None, (), "Berlin")


# -- what is compared ----------------------------------------------------------------------------


def listed(text: str, side: str, home: str) -> HostIndex:
    source = source_of(text, "zh" if side == "zh" else "en", home)
    return HostIndex(listed_hosts([source], load_home(home), HostNames()))


def test_hosts_are_read_by_what_they_state() -> None:
    home = load_home("JP")
    hosts = hosts_of(listed(chinese("廣島縣", "廣島市", "東京都新宿區"), "zh", "JP").hosts, home)
    assert [(h.area, h.level) for h in hosts] == [
        (True, "province"),
        (False, "city"),
        (False, "district"),
    ]
    assert hosts[2].read.parent == "東京都"


def test_titles_are_read_by_what_they_state() -> None:
    home = load_home("US")
    index = listed(blocks("Springfield, Illinois", "Cook County, Illinois"), "en", "US")
    one, other = (title_of(h, home) for h in index.hosts)
    assert (one.name, one.province, one.area) == ("Springfield", "Illinois", False)
    assert (other.name, other.area) == ("Cook County", True)


def test_a_rare_partner_tells_more_than_one_that_all_have() -> None:
    en = en_list("Beijing, China", "Isesaki, Japan", host="A") + "\n" + blocks("B", "C", "D")
    index = listed(en, "en", "US")
    rows = source_of(
        chinese("春田", row="日本|伊勢崎") + chinese("春田", row="中國|北京"), "zh", "US"
    ).records
    shared = Partners.of(index).shared(rows)
    rare, common = shared[index.hosts[0].id]
    assert rare > common
    assert len(shared) == 4

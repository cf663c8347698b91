"""The English hosts, by all that a Chinese host can be found by."""

from __future__ import annotations

from reconcile.matching.hosts.index import HostIndex, identity
from reconcile.matching.hosts.listed import listed_hosts
from reconcile.matching.hosts.ruled import HostNames
from reconcile.places.home import load_home
from tests.matching.factory import en_list, source_of

HOME = load_home("CN")
TITLES = ("Xi'an", "Suzhou, Jiangsu", "Suzhou, Anhui", "Fuzhou")


def index_of(*titles: str) -> HostIndex:
    text = "\n".join(en_list("Tokyo, Japan", host=title) for title in titles)
    return HostIndex(listed_hosts([source_of(text, "en")], HOME, HostNames()))


INDEX = index_of(*TITLES)


def test_a_host_is_found_by_its_title() -> None:
    assert [h.text for h in INDEX.titled("xian")] == ["Xi'an"]
    assert [h.text for h in INDEX.shown_as(" XI'AN ")] == ["Xi'an"]
    assert INDEX.shown_as("Xian") == ()
    assert INDEX.titled("Beijing") == ()


def test_a_host_is_found_by_the_places_that_its_title_can_mean() -> None:
    assert [h.text for h in INDEX.standing_for(HOME.find("蘇州市"))] == ["Suzhou, Jiangsu"]
    assert [h.text for h in INDEX.standing_for(HOME.find("宿州市"))] == ["Suzhou, Anhui"]
    for both in ("福州市", "撫州市"):
        assert [h.text for h in INDEX.standing_for(HOME.find(both))] == ["Fuzhou"]


def test_hosts_come_in_the_order_of_the_list() -> None:
    places = [p for name in ("宿州市", "蘇州市", "西安市") for p in HOME.find(name)]
    assert [h.text for h in INDEX.standing_for(places)] == list(TITLES[:3])


def test_rows_and_partners_of_a_host() -> None:
    host = INDEX.hosts[0]
    assert [r.partner for r in INDEX.rows(host.id)] == ["Tokyo"]
    assert INDEX.partners(host) == {"tokyo"}


def test_a_province_and_its_city_of_one_name_are_two_places() -> None:
    city, province = HOME.find("吉林市")[0], HOME.find("吉林省")[0]
    assert identity(city) != identity(province)

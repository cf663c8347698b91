"""The hosts of one side: which blocks are one host's."""

from __future__ import annotations

from reconcile.ids import IdMaker
from reconcile.matching.hosts.listed import ListedHost, likeliest_province, listed_hosts
from reconcile.matching.hosts.ruled import HostNames
from reconcile.models import Side
from reconcile.places.home import load_home
from tests.matching.factory import en_list, source_of, zh_list


def hosts(
    side: Side, *texts: str, home: str = "CN", names: HostNames | None = None
) -> tuple[ListedHost, ...]:
    ids = IdMaker()
    sources = [source_of(text, side, home, ids) for text in texts]
    return listed_hosts(sources, load_home(home), names or HostNames())


def partners(found: tuple[ListedHost, ...]) -> list[list[str]]:
    return [[r.partner for r in h.rows] for h in found]


def test_blocks_of_several_sources_are_one_host() -> None:
    found = hosts("en", en_list("Tokyo, Japan"), en_list("Paris, France"))
    assert partners(found) == [["Tokyo", "Paris"]]
    assert [len(h.blocks) for h in found] == [2]
    assert found[0].id == found[0].blocks[0].id != found[0].blocks[1].id


def test_blocks_apart_in_one_source_are_one_host() -> None:
    text = en_list("Tokyo, Japan") + "\n" + en_list("Rome, Italy", host="Tianjin")
    found = hosts("en", text + "\n" + en_list("Paris, France"))
    assert partners(found) == [["Tokyo", "Paris"], ["Rome"]]


def test_both_scripts_write_one_host() -> None:
    found = hosts("zh", zh_list("|東京", host="長沙市"), zh_list("|羅馬", host="长沙市"))
    assert partners(found) == [["東京", "羅馬"]]


def test_divisions_tell_hosts_of_one_name_apart() -> None:
    sections = ("江蘇", "安徽", "江蘇")
    found = hosts("zh", *(zh_list("|東京", host="鼓樓區", section=s) for s in sections))
    assert [(h.division, len(h.blocks)) for h in found] == [("Jiangsu", 2), ("Anhui", 1)]


def test_a_title_may_mean_the_division_that_a_section_names() -> None:
    plain = "==C==\nChangsha\n\n- Tokyo, Japan\n"
    inside = "==Hunan==\nZhuzhou\n\n- Rome, Italy\n\nChangsha\n\n- Paris, France\n"
    assert partners(hosts("en", plain, inside)) == [["Tokyo", "Paris"], ["Rome"]]


def test_a_rule_gives_a_host_the_name_to_look_up() -> None:
    names = HostNames({("zh", "株洲市", ""): "長沙市", ("en", "Foo", ""): "上海"})
    (host,) = hosts(
        "zh", zh_list("|東京", host="株洲市"), zh_list("|羅馬", host="長沙市"), names=names
    )
    assert (host.text, host.renamed, len(host.rows)) == ("長沙市", True, 2)
    (host,) = hosts("en", en_list("Tokyo, Japan", host="Foo"), names=names)
    assert [p.en for p in host.places] == ["Shanghai"]


def test_the_province_that_the_likeliest_readings_share() -> None:
    find = load_home("CN").find_en
    assert likeliest_province(find("Changsha")) == "Hunan"
    assert likeliest_province(find("Suzhou")) is None
    assert likeliest_province(find("Jilin")) == "Jilin"
    assert likeliest_province(()) is None

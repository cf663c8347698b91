"""Which English block a Chinese host stands for, whatever the home country."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reconcile.ids import IdMaker
from reconcile.matching.hosts.match import match_hosts
from reconcile.models import HostMatch, ParsedSource, Side
from reconcile.names.model import NameModel
from reconcile.places.home import load_home
from reconcile.places.home.base import HomePlaces
from reconcile.sources import parse
from reconcile.sources.document import read_document

CASES = YAML(typ="safe").load(Path(__file__).with_name("hosts.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Matched:
    """The outcome for every Chinese host, by section and name."""

    hosts: dict[tuple[str, str], HostMatch]
    titles: dict[str, str]

    def title(self, section: str, host: str) -> str | None:
        """The English title that a host was matched with."""
        block = self.hosts[section, host].block
        return None if block is None else self.titles[block]


def parsed(text: str, side: Side, home: HomePlaces) -> ParsedSource:
    """A list as the reader sees it."""
    return parse(read_document(text.encode(), f"{side}.md", side), home)


def matched(country: str, zh: str, en: str) -> Matched:
    """Match the hosts of two lists."""
    home = load_home(country)
    chinese, english = parsed(zh, "zh", home), parsed(en, "en", home)
    hosts = match_hosts([chinese], [english], home, NameModel.load()).of
    return Matched(
        {(r.section, r.host): hosts[r.id] for r in chinese.records},
        {b.id: b.host for b in english.blocks},
    )


def chinese_list(hosts: list[tuple[str, str]], partner: str) -> str:
    """A list in which every host has one partner, the same one."""
    lines: list[str] = []
    for i, (section, host) in enumerate(hosts):
        if i == 0 or section != hosts[i - 1][0]:
            lines += [f"## {section}", ""]
        lines += [host, "", f"- {partner}", ""]
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["home"]))
def test_names_alone_tell(case: dict[str, object]) -> None:
    given = case["hosts"]
    others = case["others"]
    assert isinstance(given, dict)
    assert isinstance(others, list)
    keys = {key: ("其他", key) if ">" not in key else tuple(key.split(" > ")) for key in given}
    ordered = sorted(keys.values())
    titles = sorted({*filter(None, given.values()), *others})
    result = matched(
        str(case["home"]),
        chinese_list([(a, b) for a, b in ordered], "中國北京"),
        "\n".join(f"{title}\n\n- Beijing, China\n" for title in titles),
    )
    assert set(result.titles.values()) == set(titles)
    found = {key: result.title(*keys[key]) for key in given}
    assert found == given


def two_sources(one: str, other: str, en: str) -> list[str | None]:
    """The English titles that the hosts of two Chinese lists about Australia stand for."""
    home = load_home("AU")
    ids = IdMaker()
    chinese = [
        parse(read_document(text.encode(), f"{n}.md", "zh"), home, ids)
        for n, text in enumerate((one, other))
    ]
    english = parsed(en, "en", home)
    hosts = match_hosts(chinese, [english], home, NameModel.load()).of
    titles = {b.id: b.host for b in english.blocks}
    return [titles.get(hosts[r.id].block or "") for s in chinese for r in s.records]


def test_two_lists_may_call_one_host_by_two_names() -> None:
    one, other = (chinese_list([("其他", host)], "中國北京") for host in ("悉尼", "雪梨"))
    found = two_sources(one, other, "Sydney\n\n- Beijing, China\n")
    assert found == ["Sydney", "Sydney"]


def test_two_lists_may_state_the_division_of_a_host_or_not() -> None:
    one, other = (chinese_list([(s, "悉尼")], "中國北京") for s in ("新南威爾士州", "其他"))
    found = two_sources(one, other, "Sydney\n\n- Beijing, China\n")
    assert found == ["Sydney", "Sydney"]

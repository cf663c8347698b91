"""A list that names no host is read as of the other list's, if that has just one."""

from __future__ import annotations

import pytest

from reconcile.pipeline import RunCache
from reconcile.places.home import load_home
from reconcile.project.prepare import home_for
from reconcile.sources import read_document

BARE_ZH = "## 友好城市\n\n- 大阪（日本，1973年）\n- 上海（中国，1985年）\n- 汉堡（德国，1994年）\n"
BARE_EN = "Partner,Country\nOsaka,Japan\nShanghai,China\nHamburg,Germany\n"
CHICAGO = "City of Chicago - Sister Cities\n\n- Osaka (Japan) 1973\n- Hamburg (Germany) 1994\n"
MANY = "Partner,Country\nOsaka,Japan\nOsaka,Japan\nOsaka,Japan\nLyon,France\n"
PAIRS = [
    (BARE_ZH, CHICAGO, "US", "Chicago", "Chicago"),
    ("芝加哥的友好城市：\n\n- 大阪（日本）\n- 汉堡（德国）\n", BARE_EN, "US", "芝加哥", "芝加哥"),
    ("主方,友城\n札幌市,慕尼黑\n札幌市,波特兰\n", BARE_EN, "JP", "札幌市", "札幌市"),
    (BARE_ZH, "Host,Partner\nLyon,Milan\nLyon,Frankfurt\n", "FR", "Lyon", "Lyon"),
    (BARE_ZH, "==Daegu==\n- Milan, Italy (1998)\n- Ningbo, China (2013)\n", "KR", "Daegu", "Daegu"),
    (BARE_ZH, BARE_EN, "CN", "", ""),
    ("主方,友城\n长沙市,鹿儿岛\n南京市,名古屋\n", BARE_EN, "CN", "长沙市 南京市", ""),
    ("主方,友城\n长沙市,大阪\n长沙市,里昂\n", MANY, "CN", "长沙市", ""),
    ("友城\n大阪\n", "Host,Partner\n,Osaka\nChicago,Hamburg\n", "US", "", " Chicago"),
]


@pytest.mark.parametrize(("zh", "en", "home", "zh_hosts", "en_hosts"), PAIRS)
def test_pairs(zh: str, en: str, home: str, zh_hosts: str, en_hosts: str) -> None:
    documents = [read_document(zh.encode(), "a", "zh"), read_document(en.encode(), "b", "en")]
    found, _ = home_for(documents, None)
    parsed = RunCache().parse(documents, load_home(found), "2026-11-30")
    hosts = [" ".join(dict.fromkeys(r.host for r in source.records)) for source in parsed]
    assert (found, *hosts) == (home, zh_hosts, en_hosts)

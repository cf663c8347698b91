"""Tables of the same two rows under titles and in orders that lists use, in several forms."""

from __future__ import annotations

import re

import pytest

from reconcile.models import ParsedSource, Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document

ZH = "长沙市 JP - 鹿儿岛市 1982-10-30", "岳阳市 JP - 沼津市 1985-04-05"
EN = "Changsha JP - Kagoshima 1982-10-30", "Yueyang JP - Numazu 1985-04-05"

ZH_HOSTS = (
    "地级市 市州 县市区 县级市 区县 己方城市 中方 我方城市 本市 市县 州市 省辖市 设区市 主体城市 "
    "我市 结好城市（中方） 市、县 辖区 所属市州 市(州) 城市(中方) 中国城市 国内城市 "
    "本省城市 省内城市"
)
EN_HOSTS = (
    "Municipality|County|Prefecture|City (host)|Chinese city|Local city|Prefecture-level city|"
    "City in Hunan|Home city|Our city|District|Town|Municipality / county|Host municipality"
)
PARENTS = (
    "友城所在州县 友城所在州 所在州（省） 州/省 州省 所在地区 所属州 省（州） 州郡 "
    "一级行政区 州 行政区 所在州县 对方省州 外方省份"
)
ZH_ASIDE = {
    "洲": "亚洲 亚洲",
    "人口": "60万 19万",
    "人口（万）": "60 19",
    "面积": "547 187",
    "语言": "日语 日语",
    "邮编": "892-8677 410-8601",
    "网址": "www.city.kagoshima.lg.jp www.city.numazu.shizuoka.jp",
    "市长": "下鹤隆央 赖重秀一",
    "电话": "099-224-1111 055-931-2500",
    "友好城市数": "3 2",
    "英文名": "Kagoshima Numazu",
    "签字人": "王群 黄某",
    "牵线人": "田中太郎 山本一郎",
    "GDP": "2.1万亿 0.7万亿",
}
EN_ASIDE = {
    "Population": "600319 189632",
    "Area (km²)": "547.58 186.96",
    "Language": "Japanese Japanese",
    "Website": "city.kagoshima.lg.jp city.numazu.jp",
    "Mayor": "Shimozuru Yorishige",
    "Continent": "Asia Asia",
    "Postal code": "892-8677 410-8601",
    "Governor": "Tanaka Suzuki",
}
# home, side, titles and rows, what they state: host, country, parent, partner, date
OTHERS: dict[str, tuple[str, Side, str, tuple[str, ...]]] = {
    "no title is known": (
        "CN",
        "zh",
        "甲|乙|丙|丁\n长沙市|日本|鹿儿岛市|1982年10月30日\n岳阳市|日本|沼津市|1985年4月5日",
        ZH,
    ),
    "dates": (
        "CN",
        "zh",
        "城市|友好城市|国家|交往之初\n长沙市|鹿儿岛市|日本|1982年10月30日\n岳阳市|沼津市|日本|1985年4月5日",
        ZH,
    ),
    "countries": (
        "CN",
        "zh",
        "城市|友好城市|归属|结好时间\n长沙市|鹿儿岛市|日本|1982年10月30日\n岳阳市|沼津市|日本|1985年4月5日",
        ZH,
    ),
    "the day it began": (
        "CN",
        "en",
        "City|Sister city|Country|When it began\n"
        "Changsha|Kagoshima|Japan|30 October 1982\nYueyang|Numazu|Japan|5 April 1985",
        EN,
    ),
    "the host's country as well": (
        "CN",
        "en",
        "City|Country|Sister city|Country|Year\n"
        "Changsha|China|Kagoshima|Japan|1982\nYueyang|China|Numazu|Japan|1985",
        ("Changsha JP - Kagoshima 1982", "Yueyang JP - Numazu 1985"),
    ),
    "a region": (
        "CN",
        "en",
        "City|Sister city|Region|Country|Year\n"
        "Changsha|Kagoshima|Kyushu|Japan|1982\nYueyang|Numazu|Chubu|Japan|1985",
        ("Changsha JP Kyushu Kagoshima 1982", "Yueyang JP Chubu Numazu 1985"),
    ),
    "Japanese words": (
        "JP",
        "zh",
        "自治体名|都道府県|相手国|提携都市|提携日\n"
        "鹿兒島市|鹿兒島縣|中國|長沙市|1982年\n沼津市|靜岡縣|中國|岳陽市|1985年",
        ("鹿兒島市 CN - 長沙市 1982", "沼津市 CN - 岳陽市 1985"),
    ),
    "a state beside the host": (
        "US",
        "en",
        "City|State|Sister city|Country|Year\n"
        "Oakland|California|Dalian|China|1982\nSaint Paul|Minnesota|Changsha|China|1988",
        ("Oakland CN - Dalian 1982", "Saint Paul CN - Changsha 1988"),
    ),
    "a county beside the host, a state beside the partner": (
        "US",
        "en",
        "Municipality|County|Country|Sister city|State/Province|Since\n"
        "Oakland|Alameda County|China|Dalian|Liaoning|1982\n"
        "Saint Paul|Ramsey County|China|Changsha|Hunan|1988",
        ("Oakland CN Liaoning Dalian 1982", "Saint Paul CN Hunan Changsha 1988"),
    ),
    "a state before the host": (
        "DE",
        "zh",
        "联邦州|城市|国家|友好城市|结好年份\n"
        "巴登-符腾堡|弗赖堡|日本|松山|1988年\n下萨克森|沃尔夫斯堡|意大利|佩萨罗|1991年",
        ("弗赖堡 JP - 松山 1988", "沃尔夫斯堡 IT - 佩萨罗 1991"),
    ),
    "German words": (
        "DE",
        "en",
        "Stadt|Bundesland|Partnerstadt|Land|Seit\n"
        "Freiburg|Baden-Württemberg|Matsuyama|Japan|1988\nWolfsburg|Niedersachsen|Pesaro|Italy|1991",
        ("Freiburg JP - Matsuyama 1988", "Wolfsburg IT - Pesaro 1991"),
    ),
    "French words": (
        "FR",
        "en",
        "Commune|Département|Ville jumelée|Pays|Date\n"
        "Le Havre|Seine-Maritime|Dalian|China|1985\nLyon|Rhône|Milan|Italy|1967",
        ("Le Havre CN - Dalian 1985", "Lyon IT - Milan 1967"),
    ),
    "Portuguese words": (
        "BR",
        "en",
        "Município|Estado|Cidade-irmã|País|Ano\n"
        "Curitiba|Paraná|Himeji|Japan|1984\nSantos|São Paulo|Nagasaki|Japan|1972",
        ("Curitiba JP - Himeji 1984", "Santos JP - Nagasaki 1972"),
    ),
    "Spanish words": (
        "MX",
        "en",
        "Municipio|Ciudad hermana|País|Fecha\n"
        "Guadalajara|Kyoto|Japan|1980\nMonterrey|San Antonio|United States|1953",
        ("Guadalajara JP - Kyoto 1980", "Monterrey US - San Antonio 1953"),
    ),
    "Korea's": (
        "KR",
        "zh",
        "地方政府|国家|结缘城市|结缘日期\n釜山广域市|日本|福冈|2007年\n仁川广域市|日本|神户|2010年",
        ("釜山广域市 JP - 福冈 2007", "仁川广域市 JP - 神户 2010"),
    ),
}


def tables() -> dict[str, tuple[str, Side, str, tuple[str, ...]]]:
    """All tables by name."""
    found = dict(OTHERS)
    first, second = "日本|鹿儿岛市|1982年10月30日", "日本|沼津市|1985年4月5日"
    for title in ZH_HOSTS.split():
        text = f"{title}|国家|友好城市|结好时间\n长沙市|{first}\n岳阳市|{second}"
        found[title] = ("CN", "zh", text, ZH)
        text = (
            f"序号|结好时间|国别|外国城市|{title}\n"
            "1|1982年10月30日|日本|鹿儿岛市|长沙市\n2|1985年4月5日|日本|沼津市|岳阳市"
        )
        found[f"{title} last"] = ("CN", "zh", text, ZH)
    for title in EN_HOSTS.split("|"):
        text = (
            f"No.|Date|Sister city|Country|{title}\n"
            "1|30 October 1982|Kagoshima|Japan|Changsha\n2|5 April 1985|Numazu|Japan|Yueyang"
        )
        found[f"{title} last"] = ("CN", "en", text, EN)
    for title in PARENTS.split():
        text = (
            f"城市|友城所在国|{title}|友城|结好时间\n"
            "长沙市|美国|明尼苏达州|圣保罗|1988年\n岳阳市|美国|加利福尼亚州|奥克兰|1990年"
        )
        stated = ("长沙市 US 明尼苏达州 圣保罗 1988", "岳阳市 US 加利福尼亚州 奥克兰 1990")
        found[f"parent {title}"] = ("CN", "zh", text, stated)
    for title, cells in ZH_ASIDE.items():
        one, two = cells.split()
        text = f"{title}|城市|国家|友好城市|结好时间\n{one}|长沙市|{first}\n{two}|岳阳市|{second}"
        found[f"{title} aside"] = ("CN", "zh", text, ZH)
    for title, cells in EN_ASIDE.items():
        one, two = cells.split()
        text = (
            f"City|Sister city|{title}|Country|Date\n"
            f"Changsha|Kagoshima|{one}|Japan|30 October 1982\n"
            f"Yueyang|Numazu|{two}|Japan|5 April 1985"
        )
        found[f"{title} aside"] = ("CN", "en", text, EN)
    return found


TABLES = tables()


def piped(text: str) -> str:
    titles, *rows = (f"| {' | '.join(row.split('|'))} |" for row in text.split("\n"))
    return "\n".join([titles, "|---" * text.split("\n")[0].count("|") + "|---|", *rows, ""])


def unmarked(text: str) -> str:
    rows = ("".join(f"<td>{c}</td>" for c in row.split("|")) for row in text.split("\n"))
    return "\n".join(["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>", ""])


def columns(text: str) -> str:
    return re.sub(r"\|", ",", text) + "\n"


FORMS = {"list.md": piped, "list.html": unmarked, "list.csv": columns}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_read(name: str, form: str) -> None:
    home, side, text, stated = TABLES[name]
    document = read_document(FORMS[form](text).encode(), form, side)
    assert shown(parse(document, load_home(home))) == list(stated)


def shown(source: ParsedSource) -> list[str]:
    return [
        " ".join(str(x or "-") for x in (r.host, r.country, r.parent, r.name, r.date))
        for r in source.records
    ]

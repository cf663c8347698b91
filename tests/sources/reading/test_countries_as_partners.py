"""Countries and territories in a partner's place are partners, and head nothing that follows."""

from __future__ import annotations

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import Layout, SourceFile, parse, read_side

LISTS: list[tuple[Side, str, str, list[tuple[str, str | None]]]] = [
    (
        "zh",
        "KR",
        "## 姊妹城市\n\n首爾跟下列各城市締結姊妹市：\n\n- 安卡拉（1971年）\n- 關島（1973年）\n",
        [("安卡拉", None), ("關島", "GU")],
    ),
    ("zh", "DE", "== 特里尔 ==\n* 卢森堡\n* 梅斯\n", [("卢森堡", "LU"), ("梅斯", None)]),
    (
        "zh",
        "FR",
        "== 梅斯 ==\n* 盧森堡，1952年\n* 英國直布羅陀，1960年\n* 法國留尼汪\n",
        [("盧森堡", "LU"), ("直布羅陀", "GB"), ("留尼汪", "RE")],
    ),
    (
        "zh",
        "CN",
        "## 上海市\n\n- 新加坡、卢森堡、汉堡市\n- 卢森堡、阿尔泽特\n- 波多黎各圣胡安\n"
        "- 新加坡、新加坡\n",
        [
            ("新加坡", "SG"),
            ("卢森堡", "LU"),
            ("汉堡市", None),
            ("阿尔泽特", "LU"),
            ("圣胡安", "PR"),
            ("新加坡", "SG"),
        ],
    ),
    (
        "zh",
        "CN",
        "== [[上海市]] ==\n* 卢森堡\n** [[埃施]]\n* 日本\n** [[大阪]]\n* 吉布提\n",
        [("埃施", "LU"), ("大阪", "JP"), ("吉布提", "DJ")],
    ),
    (
        "en",
        "FR",
        "==Metz==\nSingapore\nLuxembourg\nTrier, Germany\nGloucester, United Kingdom\n",
        [("Singapore", "SG"), ("Luxembourg", "LU"), ("Trier", "DE"), ("Gloucester", "GB")],
    ),
    (
        "en",
        "PH",
        "==Manila==\n- Guam (1975)\n- Macau (1990)\n- Kuwait City, Kuwait\n- Djibouti, Djibouti\n"
        "- Greenland\n- Puerto Rico, United States\n",
        [
            ("Guam", "GU"),
            ("Macau", "MO"),
            ("Kuwait City", "KW"),
            ("Djibouti", "DJ"),
            ("Greenland", "GL"),
            ("Puerto Rico", "US"),
        ],
    ),
    (
        "zh",
        "CN",
        "## 上海市\n\n| 城市 | 国家 | 日期 |\n|---|---|---|\n| 大阪 | 日本 | 1974年 |\n"
        "| 卢森堡 | | 1991年 |\n| 吉布提 | 吉布提 | 1992年 |\n| 关岛 | 美国 | 1993年 |\n",
        [("大阪", "JP"), ("卢森堡", "LU"), ("吉布提", "DJ"), ("关岛", "US")],
    ),
    (
        "zh",
        "CN",
        "<table><tr><th>城市</th><th>友城</th><th>国家</th><th>日期</th></tr>"
        "<tr><td>上海市</td><td>大阪市</td><td>日本</td><td>1974年</td></tr>"
        "<tr><td>新加坡</td><td>新加坡</td><td>1980年</td></tr>"
        "<tr><td>关岛</td><td>美国</td><td>1981年</td></tr>"
        "<tr><td>鹿特丹</td><td>荷兰</td><td>1983年</td></tr></table>",
        [("大阪市", "JP"), ("新加坡", "SG"), ("关岛", "US"), ("鹿特丹", "NL")],
    ),
    (
        "zh",
        "CN",
        "<h2>上海市</h2><table><tr><td>新加坡</td></tr><tr><td>关岛</td></tr>"
        "<tr><td>汉堡</td></tr></table>",
        [("新加坡", "SG"), ("关岛", "GU"), ("汉堡", None)],
    ),
    (
        "en",
        "US",
        "<h2>Boston</h2><table><tr><td colspan=2>Singapore</td></tr>"
        "<tr><td>Singapore</td><td>1990</td></tr><tr><td colspan=2>Luxembourg</td></tr>"
        "<tr><td>Esch</td><td>1991</td></tr><tr><td colspan=2>Japan</td></tr>"
        "<tr><td>Kyoto</td><td>1959</td></tr></table>",
        [("Singapore", "SG"), ("Esch", "LU"), ("Kyoto", "JP")],
    ),
    (
        "en",
        "CN",
        "Host,City,Country\nShanghai,Singapore,Singapore\nShanghai,Luxembourg,\n"
        "Shanghai,Hamburg,Germany\n",
        [("Singapore", "SG"), ("Luxembourg", "LU"), ("Hamburg", "DE")],
    ),
    (
        "en",
        "CN",
        "Country,City\n,Luxembourg\nFrance,Réunion\nMonaco,Monaco\n",
        [("Luxembourg", "LU"), ("Réunion", "FR"), ("Monaco", "MC")],
    ),
]


@pytest.mark.parametrize(("side", "home", "text", "expected"), LISTS)
def test_what_is_called_as_a_country(
    side: Side, home: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    (document,) = read_side([SourceFile("list", text.encode())], side, Layout())
    source = parse(document, load_home(home))
    assert [(r.partner, r.country) for r in source.records] == expected
    assert not source.partnerless

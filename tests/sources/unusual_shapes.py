"""Tables and pages with what is unusual: remarks of unknown title, notes below, cards, objects.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.shapes import Shape

REMARKS = (
    Shape(
        "remarks-of-unknown-title-zh.wiki",
        "zh",
        "JP",
        """\
== 神户市的姐妹城市 ==
{| class="wikitable"
! 姐妹城市 !! 国家 !! 缔结 !! 看点
|-
| 西雅图 || 美国 || 1957年 || 以神户命名的大钟
|-
| 马赛 || 法国 || 1961年 || 老港的灯塔
|-
| 里加 || 拉脱维亚 || 1974年 || 老城的公园
|}
""",
        ("神户市|西雅图|US|1957", "神户市|马赛|FR|1961", "神户市|里加|LV|1974"),
    ),
    Shape(
        "remarks-before-the-country-en.md",
        "en",
        "DE",
        """\
# Twin towns of Bremen

| Twin town | Worth seeing | Country | Since |
|---|---|---|---|
| Riga | Saint Roland | Latvia | 1985 |
| Dalian | Bremen Square | China | 1985 |
| Izmir | Agora | Turkey | 1995 |
""",
        ("Bremen|Riga|LV|1985", "Bremen|Dalian|CN|1985", "Bremen|Izmir|TR|1995"),
    ),
    Shape(
        "divisions-of-unknown-title-zh.html",
        "zh",
        "KR",
        """\
<h1>仁川广域市的友好城市</h1>
<table>
<tr><th>友好城市</th><th>位于</th><th>国家</th><th>时间</th></tr>
<tr><td>费城</td><td>宾夕法尼亚州</td><td>美国</td><td>1983年</td></tr>
<tr><td>北九州市</td><td>福冈县</td><td>日本</td><td>1988年</td></tr>
</table>
""",
        ("仁川广域市|费城|US|1983", "仁川广域市|北九州市|JP|1988"),
    ),
)

COUNTRY_AND_CITY = (
    Shape(
        "country-blank-city-zh.txt",
        "zh",
        "JP",
        """\
长崎市的姐妹城市

- 中国 福州（1980年）
- 美国 圣保罗（1955年）
- 葡萄牙 波尔图（1978年）
""",
        ("长崎市|福州|CN|1980", "长崎市|圣保罗|US|1955", "长崎市|波尔图|PT|1978"),
    ),
    Shape(
        "country-close-to-city-zh.wiki",
        "zh",
        "FR",
        """\
== 里昂的友好城市 ==
* 中国广州（1988年）
* 日本横滨（1959年）
* 中国 香港（1990年）
""",
        ("里昂|广州|CN|1988", "里昂|横滨|JP|1959", "里昂|香港|HK|1990"),
    ),
)

NOTES_BELOW = (
    Shape(
        "numbered-notes-below-en.csv",
        "en",
        "BR",
        """\
Sister cities of Curitiba,,
Sister city,Country,Year
Himeji,Japan,1984
Hangzhou,China,1997
,,
Notes: 1. In the order of signing.,,
2. Jacksonville is no longer one.,,
3. Last updated: May 2020,,
""",
        ("Curitiba|Himeji|JP|1984", "Curitiba|Hangzhou|CN|1997"),
    ),
    Shape(
        "numbered-sources-below-zh.tsv",
        "zh",
        "DE",
        """\
慕尼黑的友好城市\t\t
友好城市\t国家\t年份
爱丁堡\t英国\t1954
札幌\t日本\t1972
1、数据来源：慕尼黑市政府\t\t
2、更新日期：2021年\t\t
""",
        ("慕尼黑|爱丁堡|GB|1954", "慕尼黑|札幌|JP|1972"),
    ),
)

NESTED = (
    Shape(
        "country-objects-en.json",
        "en",
        "FR",
        """\
{"status": "ok", "city": {"name": "Lyon", "country": {"iso": "FR", "name": "France"}},
 "partners": [
  {"city": {"name": "Leipzig"}, "country": {"iso": "DE", "name": "Germany"},
   "since": "1981", "status": "active"},
  {"city": {"name": "Turin"}, "country": {"iso": "IT", "name": "Italy"},
   "since": "1967", "status": "ended"}]}
""",
        ("Lyon|Leipzig|DE|1981", "Lyon|Turin|IT|1967"),
    ),
    Shape(
        "country-objects-zh.json",
        "zh",
        "KR",
        """\
{"data": {"host": {"name": "首尔特别市", "country": {"code": "KR", "title": "韩国"}},
 "items": [{"name": "台北", "country": {"code": "TW", "title": "台湾"}, "year": 1968},
  {"name": "北京", "country": {"code": "CN", "title": "中国"}, "year": 1993}]}}
""",
        ("首尔特别市|台北|TW|1968", "首尔特别市|北京|CN|1993"),
    ),
    Shape(
        "pairs-of-objects-en.json",
        "en",
        "BR",
        """\
[{"city": {"name": "Recife", "country": "Brazil"},
  "sister": {"name": "Porto", "country": {"name": "Portugal"}},
  "signed": "1981"},
 {"city": {"name": "Recife", "country": "Brazil"},
  "sister": {"name": "Guangzhou", "country": {"name": "China"}},
  "signed": "2007"}]
""",
        ("Recife|Porto|PT|1981", "Recife|Guangzhou|CN|2007"),
    ),
)

FLAGS_AND_CARDS = (
    Shape(
        "city-called-as-another-country-zh.md",
        "zh",
        "DE",
        """\
# 柏林

## 友好城市

* 🇧🇷 萨尔瓦多 — 1962
* 🇫🇷 巴黎 — 1987
* 🇨🇴 亚美尼亚（1999年）
""",
        ("柏林|萨尔瓦多|BR|1962", "柏林|巴黎|FR|1987", "柏林|亚美尼亚|CO|1999"),
    ),
    Shape(
        "cards-with-flags-zh.html",
        "zh",
        "JP",
        """\
<html><body><h1>神户市的姐妹城市</h1>
<section class="grid">
<article class="town"><img src="/f/us.svg" alt="美国"><h2>西雅图</h2><p>1957年</p></article>
<article class="town"><img src="/f/fr.svg" alt="法国"><h2>马赛</h2><p>1961年</p></article>
<article class="town"><img src="/f/lv.svg" alt="拉脱维亚"><h2>里加</h2><p>1974年</p></article>
</section>
<p>© 神户市</p></body></html>
""",
        ("神户市|西雅图|US|1957", "神户市|马赛|FR|1961", "神户市|里加|LV|1974"),
    ),
    Shape(
        "cards-in-columns-en.html",
        "en",
        "KR",
        """\
<h1>Sister cities of Busan</h1>
<div class="row">
 <div class="col"><div class="card"><span class="fi fi-jp"></span><h4>Fukuoka</h4>
  <div class="since">1989</div></div></div>
 <div class="col"><div class="card"><span class="fi fi-us"></span><h4>Los Angeles</h4>
  <div class="since">1967</div></div></div>
</div>
<h2>News</h2>
<div class="news"><h3>Festival opens</h3><p>12 May 2024</p></div>
<div class="news"><h3>Delegation arrives</h3><p>13 May 2024</p></div>
""",
        ("Busan|Fukuoka|JP|1989", "Busan|Los Angeles|US|1967"),
    ),
)

FACILITIES = (
    Shape(
        "airports-en.csv",
        "en",
        "CN",
        """\
Airport,Country,Code
Narita International Airport,Japan,NRT
Frankfurt Airport,Germany,FRA
""",
        ("|Narita International Airport|JP|", "|Frankfurt Airport|DE|"),
    ),
    Shape(
        "stations-zh.csv",
        "zh",
        "JP",
        """\
车站,国家,开业
里昂车站,法国,1849年
首尔站,韩国,1900年
""",
        ("|里昂车站|FR|1849", "|首尔站|KR|1900"),
    ),
    Shape(
        "universities-en.tsv",
        "en",
        "US",
        "University\tCountry\tYear\n"
        "Kyoto University\tJapan\t1990\n"
        "University of Bonn\tGermany\t1995\n",
        ("|Kyoto University|JP|1990", "|University of Bonn|DE|1995"),
    ),
)

UNUSUAL = (*REMARKS, *COUNTRY_AND_CITY, *NOTES_BELOW, *NESTED, *FLAGS_AND_CARDS, *FACILITIES)

"""Lists as people bring them: titles, sentences and columns that name hosts in ways of their own.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.shapes import Shape

MARKUP = (
    Shape(
        "piped-link-in-the-lead-zh.wiki",
        "zh",
        "JP",
        """\
'''札幌市'''与下列城市结为[[姊妹城市|友好城市]]，[[国家|国别]]见下表。

{| class="wikitable"
|+ 友好城市
! 国家 !! 城市 !! 结好时间
|-
| {{USA}} || [[波特兰 (俄勒冈州)|波特兰]] || 1959年11月17日
|-
| {{GER}} || [[慕尼黑]] || 1972年8月28日
|-
| {{CHN}} || [[沈阳市]] || 1980年11月18日
|}
""",
        (
            "札幌市|波特兰|US|1959-11-17",
            "札幌市|慕尼黑|DE|1972-08-28",
            "札幌市|沈阳市|CN|1980-11-18",
        ),
    ),
    Shape(
        "piped-link-in-the-lead-en.wiki",
        "en",
        "US",
        """\
Sister cities of [[Denver]] by [[country|country]] and [[date|year]]

== Sister cities ==
* {{flagicon|FRA}} [[Brest, France|Brest]], France (1948)
* {{flagicon|JPN}} [[Takayama, Gifu|Takayama]], Japan (1960)
* {{flagicon|CHN}} [[Kunming]], China (1986)
""",
        ("Denver|Brest|FR|1948", "Denver|Takayama|JP|1960", "Denver|Kunming|CN|1986"),
    ),
    Shape(
        "commas-above-a-table.html",
        "en",
        "FR",
        """\
Twin town, country, year
<table><tr><th>Commune</th><th>Twin town</th><th>Country</th><th>Year</th></tr>
<tr><td>Dijon</td><td>Mainz</td><td>Germany</td><td>1958</td></tr>
<tr><td>Dijon</td><td>York</td><td>United Kingdom</td><td>1953</td></tr>
<tr><td>Lille</td><td>Nablus</td><td>Palestine</td><td>1998</td></tr></table>
""",
        ("Dijon|Mainz|DE|1958", "Dijon|York|GB|1953", "Lille|Nablus|PS|1998"),
    ),
    Shape(
        "commas-above-an-extract.txt",
        "en",
        "DE",
        """\
Partner cities, countries and years

==Bavaria==
Munich

- FRA Bordeaux, France (1964)
- JPN Sapporo, Japan (1972)

Nuremberg

- CHN Shenzhen, China (1997)
""",
        ("Munich|Bordeaux|FR|1964", "Munich|Sapporo|JP|1972", "Nuremberg|Shenzhen|CN|1997"),
    ),
)
AUTHORITIES = (
    Shape(
        "government-in-a-sentence-zh.txt",
        "zh",
        "DE",
        """\
慕尼黑的友好城市

慕尼黑市政府与下列城市缔结了友好城市关系：

1. 法国波尔多（1964年）
2. 日本札幌（1972年）
3. 津巴布韦哈拉雷（1996年）
""",
        ("慕尼黑市|波尔多|FR|1964", "慕尼黑市|札幌|JP|1972", "慕尼黑市|哈拉雷|ZW|1996"),
    ),
    Shape(
        "council-in-a-sentence-en.txt",
        "en",
        "US",
        """\
Portland City Council is twinned with:

- Sapporo, Japan (1959)
- Guadalajara, Mexico (1983)
- Suzhou, China (1988)
""",
        ("Portland|Sapporo|JP|1959", "Portland|Guadalajara|MX|1983", "Portland|Suzhou|CN|1988"),
    ),
    Shape(
        "government-in-a-heading-zh.md",
        "zh",
        "JP",
        """\
# 神户市议会

## 姐妹城市

- 美国西雅图（1957年）
- 法国马赛（1961年）
- 中国天津市（1973年）
""",
        ("神户市|西雅图|US|1957", "神户市|马赛|FR|1961", "神户市|天津市|CN|1973"),
    ),
    Shape(
        "city-hall-in-a-title-en.html",
        "en",
        "BR",
        """\
<html><head><title>Curitiba City Hall | Sister cities</title></head><body>
<h1>Curitiba City Hall</h1><ul><li>Hangzhou, China (1997)</li><li>Himeji, Japan (1984)</li>
<li>Lyon, France</li></ul></body></html>
""",
        ("Curitiba|Hangzhou|CN|1997", "Curitiba|Himeji|JP|1984", "Curitiba|Lyon|FR|"),
    ),
)
SIDES = (
    Shape(
        "side-of-brazil-zh.csv",
        "zh",
        "BR",
        """\
巴方城市,外方城市,外方国家,时间
圣保罗,上海,中国,1988
圣保罗,大阪,日本,1969
库里蒂巴,杭州,中国,1997
""",
        ("圣保罗|上海|CN|1988", "圣保罗|大阪|JP|1969", "库里蒂巴|杭州|CN|1997"),
    ),
    Shape(
        "side-of-china-abroad-zh.html",
        "zh",
        "DE",
        """\
<table><tr><th>德方</th><th>中方</th><th>结好时间</th></tr>
<tr><td>杜伊斯堡</td><td>武汉</td><td>1982年10月8日</td></tr>
<tr><td>汉堡</td><td>上海</td><td>1986年5月29日</td></tr>
<tr><td>科隆</td><td>北京</td><td>1987年9月14日</td></tr></table>
""",
        ("杜伊斯堡|武汉|CN|1982-10-08", "汉堡|上海|CN|1986-05-29", "科隆|北京|CN|1987-09-14"),
    ),
    Shape(
        "side-of-korea-zh.json",
        "zh",
        "KR",
        """\
[{"韩方": "釜山", "对方城市": "上海", "对方国家": "中国", "年份": 1993},
 {"韩方": "釜山", "对方城市": "福冈", "对方国家": "日本", "年份": 2007},
 {"韩方": "光州", "对方城市": "仙台", "对方国家": "日本", "年份": 2002}]
""",
        ("釜山|上海|CN|1993", "釜山|福冈|JP|2007", "光州|仙台|JP|2002"),
    ),
    Shape(
        "sides-of-two-countries-zh.md",
        "zh",
        "JP",
        """\
| 日方城市 | 美方城市 | 结好年 |
|---|---|---|
| 名古屋 | 洛杉矶 | 1959 |
| 神户 | 西雅图 | 1957 |
| 长崎 | 圣保罗 | 1955 |
""",
        ("名古屋|洛杉矶|US|1959", "神户|西雅图|US|1957", "长崎|圣保罗|US|1955"),
    ),
    Shape(
        "partner-side-first-zh.csv",
        "zh",
        "CN",
        """\
法方城市,中方城市,日期
里昂,广州,1988-01-19
马赛,上海,1987-10-26
图卢兹,重庆,1982-10-30
""",
        ("广州|里昂|FR|1988-01-19", "上海|马赛|FR|1987-10-26", "重庆|图卢兹|FR|1982-10-30"),
    ),
)
STATES = (
    Shape(
        "state-of-countries-en.csv",
        "en",
        "DE",
        """\
Municipality;Partner town;State;Year
Bonn;Oxford;United Kingdom;1947
Bonn;Chengdu;China;2009
Trier;Metz;France;1957
""",
        ("Bonn|Oxford|GB|1947", "Bonn|Chengdu|CN|2009", "Trier|Metz|FR|1957"),
    ),
    Shape(
        "region-of-countries-en.csv",
        "en",
        "JP",
        """\
City,Sister city,Region,Since
Kobe,Seattle,United States,1957
Kobe,Tianjin,China,1973
Kyoto,Boston,United States,1959
""",
        ("Kobe|Seattle|US|1957", "Kobe|Tianjin|CN|1973", "Kyoto|Boston|US|1959"),
    ),
    Shape(
        "state-of-countries-en.html",
        "en",
        "BR",
        """\
<table><tr><th>City</th><th>Sister city</th><th>State</th><th>Date</th></tr>
<tr><td>Curitiba</td><td>Hangzhou</td><td>China</td><td>1997</td></tr>
<tr><td>Santos</td><td>Ningbo</td><td>China</td><td>2002</td></tr>
<tr><td>Santos</td><td>Nagasaki</td><td>Japan</td><td>1972</td></tr></table>
""",
        ("Curitiba|Hangzhou|CN|1997", "Santos|Ningbo|CN|2002", "Santos|Nagasaki|JP|1972"),
    ),
    Shape(
        "state-label-of-countries-zh.csv",
        "zh",
        "FR",
        """\
city,cityLabel,twin,twinLabel,stateLabel
http://www.wikidata.org/entity/Q456,里昂,http://www.wikidata.org/entity/Q1794,法兰克福,德国
http://www.wikidata.org/entity/Q456,里昂,http://www.wikidata.org/entity/Q16572,广州市,中国
http://www.wikidata.org/entity/Q648,里尔,http://www.wikidata.org/entity/Q365,科隆,德国
""",
        ("里昂|法兰克福|DE|", "里昂|广州市|CN|", "里尔|科隆|DE|"),
    ),
)
TOGETHER = (
    Shape(
        "cities-with-and-en.html",
        "en",
        "FR",
        """\
<h1>Twin towns of Lyon</h1>
<table><tr><th>Country</th><th>Cities</th></tr>
<tr><td>Germany</td><td>Frankfurt and Leipzig</td></tr>
<tr><td>Canada</td><td>Montreal, Toronto and Quebec City</td></tr>
<tr><td>Japan</td><td>Yokohama</td></tr></table>
""",
        (
            "Lyon|Frankfurt|DE|",
            "Lyon|Leipzig|DE|",
            "Lyon|Montreal|CA|",
            "Lyon|Toronto|CA|",
            "Lyon|Quebec City|CA|",
            "Lyon|Yokohama|JP|",
        ),
    ),
    Shape(
        "cities-with-and-en.md",
        "en",
        "DE",
        """\
# Twin towns of Nuremberg

| Country | Cities |
|---|---|
| Poland | Kraków, Gdańsk and Łódź |
| China | Shenzhen, Xi'an & Chengdu |
| Israel | Hadera |
""",
        (
            "Nuremberg|Kraków|PL|",
            "Nuremberg|Gdańsk|PL|",
            "Nuremberg|Łódź|PL|",
            "Nuremberg|Shenzhen|CN|",
            "Nuremberg|Xi'an|CN|",
            "Nuremberg|Chengdu|CN|",
            "Nuremberg|Hadera|IL|",
        ),
    ),
    Shape(
        "cities-with-and-en.csv",
        "en",
        "KR",
        """\
City,Country,Sister cities
Busan,China,"Shanghai, Tianjin, and Chongqing"
Busan,Japan,Fukuoka and Shimonoseki
Daegu,United States,Atlanta
""",
        (
            "Busan|Shanghai|CN|",
            "Busan|Tianjin|CN|",
            "Busan|Chongqing|CN|",
            "Busan|Fukuoka|JP|",
            "Busan|Shimonoseki|JP|",
            "Daegu|Atlanta|US|",
        ),
    ),
)
QUERIES = (
    Shape(
        "query-answer-en.json",
        "en",
        "JP",
        """\
{"head": {"vars": ["ours", "oursLabel", "sister", "sisterLabel", "nationLabel"]}, "results":
{"bindings": [
{"ours": {"type": "uri", "value": "http://www.wikidata.org/entity/Q37951"},
 "sister": {"type": "uri", "value": "http://www.wikidata.org/entity/Q6106"},
 "oursLabel": {"xml:lang": "en", "type": "literal", "value": "Sapporo"},
 "sisterLabel": {"xml:lang": "en", "type": "literal", "value": "Portland"},
 "nationLabel": {"xml:lang": "en", "type": "literal", "value": "United States"}},
{"ours": {"type": "uri", "value": "http://www.wikidata.org/entity/Q37951"},
 "sister": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1726"},
 "oursLabel": {"xml:lang": "en", "type": "literal", "value": "Sapporo"},
 "sisterLabel": {"xml:lang": "en", "type": "literal", "value": "Munich"},
 "nationLabel": {"xml:lang": "en", "type": "literal", "value": "Germany"}}]}}
""",
        ("Sapporo|Portland|US|", "Sapporo|Munich|DE|"),
    ),
    Shape(
        "query-answer-plain-objects-zh.json",
        "zh",
        "PL",
        """\
[{"place": "http://www.wikidata.org/entity/Q31487", "placeLabel": "克拉科夫",
  "twin": "http://www.wikidata.org/entity/Q1718", "twinLabel": "奥尔良", "countryLabel": "法国"},
 {"place": "http://www.wikidata.org/entity/Q31487", "placeLabel": "克拉科夫",
  "twin": "http://www.wikidata.org/entity/Q2079", "twinLabel": "莱比锡", "countryLabel": "德国"},
 {"place": "http://www.wikidata.org/entity/Q1792", "placeLabel": "格但斯克",
  "twin": "http://www.wikidata.org/entity/Q24879", "twinLabel": "不来梅", "countryLabel": "德国"}]
""",
        ("克拉科夫|奥尔良|FR|", "克拉科夫|莱比锡|DE|", "格但斯克|不来梅|DE|"),
    ),
    Shape(
        "query-answer-short-names-en.csv",
        "en",
        "US",
        """\
home,homeLabel,other,otherLabel,landLabel
http://www.wikidata.org/entity/Q1297,Chicago,http://www.wikidata.org/entity/Q8686,Shanghai,China
http://www.wikidata.org/entity/Q1297,Chicago,http://www.wikidata.org/entity/Q490,Milan,Italy
http://www.wikidata.org/entity/Q16556,Phoenix,http://www.wikidata.org/entity/Q30002,Chengdu,China
""",
        ("Chicago|Shanghai|CN|", "Chicago|Milan|IT|", "Phoenix|Chengdu|CN|"),
    ),
)
TOPICS = (
    Shape(
        "consulates-zh.md",
        "zh",
        "KR",
        """\
# 大韩民国驻外总领事馆

## 日本

- 大阪（总领事馆）
- 福冈（总领事馆）

## 中国

- 上海（总领事馆）
- 青岛（总领事馆）
""",
        ("|大阪|JP|", "|福冈|JP|", "|上海|CN|", "|青岛|CN|"),
    ),
    Shape(
        "airports-en.html",
        "en",
        "US",
        """\
<table><caption>International airports</caption>
<tr><th>Code</th><th>Airport name</th><th>Country</th></tr>
<tr><td>FRA</td><td>Frankfurt Airport</td><td>Germany</td></tr>
<tr><td>KIX</td><td>Kansai International Airport</td><td>Japan</td></tr>
<tr><td>ZRH</td><td>Zurich Airport</td><td>Switzerland</td></tr></table>
""",
        (
            "|Frankfurt Airport|DE|",
            "|Kansai International Airport|JP|",
            "|Zurich Airport|CH|",
        ),
    ),
    Shape(
        "missions-lost-spans-en.html",
        "en",
        "BR",
        """\
<h1>Consulates of Brazil</h1>
<table><tr><th>Country</th><th>City</th><th>Mission</th></tr>
<tr><td>Japan</td><td>Nagoya</td><td>Consulate-General</td></tr>
<tr><td></td><td>Hamamatsu</td><td>Consulate-General</td></tr>
<tr><td>Germany</td><td>Munich</td><td>Consulate-General</td></tr>
<tr><td></td><td>Frankfurt</td><td>Consulate-General</td></tr>
<tr><td>Spain</td><td>Barcelona</td><td>Consulate</td></tr></table>
""",
        (
            "|Nagoya|JP|",
            "|Hamamatsu|JP|",
            "|Munich|DE|",
            "|Frankfurt|DE|",
            "|Barcelona|ES|",
        ),
    ),
    Shape(
        "missions-lost-spans-zh.csv",
        "zh",
        "FR",
        """\
国家,城市,机构
中国,上海,总领事馆
,广州,总领事馆
,武汉,总领事馆
日本,京都,总领事馆
德国,慕尼黑,总领事馆
,汉堡,总领事馆
""",
        ("|上海|CN|", "|广州|CN|", "|武汉|CN|", "|京都|JP|", "|慕尼黑|DE|", "|汉堡|DE|"),
    ),
    Shape(
        "airports-zh.wiki",
        "zh",
        "JP",
        """\
== 国际机场 ==
{| class="wikitable"
! 代码 !! 机场 !! 国家
|-
| CDG || 戴高乐机场 || 法国
|-
| ICN || 仁川国际机场 || 韩国
|-
| ZRH || 苏黎世机场 || 瑞士
|}
""",
        ("|戴高乐机场|FR|", "|仁川国际机场|KR|", "|苏黎世机场|CH|"),
    ),
)
ANNOUNCED = (
    Shape(
        "partnerships-en.wiki",
        "en",
        "JP",
        """\
'''Sapporo''' maintains partnerships with five cities.

* {{flagicon|USA}} [[Portland, Oregon|Portland]], United States
* {{flagicon|GER}} [[Munich]], Germany
* {{flagicon|CHN}} [[Shenyang]], China
""",
        ("Sapporo|Portland|US|", "Sapporo|Munich|DE|", "Sapporo|Shenyang|CN|"),
    ),
    Shape(
        "partnerships-en.md",
        "en",
        "US",
        """\
The City of Denver has official partnerships with 3 cities around the world.

- Brest, France (1948)
- Takayama, Japan (1960)
- Kunming, China (1986)
""",
        ("Denver|Brest|FR|1948", "Denver|Takayama|JP|1960", "Denver|Kunming|CN|1986"),
    ),
    Shape(
        "partnerships-zh.txt",
        "zh",
        "FR",
        """\
里昂与世界上3个城市保持友好关系。

- 德国法兰克福（1960年）
- 日本横滨（1959年）
- 中国广州（1988年）
""",
        ("里昂|法兰克福|DE|1960", "里昂|横滨|JP|1959", "里昂|广州|CN|1988"),
    ),
    Shape(
        "state-of-twinning-zh.txt",
        "zh",
        "KR",
        """\
仁川廣域市 姊妹都市現況

城市	國家	締結日
天津	中國	1993. 12. 7.
北九州	日本	1988. 12. 20
費城	美國	1983. 2. 8.
""",
        (
            "仁川廣域市|天津|CN|1993-12-07",
            "仁川廣域市|北九州|JP|1988-12-20",
            "仁川廣域市|費城|US|1983-02-08",
        ),
    ),
    Shape(
        "state-of-twinning-zh.csv",
        "zh",
        "KR",
        """\
水原市 国际友好城市缔结现况,,
友好城市,国家,缔结日期
济南市,中国,1993. 10. 27.
旭川市,日本,1989. 10. 17.
汤斯维尔,澳大利亚,1997. 4. 29.
""",
        (
            "水原市|济南市|CN|1993-10-27",
            "水原市|旭川市|JP|1989-10-17",
            "水原市|汤斯维尔|AU|1997-04-29",
        ),
    ),
)
FLAGS = (
    Shape(
        "flags-with-two-names-zh.html",
        "zh",
        "US",
        """\
<h1>休斯敦友好城市</h1><ul>
<li><img src="/flags/16/jp.gif" alt="日本国旗"> 千叶</li>
<li><img src="/flags/16/fr.gif" alt="法国的国旗"> 尼斯</li>
<li><img src="/flags/16/ao.gif" alt="安哥拉旗"> 罗安达</li></ul>
""",
        ("休斯敦|千叶|JP|", "休斯敦|尼斯|FR|", "休斯敦|罗安达|AO|"),
    ),
    Shape(
        "flags-behind-names-en.html",
        "en",
        "DE",
        """\
<h1>Sister cities of Leipzig</h1><ul>
<li><img src="a1.png" alt="France flag"> Lyon</li>
<li><img src="a2.png" alt="Flag: Italy"> Bologna</li>
<li><img src="a3.png" alt="China's flag"> Nanjing</li></ul>
""",
        ("Leipzig|Lyon|FR|", "Leipzig|Bologna|IT|", "Leipzig|Nanjing|CN|"),
    ),
    Shape(
        "flags-by-code-en.html",
        "en",
        "BR",
        """\
<h1>Sister cities of Curitiba</h1>
<ul><li><img src="/static/flags/jp.svg" alt=""> Himeji</li>
<li><img src="/static/flags/cn.svg"> Hangzhou</li>
<li><img src="/static/flags/pl.svg" alt="flag"> Kraków</li></ul>
""",
        ("Curitiba|Himeji|JP|", "Curitiba|Hangzhou|CN|", "Curitiba|Kraków|PL|"),
    ),
)
LETTERED = (
    Shape(
        "letters-en.txt",
        "en",
        "FR",
        """\
Lyon has three sister cities:

a) Yokohama in Japan (1959)
b) Leipzig in Germany (1981)
c) Guangzhou in China (1988)
""",
        ("Lyon|Yokohama|JP|1959", "Lyon|Leipzig|DE|1981", "Lyon|Guangzhou|CN|1988"),
    ),
    Shape(
        "small-roman-numbers-en.txt",
        "en",
        "US",
        """\
Houston's sister cities are:

(i) Chiba in Japan, since 1972;
(ii) Nice in France, since 1973;
(iii) Stavanger in Norway, since 1980.
""",
        ("Houston|Chiba|JP|1972", "Houston|Nice|FR|1973", "Houston|Stavanger|NO|1980"),
    ),
    Shape(
        "capital-letters-en.md",
        "en",
        "KR",
        """\
# Sister cities of Incheon

(A) Philadelphia in the United States, signed on 8 February 1983
(B) Tianjin in China, signed on 7 December 1993
(C) Kitakyushu in Japan, signed on 20 December 1988
""",
        (
            "Incheon|Philadelphia|US|1983-02-08",
            "Incheon|Tianjin|CN|1993-12-07",
            "Incheon|Kitakyushu|JP|1988-12-20",
        ),
    ),
)
CALLED = (
    Shape(
        "called-by-the-country-zh.wiki",
        "zh",
        "JP",
        """\
日本姐妹城市列表

== 北海道 ==
* 札幌市
** {{flagicon|USA}} 波特兰
** {{flagicon|DEU}} 慕尼黑
* 旭川市
** {{flagicon|CHN}} 哈尔滨市
""",
        ("札幌市|波特兰|US|", "札幌市|慕尼黑|DE|", "旭川市|哈尔滨市|CN|"),
    ),
    Shape(
        "called-by-the-country-en.txt",
        "en",
        "DE",
        """\
Germany: list of sister cities

Bonn

- Oxford, United Kingdom
- Chengdu, China

Trier

- Metz, France
""",
        ("Bonn|Oxford|GB|", "Bonn|Chengdu|CN|", "Trier|Metz|FR|"),
    ),
    Shape(
        "called-with-what-it-is-like-zh.md",
        "zh",
        "KR",
        """\
韩国与周边国家友好城市一览（截至2020年）

一、日本

| 外国城市 | 韩国城市 | 结好日期 |
|---|---|---|
| 下关市 | 釜山 | 1976年10月11日 |
| 福冈市 | 釜山 | 2007年2月2日 |
| 仙台市 | 光州 | 2002年4月20日 |
""",
        ("釜山|下关市|JP|1976-10-11", "釜山|福冈市|JP|2007-02-02", "光州|仙台市|JP|2002-04-20"),
    ),
    Shape(
        "opened-stations-zh.csv",
        "zh",
        "JP",
        """\
日本新干线车站,启用日期
东京站,1964-10-01
新大阪站,1964-10-01
新青森站,2010-12-04
""",
        ("|东京站||1964-10-01", "|新大阪站||1964-10-01", "|新青森站||2010-12-04"),
    ),
    Shape(
        "opened-stations-en.csv",
        "en",
        "KR",
        """\
KTX railway station,Opening date
Gwangmyeong Station,1 April 2004
Osong Station,1 November 2010
Gyeongju Station,1 November 2010
""",
        (
            "|Gwangmyeong Station||2004-04-01",
            "|Osong Station||2010-11-01",
            "|Gyeongju Station||2010-11-01",
        ),
    ),
    Shape(
        "opened-stations-en.tsv",
        "en",
        "DE",
        """\
Airport\tOpened
Frankfurt Airport\t8 July 1936
Munich Airport\t17 May 1992
Hamburg Airport\t10 January 1911
""",
        (
            "|Frankfurt Airport||1936-07-08",
            "|Munich Airport||1992-05-17",
            "|Hamburg Airport||1911-01-10",
        ),
    ),
    Shape(
        "updated-at-the-end-zh.html",
        "zh",
        "FR",
        """\
<h1>里尔的友好城市</h1>
<table><tr><th>城市</th><th>国家</th><th>年份</th></tr>
<tr><td>科隆</td><td>德国</td><td>1958</td></tr>
<tr><td>都灵</td><td>意大利</td><td>1958</td></tr>
<tr><td colspan="3">资料更新于2020年3月</td></tr></table>
""",
        ("里尔|科隆|DE|1958", "里尔|都灵|IT|1958"),
    ),
    Shape(
        "updated-at-the-end-en.html",
        "en",
        "US",
        """\
<h1>Sister cities of Phoenix</h1>
<table><tr><th>City</th><th>Country</th><th>Year</th></tr>
<tr><td>Chengdu</td><td>China</td><td>1987</td></tr>
<tr><td>Himeji</td><td>Japan</td><td>1976</td></tr>
<tr><td colspan="3">Last updated: May 2021</td></tr></table>
""",
        ("Phoenix|Chengdu|CN|1987", "Phoenix|Himeji|JP|1976"),
    ),
    Shape(
        "valid-until-zh.md",
        "zh",
        "BR",
        """\
# 库里蒂巴友好城市

| 城市 | 国家 | 年份 |
|---|---|---|
| 杭州 | 中国 | 1997 |
| 姬路 | 日本 | 1984 |
| 数据截至2021年5月 | | |
""",
        ("库里蒂巴|杭州|CN|1997", "库里蒂巴|姬路|JP|1984"),
    ),
)
TITLES = (
    Shape(
        "titles-in-both-languages-zh.csv",
        "zh",
        "JP",
        """\
主办城市 Host,Host in English,友好城市 Sister city,Partner in English,国家 Country,时间 Date
神户,Kobe,西雅图,Seattle,美国,1957
神户,Kobe,天津,Tianjin,中国,1973
京都,Kyoto,波士顿,Boston,美国,1959
""",
        ("神户|西雅图|US|1957", "神户|天津|CN|1973", "京都|波士顿|US|1959"),
    ),
    Shape(
        "titles-in-both-languages-en.md",
        "en",
        "DE",
        """\
| 城市 City | 国家 Country | 友城 Twin town | 年份 Year |
|---|---|---|---|
| Bonn | China | Chengdu | 2009 |
| Bonn | United Kingdom | Oxford | 1947 |
| Trier | France | Metz | 1957 |
""",
        ("Bonn|Chengdu|CN|2009", "Bonn|Oxford|GB|1947", "Trier|Metz|FR|1957"),
    ),
    Shape(
        "titles-in-both-languages-zh.html",
        "zh",
        "FR",
        """\
<table><tr><th>City 城市</th><th>Country 国家</th><th>Partner city 伙伴城市</th></tr>
<tr><td>里昂</td><td>德国</td><td>莱比锡</td></tr>
<tr><td>里昂</td><td>中国</td><td>广州</td></tr>
<tr><td>里尔</td><td>英国</td><td>利兹</td></tr></table>
""",
        ("里昂|莱比锡|DE|", "里昂|广州|CN|", "里尔|利兹|GB|"),
    ),
    Shape(
        "serial-numbers-zh.csv",
        "zh",
        "DE",
        """\
德国城市,对应城市,国家,备案日
科隆,北京,中国,32034
科隆,京都,日本,23163
汉堡,上海,中国,31561
""",
        ("科隆|北京|CN|1987-09-14", "科隆|京都|JP|1963-06-01", "汉堡|上海|CN|1986-05-29"),
    ),
    Shape(
        "serial-numbers-en.csv",
        "en",
        "BR",
        """\
Brazilian city,Counterpart,Country,Recorded
Curitiba,Hangzhou,China,35646
Curitiba,Himeji,Japan,30822
Santos,Ningbo,China,37257
""",
        (
            "Curitiba|Hangzhou|CN|1997-08-04",
            "Curitiba|Himeji|JP|1984-05-20",
            "Santos|Ningbo|CN|2002-01-01",
        ),
    ),
    Shape(
        "serial-numbers-unknown-title-zh.csv",
        "zh",
        "KR",
        """\
城市,友城,国家,文书日
釜山,上海,中国,34205
釜山,福冈,日本,39115
光州,仙台,日本,37366
""",
        ("釜山|上海|CN|1993-08-24", "釜山|福冈|JP|2007-02-02", "光州|仙台|JP|2002-04-20"),
    ),
    Shape(
        "slip-of-a-character-zh.csv",
        "zh",
        "US",
        """\
美方城巿,友好城巿,国家,结好年
芝加哥,上海巿,中国,1985
芝加哥,大阪巿,日本,1973
凤凰城,成都巿,中国,1987
""",
        ("芝加哥|上海巿|CN|1985", "芝加哥|大阪巿|JP|1973", "凤凰城|成都巿|CN|1987"),
    ),
    Shape(
        "slip-of-a-character-zh.html",
        "zh",
        "JP",
        """\
<h1>神户市</h1><table><tr><th>姐妹城巿</th><th>国家</th></tr>
<tr><td>西雅图巿</td><td>美国</td></tr><tr><td>天津</td><td>中国</td></tr></table>
""",
        ("神户市|西雅图巿|US|", "神户市|天津|CN|"),
    ),
    Shape(
        "slip-of-a-character-zh.txt",
        "zh",
        "FR",
        """\
里昂与以下城巿结为友好城巿：

- 德国莱比锡（1981年）
- 中国广州（1988年）
""",
        ("里昂|莱比锡|DE|1981", "里昂|广州|CN|1988"),
    ),
)
FACILITIES = (
    Shape(
        "consulates-carried-down.txt",
        "en",
        "JP",
        """\
Consulates-General of Japan (extract)

Continent	Country	City	Opened
Asia	China	Shanghai	1 September 1975
		Guangzhou	1 March 1980
	South Korea	Busan	1966
Europe	Germany	Hamburg	1954
		Munich	1960
""",
        (
            "|Shanghai|CN|1975-09-01",
            "|Guangzhou|CN|1980-03-01",
            "|Busan|KR|1966",
            "|Hamburg|DE|1954",
            "|Munich|DE|1960",
        ),
    ),
    Shape(
        "consulates-by-seat.csv",
        "zh",
        "FR",
        "所驻国,驻地,开馆时间\n中国,武汉,1998-10-10\n,成都,2005-12-05\n巴西,里约热内卢,1950年\n",
        ("|武汉|CN|1998-10-10", "|成都|CN|2005-12-05", "|里约热内卢|BR|1950"),
    ),
    Shape(
        "sites-in-english.csv",
        "en",
        "CN",
        "unique_number,name_en,date_inscribed,states_name_en\n"
        "326,Petra,1985,Jordan\n668,Angkor,1992,Cambodia\n",
        ("|Petra|JO|1985", "|Angkor|KH|1992"),
    ),
    Shape(
        "stations-in-both.csv",
        "zh",
        "KR",
        "代号,车站,Station,线路\n133,首尔站,Seoul Station,1号线\n201,市厅,City Hall,2号线\n",
        ("|首尔站||", "|市厅||"),
    ),
    Shape(
        "stations-in-both-en.csv",
        "en",
        "KR",
        "代号,车站,Station,线路\n133,首尔站,Seoul Station,1号线\n201,市厅,City Hall,2号线\n",
        ("|Seoul Station||", "|City Hall||"),
    ),
)

BROUGHT = (
    *MARKUP,
    *AUTHORITIES,
    *SIDES,
    *STATES,
    *TOGETHER,
    *QUERIES,
    *TOPICS,
    *ANNOUNCED,
    *FLAGS,
    *LETTERED,
    *CALLED,
    *TITLES,
    *FACILITIES,
)

"""Pages of single hosts, in many formats and languages of home, with what each states.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from typing import NamedTuple

from reconcile.models import Side


class HostPage(NamedTuple):
    """A page: its file and side, the home country that follows, its text, and what each row states
    as `host|partner|country|date`.
    """

    file: str
    side: Side
    home: str
    text: str
    rows: tuple[str, ...]


PAGES = (
    HostPage(
        "fukuoka-zh.wiki",
        "zh",
        "JP",
        """\
'''福岡市'''（ふくおかし）是位於[[日本]][[九州]]北部的城市，[[福岡縣]]縣廳所在地。

== 行政區劃 ==
福岡市下轄7個區：
* [[東區 (福岡市)|東區]]
* [[博多區]]

== 姊妹城市 ==
福岡市與以下城市締結為姊妹城市：
* {{flagicon|USA}} [[奧克蘭 (加利福尼亞州)|奧克蘭]]（1962年10月24日）
* {{flagicon|CHN}} [[廣州市]]（1979年5月2日）
* {{flagicon|FRA}} [[波爾多]]（1982年11月8日）

== 知名人物 ==
* [[松田聖子]]
""",
        (
            "福岡市|奧克蘭|US|1962-10-24",
            "福岡市|廣州市|CN|1979-05-02",
            "福岡市|波爾多|FR|1982-11-08",
        ),
    ),
    HostPage(
        "en-page.html",
        "en",
        "JP",
        """\
<!DOCTYPE html>
<html><head><title>Nagoya - Wikipedia</title></head>
<body>
<h1>Nagoya</h1>
<p>Nagoya is the largest city in the Chubu region.</p>
<h2>Wards</h2>
<ul><li>Atsuta-ku</li><li>Chikusa-ku</li></ul>
<h2>International relations</h2>
<h3>Twin towns – Sister cities</h3>
<p>Nagoya is twinned with:</p>
<ul>
<li>Los Angeles, United States (1959)</li>
<li>Mexico City, Mexico (1978)</li>
<li>Turin, Italy (2005)</li>
</ul>
<h2>Notable people</h2>
<ul><li>Akio Morita, founder of Sony</li><li>Ichiro Suzuki</li></ul>
</body></html>
""",
        (
            "Nagoya|Los Angeles|US|1959",
            "Nagoya|Mexico City|MX|1978",
            "Nagoya|Turin|IT|2005",
        ),
    ),
    HostPage(
        "page.md",
        "zh",
        "JP",
        """\
# 广岛市

广岛市是日本广岛县的县厅所在地。

## 景点

  - [广岛城](../Page/广岛城.md "wikilink")
  - [原爆圆顶馆](../Page/原爆圆顶馆.md "wikilink")

## 国际交流

### 姐妹城市

  - [火奴鲁鲁](../Page/火奴鲁鲁.md "wikilink")
  - [伏尔加格勒](../Page/伏尔加格勒.md "wikilink")
  - [汉诺威](../Page/汉诺威.md "wikilink")

## 参考资料

  - [广岛市官方网站](http://example.org)
""",
        (
            "广岛市|火奴鲁鲁||",
            "广岛市|伏尔加格勒||",
            "广岛市|汉诺威||",
        ),
    ),
    HostPage(
        "kobe.txt",
        "en",
        "JP",
        """\
Kobe's sister cities are:

- Seattle, USA (1957)
- Marseille, France (1961)
- Rio de Janeiro, Brazil (1969)
""",
        (
            "Kobe|Seattle|US|1957",
            "Kobe|Marseille|FR|1961",
            "Kobe|Rio de Janeiro|BR|1969",
        ),
    ),
    HostPage(
        "seattle.zh.md",
        "zh",
        "US",
        """\
## 姐妹城市

西雅图目前有21个姐妹城市\\[12\\]：

| 国家 | 城市 | 年份 |
| --- | --- | --- |
| 日本 | [神户](../Page/神户.md) | 1957年 |
| 以色列 | [贝尔谢巴](../Page/贝尔谢巴.md) | 1977年 |
| 挪威 | [卑尔根](../Page/卑尔根.md) | 1967年 |
""",
        (
            "西雅图|神户|JP|1957",
            "西雅图|贝尔谢巴|IL|1977",
            "西雅图|卑尔根|NO|1967",
        ),
    ),
    HostPage(
        "sister-cities.html",
        "en",
        "US",
        """\
<html><head><title>Sister Cities | City of Phoenix</title></head>
<body><h1>Sister Cities</h1>
<table>
<tr><th>City</th><th>Country</th><th>Since</th></tr>
<tr><td>Hermosillo</td><td>Mexico</td><td>1976</td></tr>
<tr><td>Himeji</td><td>Japan</td><td>1976</td></tr>
<tr><td>Grenoble</td><td>France</td><td>1990</td></tr>
</table></body></html>
""",
        (
            "Phoenix|Hermosillo|MX|1976",
            "Phoenix|Himeji|JP|1976",
            "Phoenix|Grenoble|FR|1990",
        ),
    ),
    HostPage(
        "san-diego.txt",
        "en",
        "US",
        """\
City of San Diego - Sister Cities

Our sister cities

Yokohama (Japan) 1957
León (Mexico) 1969
Edinburgh (United Kingdom) 1977
""",
        (
            "San Diego|Yokohama|JP|1957",
            "San Diego|León|MX|1969",
            "San Diego|Edinburgh|GB|1977",
        ),
    ),
    HostPage(
        "悉尼.wiki",
        "zh",
        "AU",
        """\
==姊妹城市==
悉尼目前与以下城市结为姐妹城市：
{|
! 城市 !! 国家 !! 年份
|-
| [[旧金山]] || {{USA}} || 1968年
|-
| [[名古屋]] || {{JPN}} || 1980年
|-
| [[佛罗伦萨]] || {{ITA}} || 1986年
|}
""",
        (
            "悉尼|旧金山|US|1968",
            "悉尼|名古屋|JP|1980",
            "悉尼|佛罗伦萨|IT|1986",
        ),
    ),
    HostPage(
        "zh.md",
        "zh",
        "KR",
        """\
## 姊妹城市

釜山廣域市跟下列城市締結姊妹城市關係：

<table>
<tbody>
<tr class="odd">
<td><ul>
<li><a href="../Page/高雄市.md" title="wikilink">高雄市</a>（1966年）</li>
<li><a href="../Page/洛杉磯.md" title="wikilink">洛杉磯</a>（1967年）</li>
</ul></td>
<td><ul>
<li><a href="../Page/下關市.md" title="wikilink">下關市</a>（1976年）</li>
<li><a href="../Page/巴塞隆納.md" title="wikilink">巴塞隆納</a>（1983年）</li>
</ul></td>
</tr>
</tbody>
</table>

## 相关条目

  - [釜山市長列表](../Page/釜山市長列表.md "wikilink")
""",
        (
            "釜山廣域市|高雄市||1966",
            "釜山廣域市|洛杉磯||1967",
            "釜山廣域市|下關市||1976",
            "釜山廣域市|巴塞隆納||1983",
        ),
    ),
    HostPage(
        "en.wiki",
        "en",
        "KR",
        """\
'''Daegu''' is a city in [[South Korea]].

==Sister cities==
Daegu is [[Sister city|twinned]] with:
{{div col}}
*{{flagicon|USA}} [[Atlanta]], United States (1981)
*{{flagicon|KAZ}} [[Almaty]], Kazakhstan (1990)
*{{flagicon|CHN}} [[Qingdao]], China (1993)
{{div col end}}

==Notable people==
* [[Roh Tae-woo]], former president of South Korea

==See also==
* [[List of cities in South Korea]]
""",
        (
            "Daegu|Atlanta|US|1981",
            "Daegu|Almaty|KZ|1990",
            "Daegu|Qingdao|CN|1993",
        ),
    ),
    HostPage(
        "munich-zh.md",
        "zh",
        "DE",
        """\
## 友好城市

慕尼黑与下列城市结为友好城市：

  - [爱丁堡](../Page/爱丁堡.md "wikilink")，苏格兰（1954年）
  - [维罗纳](../Page/维罗纳.md "wikilink")，意大利（1960年）
  - [札幌](../Page/札幌.md "wikilink")，日本（1972年）
""",
        (
            "慕尼黑|爱丁堡|GB|1954",
            "慕尼黑|维罗纳|IT|1960",
            "慕尼黑|札幌|JP|1972",
        ),
    ),
    HostPage(
        "town.txt",
        "en",
        "DE",
        """\
Twin towns

The following cities are twinned with Cologne:

- Liverpool (1952)
- Kyoto (1963)
- Tunis (1964)
""",
        (
            "Cologne|Liverpool||1952",
            "Cologne|Kyoto||1963",
            "Cologne|Tunis||1964",
        ),
    ),
    HostPage(
        "里昂.txt",
        "zh",
        "FR",
        """\
里昂的友好城市有：

- 英国伯明翰（1951年）
- 德国法兰克福（1960年）
- 日本横滨（1959年）
""",
        (
            "里昂|伯明翰|GB|1951",
            "里昂|法兰克福|DE|1960",
            "里昂|横滨|JP|1959",
        ),
    ),
    HostPage(
        "towns.html",
        "en",
        "FR",
        """\
<html><head><title>Mairie</title></head><body>
<h2>Twin towns of Lille</h2>
<ul><li>Esch-sur-Alzette, Luxembourg (1958)</li>
<li>Leeds, United Kingdom (1968)</li>
<li>Haifa, Israel (1986)</li></ul>
</body></html>
""",
        (
            "Lille|Esch-sur-Alzette|LU|1958",
            "Lille|Leeds|GB|1968",
            "Lille|Haifa|IL|1986",
        ),
    ),
    HostPage(
        "rio.md",
        "zh",
        "BR",
        """\
# 里约热内卢

**里约热内卢**是巴西第二大城市。

## 历史

1565年3月1日，葡萄牙人建城。

## 友好城市

里约热内卢拥有以下友好城市：

  - [亚特兰大](../Page/亚特兰大.md "wikilink")（1972年）
  - [神户](../Page/神户.md "wikilink")（1969年）
  - [北京](../Page/北京.md "wikilink")（1986年）

## 体育

  - [马拉卡纳体育场](../Page/马拉卡纳体育场.md "wikilink")（1950年）
""",
        (
            "里约热内卢|亚特兰大||1972",
            "里约热内卢|神户||1969",
            "里约热内卢|北京||1986",
        ),
    ),
    HostPage(
        "cities.txt",
        "en",
        "BR",
        """\
Curitiba has sister city relationships with the following cities:

- Himeji, Japan
- Lyon, France
- Orlando, United States
""",
        (
            "Curitiba|Himeji|JP|",
            "Curitiba|Lyon|FR|",
            "Curitiba|Orlando|US|",
        ),
    ),
    HostPage(
        "大连市友好城市列表.md",
        "zh",
        "CN",
        """\
| 国家 | 城市 | 结好时间 |
| --- | --- | --- |
| 日本 | 北九州市 | 1979年5月1日 |
| 法国 | 勒阿弗尔 | 1985年10月23日 |
| 德国 | 罗斯托克 | 1988年8月27日 |
""",
        (
            "大连市|北九州市|JP|1979-05-01",
            "大连市|勒阿弗尔|FR|1985-10-23",
            "大连市|罗斯托克|DE|1988-08-27",
        ),
    ),
    HostPage(
        "hangzhou.wiki",
        "en",
        "CN",
        """\
'''Hangzhou''' is the capital of [[Zhejiang]] province, [[China]].

==Districts==
* [[Shangcheng District, Hangzhou|Shangcheng]]
* [[Xiaoshan District|Xiaoshan]]

==Twin towns and sister cities==
* {{flagicon|USA}} [[Boston]], United States (1982)
* {{flagicon|JPN}} [[Gifu]], Japan (1979)
* {{flagicon|GER}} [[Dresden]], Germany (2009)

==Universities==
* [[Zhejiang University]] (1897)

==See also==
* [[List of cities in China]]
""",
        (
            "Hangzhou|Boston|US|1982",
            "Hangzhou|Gifu|JP|1979",
            "Hangzhou|Dresden|DE|2009",
        ),
    ),
    HostPage(
        "krakow.wiki",
        "zh",
        "PL",
        """\
== 姐妹城市 ==
克拉科夫的姐妹城市包括：
* {{flag|Germany}}：[[莱比锡]]（1973年）
* {{flag|Ukraine}}：[[利沃夫]]（1995年）
* {{flag|Italy}}：[[米兰]]（2003年）
""",
        (
            "克拉科夫|莱比锡|DE|1973",
            "克拉科夫|利沃夫|UA|1995",
            "克拉科夫|米兰|IT|2003",
        ),
    ),
    HostPage(
        "gdansk.md",
        "en",
        "PL",
        """\
# Gdańsk

Gdańsk is a city on the Baltic coast of northern Poland.

## Sights

- Neptune's Fountain
- St. Mary's Church

## International relations

### Twin towns and sister cities

Gdańsk is twinned with:

- Bremen, Germany (1976)
- Cleveland, United States (1990)
- Nice, France (1999)

### Former twin towns

- Kaliningrad, Russia (1993)
- Saint Petersburg, Russia (1961)
""",
        (
            "Gdańsk|Bremen|DE|1976",
            "Gdańsk|Cleveland|US|1990",
            "Gdańsk|Nice|FR|1999",
            "Gdańsk|Kaliningrad|RU|1993",
            "Gdańsk|Saint Petersburg|RU|1961",
        ),
    ),
    HostPage(
        "横滨.wiki",
        "zh",
        "JP",
        """\
== 国际交流 ==
{| class="wikitable"
|+ 横滨市的友好城市
! 城市 !! 国家 !! 缔结日期
|-
| [[圣迭戈]] || 美国 || 1957年10月29日
|-
| [[里昂]] || 法国 || 1959年4月7日
|-
| [[上海市|上海]] || 中国 || 1973年11月30日
|}
""",
        (
            "横滨市|圣迭戈|US|1957-10-29",
            "横滨市|里昂|FR|1959-04-07",
            "横滨市|上海|CN|1973-11-30",
        ),
    ),
    HostPage(
        "captions.html",
        "en",
        "PL",
        """\
<html><body>
<table><caption>Sister cities of Wrocław</caption>
<tr><th>Partner city</th><th>Country</th><th>Since</th></tr>
<tr><td>Breda</td><td>Netherlands</td><td>1991</td></tr>
<tr><td>Charlotte</td><td>United States</td><td>1993</td></tr>
<tr><td>Dresden</td><td>Germany</td><td>1963</td></tr>
</table></body></html>
""",
        (
            "Wrocław|Breda|NL|1991",
            "Wrocław|Charlotte|US|1993",
            "Wrocław|Dresden|DE|1963",
        ),
    ),
    HostPage(
        "answer.json",
        "zh",
        "JP",
        """\
{"parse": {"title": "京都市", "pageid": 1, "wikitext": \
"== 友好城市 ==\\n* [[巴黎]]（1958年）\\n* [[波士顿]]（1959年）\\n\
* [[科隆]]（1963年）\\n\\n== 教育 ==\\n* [[京都大學]]（1897年）\\n"}}
""",
        (
            "京都市|巴黎||1958",
            "京都市|波士顿||1959",
            "京都市|科隆||1963",
        ),
    ),
    HostPage(
        "gmina.txt",
        "en",
        "PL",
        """\
Toruń, Poland - Twin Towns

- Göttingen, Germany (1978)
- Leiden, Netherlands (1988)
- Čadca, Slovakia (2010)
""",
        (
            "Toruń|Göttingen|DE|1978",
            "Toruń|Leiden|NL|1988",
            "Toruń|Čadca|SK|2010",
        ),
    ),
    HostPage(
        "ambiguous.txt",
        "en",
        "GB",
        """\
Cambridge, United Kingdom

Twin towns

Cambridge is twinned with two cities:

- Heidelberg, Germany (1965)
- Szeged, Hungary (1987)
""",
        (
            "Cambridge|Heidelberg|DE|1965",
            "Cambridge|Szeged|HU|1987",
        ),
    ),
)

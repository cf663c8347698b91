"""Lists in the shapes that copying and converting leave, in many formats and languages of home.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from typing import NamedTuple

from reconcile.models import Side


class Shape(NamedTuple):
    """A list: its file and side, the home country, its text, and what each row states as
    `host|partner|country|date`.
    """

    file: str
    side: Side
    home: str
    text: str
    rows: tuple[str, ...]


PIPES = (
    Shape(
        "pipes-with-rule-en.md",
        "en",
        "JP",
        """\
## Hokkaido

City | Country | Sister city | Since
---|---|---|---
Sapporo | United States | Portland | 17 November 1959
Sapporo | Germany | Munich | 28 August 1972
Otaru | Russia | Nakhodka | 12 September 1966
""",
        (
            "Sapporo|Portland|US|1959-11-17",
            "Sapporo|Munich|DE|1972-08-28",
            "Otaru|Nakhodka|RU|1966-09-12",
        ),
    ),
    Shape(
        "pipes-without-rule-zh.md",
        "zh",
        "KR",
        """\
# 韩国友好城市

城市 | 国家 | 友好城市 | 结好时间
釜山广域市 | 中国 | 上海市 | 1993年8月24日
釜山广域市 | 日本 | 福冈市 | 2007年2月2日
大邱广域市 | 美国 | 亚特兰大 | 1981年10月6日
""",
        (
            "釜山广域市|上海市|CN|1993-08-24",
            "釜山广域市|福冈市|JP|2007-02-02",
            "大邱广域市|亚特兰大|US|1981-10-06",
        ),
    ),
    Shape(
        "pipes-two-tables-zh.txt",
        "zh",
        "CN",
        """\
青岛市友好城市
青岛市有以下国际友好城市：
国家 | 城市 | 日期
:--|:--|--:
日本 | 下关市 | 1979年10月3日
美国 | 长滩市 | 1985年4月8日

以下是较早前签署的：
国家 | 城市 | 日期
:--|:--|--:
德国 | 曼海姆市 | 2016年7月5日
""",
        (
            "青岛市|下关市|JP|1979-10-03",
            "青岛市|长滩市|US|1985-04-08",
            "青岛市|曼海姆市|DE|2016-07-05",
        ),
    ),
    Shape(
        "pipes-behind-only-de.md",
        "en",
        "DE",
        """\
# Cologne

Cologne is twinned with:

Partner city | Country | Year |
---|---|---|
Liverpool | United Kingdom | 1952 |
Kyoto | Japan | 1963 |
Beijing | China | 1987 |

© 2020
""",
        ("Cologne|Liverpool|GB|1952", "Cologne|Kyoto|JP|1963", "Cologne|Beijing|CN|1987"),
    ),
    Shape(
        "pipes-with-links-fr.md",
        "zh",
        "FR",
        """\
## 里昂

城市 | 国家 | 年份
--- | --- | ---
[伯明翰](https://zh.wikipedia.org/wiki/伯明翰) | [英国](https://zh.wikipedia.org/wiki/英国) | 1951
[横滨](https://zh.wikipedia.org/wiki/横滨) | [日本](https://zh.wikipedia.org/wiki/日本) | 1959
[广州](https://zh.wikipedia.org/wiki/广州) | [中国](https://zh.wikipedia.org/wiki/中国) | 1988
""",
        ("里昂|伯明翰|GB|1951", "里昂|横滨|JP|1959", "里昂|广州|CN|1988"),
    ),
    Shape(
        "pipes-empty-cells-br.md",
        "en",
        "BR",
        """\
Host | Twin town | Country | Date
--- | --- | --- | ---
Curitiba | Himeji | Japan |
 | Hangzhou | China | 1997
Santos | Nagasaki | Japan | 1972
""",
        ("Curitiba|Himeji|JP|", "Curitiba|Hangzhou|CN|1997", "Santos|Nagasaki|JP|1972"),
    ),
)

PASTED = (
    Shape(
        "pasted-tabs-with-lead.txt",
        "zh",
        "CN",
        """\
宁波市的国际友好城市

序号\t国家\t城市\t结好时间
1\t日本\t长冈京市\t1983年4月21日
2\t德国\t亚琛市\t1986年10月25日
3\t美国\t威尔明顿市\t1988年5月6日

共3个
""",
        (
            "宁波市|长冈京市|JP|1983-04-21",
            "宁波市|亚琛市|DE|1986-10-25",
            "宁波市|威尔明顿市|US|1988-05-06",
        ),
    ),
    Shape(
        "pasted-blanks-en.txt",
        "en",
        "US",
        """\
Sister cities of Seattle

City              Country         Year
Kobe              Japan           1957
Chongqing         China           1983
Christchurch      New Zealand     1981
Gdynia            Poland          1993
""",
        (
            "Seattle|Kobe|JP|1957",
            "Seattle|Chongqing|CN|1983",
            "Seattle|Christchurch|NZ|1981",
            "Seattle|Gdynia|PL|1993",
        ),
    ),
    Shape(
        "pasted-blanks-zh.txt",
        "zh",
        "CN",
        """\
城市      国家      友好城市      结好时间
无锡市    日本      明石市        1981年8月29日
无锡市    美国      查塔努加市    1982年10月12日
徐州市    日本      半田市        1993年5月27日
""",
        (
            "无锡市|明石市|JP|1981-08-29",
            "无锡市|查塔努加市|US|1982-10-12",
            "徐州市|半田市|JP|1993-05-27",
        ),
    ),
    Shape(
        "pasted-tabs-no-titles.md",
        "en",
        "KR",
        """\
# Busan

Kaohsiung\tTaiwan\t1966
Los Angeles\tUnited States\t1967
Shimonoseki\tJapan\t1976
""",
        ("Busan|Kaohsiung|TW|1966", "Busan|Los Angeles|US|1967", "Busan|Shimonoseki|JP|1976"),
    ),
    Shape(
        "pasted-tabs-sections.txt",
        "en",
        "CN",
        """\
== Fujian ==
City\tSister city\tCountry\tDate
Xiamen\tCardiff\tUnited Kingdom\t31 March 1983
Fuzhou\tNagasaki\tJapan\t20 October 1980
== Hainan ==
City\tSister city\tCountry\tDate
Haikou\tPerth\tUnited Kingdom\t1992
""",
        (
            "Xiamen|Cardiff|GB|1983-03-31",
            "Fuzhou|Nagasaki|JP|1980-10-20",
            "Haikou|Perth|GB|1992",
        ),
    ),
    Shape(
        "pasted-blanks-no-titles.txt",
        "zh",
        "JP",
        """\
横滨市的姊妹城市：
圣迭戈      美国      1957年10月29日
里昂        法国      1959年4月7日
孟买        印度      1965年6月26日
""",
        (
            "横滨市|圣迭戈|US|1957-10-29",
            "横滨市|里昂|FR|1959-04-07",
            "横滨市|孟买|IN|1965-06-26",
        ),
    ),
    Shape(
        "pasted-tabs-host-blank.txt",
        "zh",
        "CN",
        """\
山西省
主方\t国家\t友好城市\t结好时间
太原市\t日本\t姬路市\t1987年5月20日
\t澳大利亚\t朗塞斯顿市\t1995年11月28日
大同市\t日本\t大牟田市\t1981年10月16日
""",
        (
            "太原市|姬路市|JP|1987-05-20",
            "太原市|朗塞斯顿市|AU|1995-11-28",
            "大同市|大牟田市|JP|1981-10-16",
        ),
    ),
)

CELL_A_LINE = (
    Shape(
        "cell-a-line-zh.txt",
        "zh",
        "CN",
        """\
合肥市友好城市
国家
城市
结好日期
日本
久留米市
1980年5月12日
美国
哥伦布市
1988年11月1日
德国
奥斯纳布吕克市
2006年9月5日
""",
        (
            "合肥市|久留米市|JP|1980-05-12",
            "合肥市|哥伦布市|US|1988-11-01",
            "合肥市|奥斯纳布吕克市|DE|2006-09-05",
        ),
    ),
    Shape(
        "cell-a-line-en.txt",
        "en",
        "DE",
        """\
City

Twin town

Country

Year

Dresden

Coventry

United Kingdom

1959

Dresden

Ohio

United States

1992

Leipzig

Houston

United States

1993
""",
        ("Dresden|Coventry|GB|1959", "Dresden|Ohio|US|1992", "Leipzig|Houston|US|1993"),
    ),
    Shape(
        "cell-a-line-pipes.md",
        "zh",
        "US",
        """\
|
城市|
国家|
姐妹城市|
|
西雅图|
日本|
神户|
|
西雅图|
中国|
重庆|
|
波特兰|
日本|
札幌|
""",
        ("西雅图|神户|JP|", "西雅图|重庆|CN|", "波特兰|札幌|JP|"),
    ),
)

SENTENCES_AND_DATES = (
    Shape(
        "date-on-next-line-zh.txt",
        "zh",
        "CN",
        """\
洛阳市友好城市：
日本冈山市
1981年4月6日
法国图尔市
1982年12月21日
美国拉克罗斯市
1997年10月15日
""",
        (
            "洛阳市|冈山市|JP|1981-04-06",
            "洛阳市|图尔市|FR|1982-12-21",
            "洛阳市|拉克罗斯市|US|1997-10-15",
        ),
    ),
    Shape(
        "date-on-next-line-en.txt",
        "en",
        "JP",
        """\
Hiroshima is twinned with:

- Honolulu, United States
  (established 1959)
- Volgograd, Russia
  (established 1972)
- Hanover, Germany
  (established 1983)
""",
        ("Hiroshima|Honolulu|US|1959", "Hiroshima|Volgograd|RU|1972", "Hiroshima|Hanover|DE|1983"),
    ),
    Shape(
        "sentences-zh.txt",
        "zh",
        "CN",
        """\
福州市友好城市

1. 1980年10月20日，与日本长崎市结为友好城市。
2. 1981年5月23日，福州市与日本那霸市结为友好城市。
3. 1990年5月16日与美国雪城市缔结友好城市关系；
4、2006年10月14日，同美国塔科马市建立友好城市关系
""",
        (
            "福州市|长崎市|JP|1980-10-20",
            "福州市|那霸市|JP|1981-05-23",
            "福州市|雪城市|US|1990-05-16",
            "福州市|塔科马市|US|2006-10-14",
        ),
    ),
    Shape(
        "sentences-en.txt",
        "en",
        "CN",
        """\
In 1985 Changsha became sister city of Kagoshima, Japan.
In 1988, Changsha became a sister city of Saint Paul, United States.
On 5 April 1985, Yueyang established sister city relations with Numazu, Japan.
Xiangtan signed a sister city agreement with Hikone, Japan on 29 November 1991.
Changsha and Mons, Belgium have been sister cities since 1999.
""",
        (
            "Changsha|Kagoshima|JP|1985",
            "Changsha|Saint Paul|US|1988",
            "Yueyang|Numazu|JP|1985-04-05",
            "Xiangtan|Hikone|JP|1991-11-29",
            "Changsha|Mons|BE|1999",
        ),
    ),
    Shape(
        "sentences-of-a-host-en.md",
        "en",
        "FR",
        """\
# Sister cities of Nantes

1. In 1964, Nantes was twinned with Cardiff, United Kingdom.
2. In 1982, it was twinned with Seattle, United States.
3. In 2005, twinned with Niigata, Japan.
""",
        ("Nantes|Cardiff|GB|1964", "Nantes|Seattle|US|1982", "Nantes|Niigata|JP|2005"),
    ),
)

LISTS_IN_CELLS = (
    Shape(
        "lists-in-cells-en.html",
        "en",
        "KR",
        """\
<h2>Sister cities of Incheon</h2>
<table><tr><td valign="top">
<ul><li>Kitakyushu, Japan</li><li>Tianjin, China</li></ul>
</td><td width="20">&nbsp;</td><td>
<ul><li>Honolulu, United States</li>
<li>Phoenix, United States</li></ul></td></tr></table>
""",
        (
            "Incheon|Kitakyushu|JP|",
            "Incheon|Tianjin|CN|",
            "Incheon|Honolulu|US|",
            "Incheon|Phoenix|US|",
        ),
    ),
    Shape(
        "lists-in-cells-zh.wiki",
        "zh",
        "JP",
        """\
== 京都市 ==
{|
|
* {{FRA}}[[巴黎]]（1958年）
* {{USA}}[[波士顿]]（1959年）
|
|
* {{DEU}}[[科隆]]（1963年）
* {{CHN}}[[西安]]（1974年）
|}
""",
        (
            "京都市|巴黎|FR|1958",
            "京都市|波士顿|US|1959",
            "京都市|科隆|DE|1963",
            "京都市|西安|CN|1974",
        ),
    ),
    Shape(
        "lists-in-cells-br.md",
        "zh",
        "CN",
        """\
## 苏州市

<table><tbody><tr><td>意大利威尼斯（1980年）<br>
加拿大维多利亚（1980年）<br/>日本池田市（1981年）</td>
<td> </td><td>日本金泽市（1981年）<br>美国波特兰（1988年）</td></tr></tbody></table>
""",
        (
            "苏州市|威尼斯|IT|1980",
            "苏州市|维多利亚|CA|1980",
            "苏州市|池田市|JP|1981",
            "苏州市|金泽市|JP|1981",
            "苏州市|波特兰|US|1988",
        ),
    ),
    Shape(
        "one-line-list.html",
        "en",
        "BR",
        "<h2>Curitiba</h2><ul>"
        '<li><a href="/wiki/Himeji">Himeji</a>, <a href="/wiki/Japan">Japan</a></li>'
        '<li><a href="/wiki/Hangzhou">Hangzhou</a>, <a href="/wiki/China">China</a></li>'
        '<li><a href="/wiki/Orlando">Orlando</a>, <a href="/wiki/United_States">United States</a>'
        "</li></ul>\n",
        ("Curitiba|Himeji|JP|", "Curitiba|Hangzhou|CN|", "Curitiba|Orlando|US|"),
    ),
    Shape(
        "definition-list.html",
        "zh",
        "CN",
        """\
<h3>南京市</h3>
<dl><dt>日本</dt><dd>名古屋市（1978年12月21日）</dd>
<dt>美国</dt><dd>圣路易斯（1979年11月2日）</dd><dd>圣保罗</dd>
<dt>意大利</dt><dd>佛罗伦萨（1980年2月22日）</dd></dl>
""",
        (
            "南京市|名古屋市|JP|1978-12-21",
            "南京市|圣路易斯|US|1979-11-02",
            "南京市|圣保罗|US|",
            "南京市|佛罗伦萨|IT|1980-02-22",
        ),
    ),
    Shape(
        "nested-by-country.html",
        "en",
        "DE",
        """\
<h1>Twin towns of Hamburg</h1>
<ul><li>Russia<ul><li>Saint Petersburg (1957)</li></ul></li>
<li>France<ul><li>Marseille (1958)</li></ul></li>
<li>China<ul><li>Shanghai (1986)</li></ul></li>
<li>Japan<ul><li>Osaka (1989)</li></ul></li></ul>
""",
        (
            "Hamburg|Saint Petersburg|RU|1957",
            "Hamburg|Marseille|FR|1958",
            "Hamburg|Shanghai|CN|1986",
            "Hamburg|Osaka|JP|1989",
        ),
    ),
    Shape(
        "nested-by-country.wiki",
        "zh",
        "CN",
        """\
== 天津市 ==
* {{flag|日本}}
** [[神户市]]
** [[四日市市]]
* {{flag|美国}}
** [[费城]]
* {{flag|澳大利亚}}
** [[墨尔本]]
""",
        ("天津市|神户市|JP|", "天津市|四日市市|JP|", "天津市|费城|US|", "天津市|墨尔本|AU|"),
    ),
    Shape(
        "definition-list.wiki",
        "en",
        "US",
        """\
== San Francisco ==
; Japan
: Osaka
; China
: Shanghai
; Italy
: Assisi
""",
        ("San Francisco|Osaka|JP|", "San Francisco|Shanghai|CN|", "San Francisco|Assisi|IT|"),
    ),
)

FLAGS = (
    Shape(
        "flag-alt-files.html",
        "en",
        "CN",
        """\
<h2>Hunan</h2>
<table><tr><th>City</th><th>Country</th><th>Sister city</th></tr>
<tr><td>Changsha</td><td><img src="/a.png" alt="Flag of Japan.svg"></td><td>Kagoshima</td></tr>
<tr><td>Changsha</td><td><img src="/b.png" alt="Flag_of_the_United_States.svg"/></td>
<td>Saint Paul</td></tr>
<tr><td>Zhuzhou</td><td><img alt="Flag of Germany"></td><td>Fulda</td></tr></table>
""",
        ("Changsha|Kagoshima|JP|", "Changsha|Saint Paul|US|", "Zhuzhou|Fulda|DE|"),
    ),
    Shape(
        "flag-files.wiki",
        "zh",
        "CN",
        """\
== 海口市 ==
* [[File:Flag of the United States.svg|20px]] [[俄克拉何马城]]
* [[文件:Flag of Japan.svg|22px|border]] [[太子町]]
* [[File:Flag of Scotland.svg|border|20px]] [[珀斯]]
""",
        ("海口市|俄克拉何马城|US|", "海口市|太子町|JP|", "海口市|珀斯|GB|"),
    ),
    Shape(
        "flag-pictures.md",
        "en",
        "JP",
        """\
## Yokohama

- ![Flag of the United States](//upload.wikimedia.org/x/Flag_of_the_United_States.svg.png) San Diego
- ![France](flag.png) Lyon
- ![](https://upload.wikimedia.org/thumb/4/41/Flag_of_India.svg/23px-Flag_of_India.svg.png) Mumbai
- ![Flag of the Philippines.svg](f.png "Philippines") [Manila](https://en.wikipedia.org/wiki/Manila)
""",
        (
            "Yokohama|San Diego|US|",
            "Yokohama|Lyon|FR|",
            "Yokohama|Mumbai|IN|",
            "Yokohama|Manila|PH|",
        ),
    ),
    Shape(
        "flag-emoji.txt",
        "zh",
        "CN",
        """\
武汉市
- 🇯🇵 大分市（1979年9月7日）
- 🇺🇸 匹兹堡（1982年9月8日）
- 🇩🇪杜伊斯堡（1982年10月8日）
- 🇬🇧 曼彻斯特
""",
        (
            "武汉市|大分市|JP|1979-09-07",
            "武汉市|匹兹堡|US|1982-09-08",
            "武汉市|杜伊斯堡|DE|1982-10-08",
            "武汉市|曼彻斯特|GB|",
        ),
    ),
    Shape(
        "flag-emoji-table.md",
        "en",
        "BR",
        """\
| City | Sister city | Country |
|---|---|---|
| São Paulo | Osaka | 🇯🇵 |
| São Paulo | Milan | 🇮🇹 Italy |
| Rio de Janeiro | Kobe | 🇯🇵 Japan |
""",
        ("São Paulo|Osaka|JP|", "São Paulo|Milan|IT|", "Rio de Janeiro|Kobe|JP|"),
    ),
    Shape(
        "flag-emoji.csv",
        "en",
        "DE",
        "City,Twin town,Country\nBonn,Oxford,🇬🇧\nBonn,Chengdu,🇨🇳\nUlm,Jinzhou,🇨🇳\n",
        ("Bonn|Oxford|GB|", "Bonn|Chengdu|CN|", "Ulm|Jinzhou|CN|"),
    ),
    Shape(
        "flag-pictures-table.md",
        "zh",
        "FR",
        """\
## 马赛

| 国家 | 城市 | 年份 |
| --- | --- | --- |
| ![Flag of Germany.svg](Flag_of_Germany.svg) | 汉堡 | 1958 |
| ![Flag of Japan.svg](Flag_of_Japan.svg) | 神户 | 1961 |
| ![](Flag_of_the_People's_Republic_of_China.svg) | 上海 | 1987 |
""",
        ("马赛|汉堡|DE|1958", "马赛|神户|JP|1961", "马赛|上海|CN|1987"),
    ),
)

COLUMNS = (
    Shape(
        "full-width-commas.csv",
        "zh",
        "CN",
        """\
城市，国家，友好城市，结好时间
成都市，法国，蒙彼利埃，1981年6月22日
成都市，斯洛文尼亚，卢布尔雅那，1981年8月26日
乐山市，美国，吉尔伯特，2013年
""",
        (
            "成都市|蒙彼利埃|FR|1981-06-22",
            "成都市|卢布尔雅那|SI|1981-08-26",
            "乐山市|吉尔伯特|US|2013",
        ),
    ),
    Shape(
        "sep-semicolon.csv",
        "en",
        "DE",
        "sep=;\r\nCity;Twin town;Country;Year\r\nKiel;Brest;France;1964\r\nKiel;Coventry;United "
        "Kingdom;1967\r\nMainz;Dijon;France;1958\r\n",
        ("Kiel|Brest|FR|1964", "Kiel|Coventry|GB|1967", "Mainz|Dijon|FR|1958"),
    ),
    Shape(
        "ragged.csv",
        "en",
        "JP",
        """\
City,Sister city,Country,Since
Nara,Gyeongju,South Korea
Nara,Toledo,Spain,1972
Uji,Kamloops,Canada,1990,
Uji,Xianyang,China,1986,,,
""",
        (
            "Nara|Gyeongju|KR|",
            "Nara|Toledo|ES|1972",
            "Uji|Kamloops|CA|1990",
            "Uji|Xianyang|CN|1986",
        ),
    ),
)

WIKI_MARKS = (
    Shape(
        "conversion-marks.wiki",
        "zh",
        "CN",
        """\
== 湖北 ==
{| class="wikitable"
|-
! 己方 !! 國家 !! 對方 !! 日期
|-
| align ="center" | -{zh-hans:武汉市;zh-hant:武漢市}- || {{flag|美国}}
| [[阿拉米達縣|阿拉米達-{zh-tw:郡;zh-cn:县}-]] || 1990年
|-
| style="text-align:left" | -{武漢市}- || {{flagicon|DEU}}
| align = right | {{nowrap|[[杜伊斯堡]]}} || 1982年
|-
| -{H|zh-cn:甲;zh-tw:乙}-襄陽市 || {{flag|日本}}
| {{lang|ja|豐川市}} || -{A|zh-hans:1983年;zh-hant:1983年}-
|}
""",
        ("武漢市|阿拉米達郡|US|1990", "武漢市|杜伊斯堡|DE|1982", "襄陽市|豐川市|JP|1983"),
    ),
    Shape(
        "title-rows-of-td.html",
        "zh",
        "CN",
        """\
<table>
<tr><td colspan="4"><b>江西省友好城市</b></td></tr>
<tr><td><b>城市</b></td><td><b>国家</b></td><td><b>友好城市</b></td><td><b>时间</b></td></tr>
<tr><td>南昌市</td><td>日本</td><td>高松市</td><td>1990年9月28日</td></tr>
<tr><td>南昌市</td><td>北马其顿</td><td>斯科普里</td><td>1985年10月8日</td></tr>
<tr><td>九江市</td><td>美国</td><td>路易斯维尔</td><td>2004年</td></tr>
</table>
""",
        (
            "南昌市|高松市|JP|1990-09-28",
            "南昌市|斯科普里|MK|1985-10-08",
            "九江市|路易斯维尔|US|2004",
        ),
    ),
    Shape(
        "attributes.wiki",
        "en",
        "KR",
        """\
== Gyeonggi ==
{| class="wikitable"
| colspan=3 align ="center" | '''Sister cities'''
|-
| '''City''' || '''Country''' || '''Sister city'''
|-
| style=white-space:nowrap | Suwon || {{JPN}} || align="left"|[[Asahikawa]]
|-
| nowrap | Suwon || {{flag|Australia}} || {{nowrap|{{lang|en|[[Townsville]]}}}}
|-
| Ansan || {{flagcountry|CHN}} || style = "color:red" | [[Anshan]]
|}
""",
        ("Suwon|Asahikawa|JP|", "Suwon|Townsville|AU|", "Ansan|Anshan|CN|"),
    ),
    Shape(
        "conversion-marks-list.wiki",
        "zh",
        "JP",
        """\
== 名古屋市 ==
* {{flagicon|USA}} [[洛杉磯|-{zh-cn:洛杉矶; zh-tw:洛杉磯; zh-hk:洛杉磯;}-]]
* {{flagicon|MEX}} -{[[墨西哥城]]}-
* {{flagicon|AUS}} -{zh:雪梨;zh-hans:悉尼;zh-hant:雪梨}-
* {{flagicon|ITA}} -{zh-hans|都灵}-
""",
        ("名古屋市|洛杉磯|US|", "名古屋市|墨西哥城|MX|", "名古屋市|雪梨|AU|", "名古屋市|都灵|IT|"),
    ),
)

SEVERAL = (
    Shape(
        "several-in-a-cell-zh.csv",
        "zh",
        "CN",
        """\
城市,国家,友好城市
沈阳市,日本,札幌市、川崎市
沈阳市,美国,芝加哥；艾文
大连市,日本,北九州市/舞鹤市
鞍山市,日本,尼崎市和大牟田市
""",
        (
            "沈阳市|札幌市|JP|",
            "沈阳市|川崎市|JP|",
            "沈阳市|芝加哥|US|",
            "沈阳市|艾文|US|",
            "大连市|北九州市|JP|",
            "大连市|舞鹤市|JP|",
            "鞍山市|尼崎市|JP|",
            "鞍山市|大牟田市|JP|",
        ),
    ),
    Shape(
        "several-in-a-cell-en.csv",
        "en",
        "CN",
        """\
City,Country,Sister cities
Shenyang,Japan,Sapporo; Kawasaki
Shenyang,United States,"Chicago, Irving"
Dalian,Japan,Kitakyushu / Maizuru
Anshan,Japan,Amagasaki and Himeji
Jilin City,United Kingdom,Tyne and Wear
Fuzhou,United States,"Tacoma, Washington"
Nanjing,United States,"Saint Louis, Missouri"
""",
        (
            "Shenyang|Sapporo|JP|",
            "Shenyang|Kawasaki|JP|",
            "Shenyang|Chicago|US|",
            "Shenyang|Irving|US|",
            "Dalian|Kitakyushu|JP|",
            "Dalian|Maizuru|JP|",
            "Anshan|Amagasaki|JP|",
            "Anshan|Himeji|JP|",
            "Jilin City|Tyne and Wear|GB|",
            "Fuzhou|Tacoma|US|",
            "Nanjing|Saint Louis|US|",
        ),
    ),
    Shape(
        "several-in-a-cell.md",
        "en",
        "JP",
        """\
| City | Country | Sister cities |
|---|---|---|
| Sapporo | United States | Portland |
| Nagoya | Mexico | Mexico City<br>Guadalajara |
| Osaka | Bosnia and Herzegovina | Sarajevo and Mostar |
| Kobe | United States | Seattle; Washington, D.C. |
| Sakai | Trinidad and Tobago | Port of Spain |
""",
        (
            "Sapporo|Portland|US|",
            "Nagoya|Mexico City|MX|",
            "Nagoya|Guadalajara|MX|",
            "Osaka|Sarajevo|BA|",
            "Osaka|Mostar|BA|",
            "Kobe|Seattle|US|",
            "Kobe|Washington, D.C.|US|",
            "Sakai|Port of Spain|TT|",
        ),
    ),
    Shape(
        "several-in-a-cell-zh.html",
        "zh",
        "DE",
        """\
<h2>汉堡</h2><table><tr><th>国家</th><th>城市</th></tr>
<tr><td>日本</td><td>东京都/江户川区</td></tr>
<tr><td>中国</td><td>上海市<br>天津市</td></tr>
<tr><td>法国</td><td>马赛与里昂</td></tr>
<tr><td>俄罗斯</td><td>圣彼得堡，莫斯科</td></tr></table>
""",
        (
            "汉堡|江户川区|JP|",
            "汉堡|上海市|CN|",
            "汉堡|天津市|CN|",
            "汉堡|马赛|FR|",
            "汉堡|里昂|FR|",
            "汉堡|圣彼得堡|RU|",
            "汉堡|莫斯科|RU|",
        ),
    ),
    Shape(
        "headings-with-slips-en.md",
        "en",
        "CN",
        """\
## Jiangsu
### Suzhou
- Portland, United States
### Wuxi
- Chattanooga, United States
### Nanjng
- Nagoya, Japan
### Others
- Lima, Peru
""",
        (
            "Suzhou|Portland|US|",
            "Wuxi|Chattanooga|US|",
            "Nanjng|Nagoya|JP|",
            "Jiangsu|Lima|PE|",
        ),
    ),
    Shape(
        "headings-with-slips-zh.md",
        "zh",
        "CN",
        """\
## 福建
### 夏门市
- 英国加的夫
### 福州市
- 日本长崎市
### 泉州市
- 日本浦添市
### 概况
- 最早的是日本长崎市
""",
        ("夏门市|加的夫|GB|", "福州市|长崎市|JP|", "泉州市|浦添市|JP|"),
    ),
    Shape(
        "several-on-a-line-en.txt",
        "en",
        "CN",
        """\
Shanghai

- JPN Yokohama, Osaka and Nagasaki, Japan
- USA San Francisco and Chicago, United States
- BIH Sarajevo, Bosnia and Herzegovina
- GBR Brighton and Hove, United Kingdom
""",
        (
            "Shanghai|Yokohama|JP|",
            "Shanghai|Osaka|JP|",
            "Shanghai|Nagasaki|JP|",
            "Shanghai|San Francisco|US|",
            "Shanghai|Chicago|US|",
            "Shanghai|Sarajevo|BA|",
            "Shanghai|Brighton and Hove|GB|",
        ),
    ),
)

TURNED = (
    Shape(
        "by-foreign-state-en.txt",
        "en",
        "CN",
        """\
== Japan ==
=== Kagoshima ===
- Changsha
=== Nagoya ===
- Nanjing
== United States ==
=== Saint Paul ===
- Changsha
=== Saint Louis ===
- Nanjing
""",
        (
            "Changsha|Kagoshima|JP|",
            "Nanjing|Nagoya|JP|",
            "Changsha|Saint Paul|US|",
            "Nanjing|Saint Louis|US|",
        ),
    ),
    Shape(
        "by-foreign-state-dashes.md",
        "en",
        "CN",
        """\
# Sister cities of Chinese cities

## Japan

- Kagoshima – Changsha
- Nagoya – Nanjing (1978)

## Germany

- Duisburg – Wuhan (1982)
- Cologne – Beijing
""",
        (
            "Changsha|Kagoshima|JP|",
            "Nanjing|Nagoya|JP|1978",
            "Wuhan|Duisburg|DE|1982",
            "Beijing|Cologne|DE|",
        ),
    ),
    Shape(
        "by-foreign-state-zh.txt",
        "zh",
        "CN",
        """\
== 日本 ==
- 鹿儿岛市—长沙市
- 名古屋市—南京市（1978年）
== 美国 ==
- 圣保罗—长沙市
- 圣路易斯—南京市（1979年）
""",
        (
            "长沙市|鹿儿岛市|JP|",
            "南京市|名古屋市|JP|1978",
            "长沙市|圣保罗|US|",
            "南京市|圣路易斯|US|1979",
        ),
    ),
    Shape(
        "by-foreign-state-table.wiki",
        "zh",
        "CN",
        """\
== 德国 ==
{| class="wikitable"
! 德国城市 !! 中国城市 !! 时间
|-
| [[杜伊斯堡]] || [[武汉市]] || 1982年10月8日
|-
| [[科隆]] || [[北京市]] || 1987年9月14日
|}
== 法国 ==
{| class="wikitable"
! 法国城市 !! 中国城市 !! 时间
|-
| [[里昂]] || [[广州市]] || 1988年1月19日
|}
""",
        ("武汉市|杜伊斯堡|DE|1982-10-08", "北京市|科隆|DE|1987-09-14", "广州市|里昂|FR|1988-01-19"),
    ),
    Shape(
        "by-foreign-state-nested.wiki",
        "en",
        "KR",
        """\
== Australia ==
* [[Townsville]]
** [[Suwon]]
* [[Gosford]]
** [[Yangju]]
== Canada ==
* [[Burnaby]]
** [[Hwaseong]]
""",
        ("Suwon|Townsville|AU|", "Yangju|Gosford|AU|", "Hwaseong|Burnaby|CA|"),
    ),
)

SHAPES = (
    *PIPES,
    *PASTED,
    *CELL_A_LINE,
    *SENTENCES_AND_DATES,
    *LISTS_IN_CELLS,
    *FLAGS,
    *SEVERAL,
    *COLUMNS,
    *WIKI_MARKS,
    *TURNED,
)

"""Pages with what stands around their lists: mails, feet of pages, paths, dates below the names.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.reading.pages_of_hosts import HostPage

_MAILS = (
    HostPage(
        "quoted.txt",
        "en",
        "JP",
        """\
From: a@example.com
Subject: Fwd: list

Hello, see below.

> Dear all,
>
> attached is the list of Kobe's sister cities:
>
> - Seattle, USA (1957)
> - Marseille, France, 2 July 1961
>> - Riga, Latvia, 18 June 1974
>
> Regards

Missing:
- Barcelona, Spain, 5 July 1993
""",
        (
            "Kobe|Seattle|US|1957",
            "Kobe|Marseille|FR|1961-07-02",
            "Kobe|Riga|LV|1974-06-18",
            "Kobe|Barcelona|ES|1993-07-05",
        ),
    ),
    HostPage(
        "quoted.md",
        "zh",
        "DE",
        """\
> **德累斯顿市的友好城市**：
>
> * 英国考文垂（1959年）
> * 波兰弗罗茨瓦夫（1963年）
>
> 致礼
""",
        ("德累斯顿市|考文垂|GB|1959", "德累斯顿市|弗罗茨瓦夫|PL|1963"),
    ),
    HostPage(
        "two-hosts.txt",
        "zh",
        "US",
        """\
主题: 芝加哥和迈阿密

一、芝加哥（姐妹城市）
 • 华沙（波兰）
 • 米兰（意大利）
二、迈阿密
 - 波哥大(哥伦比亚)
 - 利马(秘鲁)
""",
        ("芝加哥|华沙|PL|", "芝加哥|米兰|IT|", "迈阿密|波哥大|CO|", "迈阿密|利马|PE|"),
    ),
)

_DATES_BELOW = (
    HostPage(
        "signed.txt",
        "zh",
        "JP",
        """\
首页 > 国际 > 友好城市

京都市的姐妹・友好城市

◆波士顿（美国）
缔结日期：昭和34年（1959年）6月24日

◆西安（中国）
签订日：1974年5月10日
""",
        ("京都市|波士顿|US|1959-06-24", "京都市|西安|CN|1974-05-10"),
    ),
    HostPage(
        "affiliated.txt",
        "en",
        "JP",
        """\
Sister cities of Osaka

- São Paulo (Brazil)
Date of affiliation: October 27, 1969
- Chicago (United States)
Date of affiliation: November 9, 1973
""",
        ("Osaka|São Paulo|BR|1969-10-27", "Osaka|Chicago|US|1973-11-09"),
    ),
)

_PRINTED = (
    HostPage(
        "printed.txt",
        "zh",
        "CN",
        """\
            大连市国际友好城市一览表

序号   城市          国家        结好时间           备注
  1    北九州        日本        1979年5月1日       第一个友好城市
  2    勒阿弗尔      法国        1985年10月22日     港口合作及
                                                    青年交流
  3    罗斯托克      德国        1988年4月4日

                    第 1 页，共 2 页

  4    奥克兰        美国        1986年3月31日
                    - 2 -
""",
        (
            "大连市|北九州|JP|1979-05-01",
            "大连市|勒阿弗尔|FR|1985-10-22",
            "大连市|罗斯托克|DE|1988-04-04",
            "大连市|奥克兰|US|1986-03-31",
        ),
    ),
    HostPage(
        "printed-en.txt",
        "en",
        "DE",
        """\
PARTNER CITIES AND PARTNERSHIPS OF HAMBURG

 No  City              Country               Date
  1  Saint Petersburg  Russia                1957/08/27
  2  Marseille         France                1958/07/16

Page 1 of 2

  3  León              Nicaragua             1989/06/30
  4  Dubai             United Arab Emirates2002/05/01
""",
        (
            "HAMBURG|Saint Petersburg|RU|1957-08-27",
            "HAMBURG|Marseille|FR|1958-07-16",
            "HAMBURG|León|NI|1989-06-30",
            "HAMBURG|Dubai|AE|2002-05-01",
        ),
    ),
)

_SITES = (
    HostPage(
        "path.txt",
        "zh",
        "KR",
        """\
釜山广域市政府网站
首页 > 市政 > 国际合作 > 友好城市

釜山姊妹城市一览

国家	城市	签订日	备注
日本	下关	1976.10.11	甲
越南	胡志明市	1995.11.3	乙
""",
        ("釜山|下关|JP|1976-10-11", "釜山|胡志明市|VN|1995-11-03"),
    ),
    HostPage(
        "office.csv",
        "en",
        "DE",
        """\
Office of International Affairs
TWIN TOWNS AND PARTNERSHIPS OF DRESDEN (2019)

Nr;Twin town/region;Country;Since
1;Coventry;UK;1959
2;Wrocław;Poland;1963
""",
        ("DRESDEN|Coventry|GB|1959", "DRESDEN|Wrocław|PL|1963"),
    ),
    HostPage(
        "saved.html",
        "zh",
        "JP",
        """\
<title>横滨市国际姐妹城市 - 维基百科，自由的百科全书</title>
<h2>亚洲</h2><table>
<tr><th>姐妹城市</th><th>签订日期</th><th>姐妹城市</th><th>签订日期</th></tr>
<tr><td>孟买</td><td>1965年6月26日</td><td>马尼拉</td><td>1965年7月1日</td></tr>
<tr><td>上海</td><td>1973年11月30日</td><td></td><td></td></tr></table>
""",
        ("横滨市|孟买||1965-06-26", "横滨市|马尼拉||1965-07-01", "横滨市|上海||1973-11-30"),
    ),
    HostPage(
        "contact.md",
        "en",
        "DE",
        """\
# Twin towns of Bonn

* **1980** [Tel Aviv](https://example.org/tel-aviv), Israel
* **1988** [Potsdam](https://example.org/potsdam), Germany

## Contact us

* Department of International Affairs, Germany
* [E-mail](mailto:a@example.org)
""",
        ("Bonn|Tel Aviv|IL|1980", "Bonn|Potsdam|DE|1988"),
    ),
    HostPage(
        "namesakes.wiki",
        "zh",
        "PL",
        """\
'''华沙'''是[[波兰]]的首都。

== 地理 ==
* [[维斯瓦河]]

== 友好城市 ==
* {{flagicon|USA}} [[芝加哥]]（1960年）
* {{flagicon|JPN}} [[滨松市]]（1990年）

=== 同名地点 ===
* [[华沙 (印第安纳州)|华沙]]，美国
""",
        ("华沙|芝加哥|US|1960", "华沙|滨松市|JP|1990"),
    ),
)

_CONCLUDED = (
    HostPage(
        "concluded.txt",
        "zh",
        "TW",
        """\
新北市締結姊妹市一覽表

1. 美國洛杉磯郡，72年7月15日締結
2. 日本大阪（民國一百年）
""",
        ("新北市|洛杉磯郡|US|1983-07-15", "新北市|大阪|JP|2011"),
    ),
    HostPage(
        "concluded-cn.txt",
        "zh",
        "CN",
        """\
青岛市缔结友好城市名单

- 日本下关市（1979年10月3日）
- 美国长滩市（1985年4月5日）
""",
        ("青岛市|下关市|JP|1979-10-03", "青岛市|长滩市|US|1985-04-05"),
    ),
)

_BY_PROVINCE = (
    HostPage(
        "brazil.md",
        "zh",
        "BR",
        """\
# 巴西友好城市列表

## 圣保罗州

  - **坎皮纳斯**
      - 福州，中国（1996年）
      - 岐阜，日本（1982年）
  - **阿蒂巴亚**
      - 高石，日本（1973年）

## 巴拉那州

  - **库里奇巴**
      - 姬路，日本（1984年）
""",
        (
            "坎皮纳斯|福州|CN|1996",
            "坎皮纳斯|岐阜|JP|1982",
            "阿蒂巴亚|高石|JP|1973",
            "库里奇巴|姬路|JP|1984",
        ),
    ),
    HostPage(
        "lost-spans.md",
        "zh",
        "CN",
        """\
# 福建省友好城市列表

<table>
<thead><tr><th><p>福建方</p></th><th><p>友好城市</p></th><th><p>結好日期</p></th></tr></thead>
<tbody>
<tr><td><p>厦门市</p></td><td><p>加的夫</p></td><td><p>1983年3月31日</p></td></tr>
<tr><td><p>佐世保市</p></td><td><p>1983年10月28日\\[2\\]</p></td><td></td></tr>
<tr><td><p>宿务市</p></td><td><p>1984年10月26日</p></td><td></td></tr>
</tbody>
</table>

## 参看

- 福州市
""",
        ("厦门市|加的夫||1983-03-31", "厦门市|佐世保市||1983-10-28", "厦门市|宿务市||1984-10-26"),
    ),
    HostPage(
        "membership.txt",
        "en",
        "DE",
        """\
Twinning register

Bavaria

Munich

Edinburgh, United Kingdom — 1954
Verona, Italy — 1960

Saxony

Leipzig

Krakow, Poland — 1973
""",
        ("Munich|Edinburgh|GB|1954", "Munich|Verona|IT|1960", "Leipzig|Krakow|PL|1973"),
    ),
)

PAGES = (*_MAILS, *_DATES_BELOW, *_PRINTED, *_SITES, *_CONCLUDED, *_BY_PROVINCE)

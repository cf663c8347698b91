"""Pages of provinces: whose hosts are of every level, in columns that a level names.

Each was written with its answer before the program read it: every Chinese row has its link.
"""

from __future__ import annotations

PAGES: dict[str, tuple[str, str]] = {
    "heilongjiang": (
        """\
# 黑龙江省友好城市列表

以下是黑龙江省及所辖地级市、县市区的友好城市。

| 序号 | 中方 | 外方国家 | 外方城市 | 结好日期 |
|---|---|---|---|---|
| 1 | 黑龙江省 | 日本 | 北海道 | 1986年6月13日 |
| 2 | 黑龙江省 | 加拿大 | 艾伯塔省 | 1981年9月21日 |
| 3 | 哈尔滨市 | 日本 | 旭川市 | 1995年11月21日 |
| 4 | 哈尔滨市 | 美国 | 明尼阿波利斯市 | 1992年10月2日 |
| 5 | 齐齐哈尔市 | 日本 | 宇都宫市 | 1984年9月29日 |
| 6 | 佳木斯市 | 俄罗斯 | 阿穆尔共青城 | 1991年7月30日 |
| 7 | 大兴安岭地区 | 俄罗斯 | 赤塔 | 1993年8月2日 |
| 8 | 绥芬河市 | 俄罗斯 | 纳霍德卡 | 1991年5月6日 |
| 9 | 爱辉区 | 俄罗斯 | 布拉戈维申斯克区 | 2007年8月2日 |
| 10 | 嘉荫县 | 俄罗斯 | 奥布卢奇耶区 | 2005年7月2日 |
""",
        """\
Heilongjiang

- Alberta, Canada (1981)
- Hokkaido, Japan (1986)

Harbin

- Asahikawa, Japan (1995)
- Minneapolis, United States (1992)

Qiqihar

- Utsunomiya, Japan (1984)

Jiamusi

- Komsomolsk-on-Amur, Russia (1991)

Daxing'anling Prefecture

- Chita, Russia (1993)

Suifenhe

- Nakhodka, Russia (1991)

Aihui District

- Blagoveshchensky District, Russia (2007)

Jiayin County

- Obluchensky District, Russia (2005)
""",
    ),
    "zhejiang": (
        """\
== 友好城市 ==
{| class="wikitable"
! 市州 !! 国别 !! 友城 !! 结好时间
|-
| rowspan=2 | 杭州市 || 日本 || 岐阜市 || 1979年2月21日
|-
| 美国 || 波士顿 || 1982年5月16日
|-
| 义乌市 || 德国 || 弗莱辛 || 2011年6月2日
|-
| 富阳区 || 法国 || 尼斯 || 1998年11月1日
|-
| 安吉县 || 美国 || 霍利斯特 || 2003年5月1日
|-
| 延边朝鲜族自治州 || 韩国 || 江原道 || 1994年6月8日
|}
""",
        """\
Municipality,Country,Sister city,Year
Hangzhou,Japan,Gifu,1979
Hangzhou,United States,Boston,1982
Yiwu,Germany,Freising,2011
"Fuyang, Hangzhou",France,Nice,1998
Anji County,United States,Hollister,2003
Yanbian Korean Autonomous Prefecture,South Korea,Gangwon,1994
""",
    ),
    "yunnan": (
        """\
云南省友好城市一览表,,,,
县市区,己方级别,国家,对方城市,时间
大理白族自治州,州,美国,霍普金斯,2000年5月1日
大理市,市,日本,加贺市,2011年3月1日
红河州,州,越南,老街省,2003年4月2日
西双版纳州,州,老挝,丰沙里省,1997年3月2日
景洪市,市,老挝,琅南塔,2005年3月2日
香格里拉县,县,尼泊尔,卡斯基,2008年4月2日
腾冲市,市,缅甸,密支那,2010年2月3日
盘龙区,区,泰国,清莱,2012年3月4日
""",
        """\
Host,Country,Partner
Dali Bai Autonomous Prefecture,United States,Hopkins
Dali City,Japan,Kaga
Honghe,Vietnam,Lào Cai Province
Xishuangbanna,Laos,Phongsaly Province
Jinghong,Laos,Luang Namtha
Shangri-La,Nepal,Kaski
Tengchong,Myanmar,Myitkyina
"Kunming – Panlong",Thailand,Chiang Rai
""",
    ),
    "jilin": (
        """\
# 吉林省友好城市

<table>
<thead><tr class="header"><th>地级市</th><th>县市区</th><th>国家</th>
<th>友好城市</th><th>日期</th></tr></thead>
<tbody>
<tr><td>长春市</td><td></td><td>日本</td><td>仙台市</td><td>1980年10月27日</td></tr>
<tr><td></td><td>榆树市</td><td>俄罗斯</td><td>乌苏里斯克</td><td>1999年8月2日</td></tr>
<tr><td>吉林市</td><td></td><td>美国</td><td>斯波坎</td><td>1987年8月21日</td></tr>
<tr><td>延边朝鲜族自治州</td><td>珲春市</td><td>俄罗斯</td><td>哈桑区</td><td>1992年3月4日</td></tr>
<tr><td></td><td>图们市</td><td>日本</td><td>境港市</td><td>1993年10月12日</td></tr>
</tbody></table>
""",
        """\
==Jilin==
Changchun

- Sendai, Japan

Yushu

- Ussuriysk, Russia

Jilin City

- Spokane, United States

Hunchun

- Khasansky District, Russia

Tumen

- Sakaiminato, Japan
""",
    ),
    "sichuan": (
        """\
==四川省友好城市列表==
===地级市===
{| class="wikitable"
! 己方城市 !! 国家 !! 对方城市 !! 日期
|-
| rowspan="2" | 成都市 || 法国 || 蒙彼利埃 || 1981年6月22日
|-
| 斯洛文尼亚 || 卢布尔雅那 || 1981年
|-
| 自贡市 || 美国 || 米德兰 || 2011年5月5日
|}
===州===
{| class="wikitable"
! 自治州 !! 国家 !! 对方城市 !! 日期
|-
| 凉山彝族自治州 || 日本 || 三岛市 || 1999年4月2日
|-
| 阿坝州 || 瑞士 || 瓦莱州 || 2006年5月6日
|}
===县市区===
{| class="wikitable"
! 县（市、区） !! 国家 !! 对方城市 !! 日期
|-
| 成都市武侯区 || 韩国 || 江南区 || 2004年3月2日
|-
| 都江堰市 || 匈牙利 || 霍德梅泽瓦萨海伊 || 2009年
|-
| 峨眉山市 || 瑞士 || 因特拉肯 || 2004年6月6日
|-
| 九寨沟县 || 加拿大 || 班芙 || 2010年
|}
""",
        """\
==Sichuan==
Chengdu

- Ljubljana, Slovenia
- Montpellier, France

Zigong

- Midland, United States

Liangshan Yi Autonomous Prefecture

- Mishima, Japan

Ngawa Prefecture

- Valais, Switzerland

Chengdu – Wuhou

- Gangnam, South Korea

Dujiangyan

- Hódmezővásárhely, Hungary

Emeishan

- Interlaken, Switzerland

Jiuzhaigou

- Banff, Canada
""",
    ),
}

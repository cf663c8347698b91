"""Directories of twin towns, and whole articles: what is no list of partners is passed over.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.reading.pages_of_hosts import HostPage

PAGES = (
    HostPage(
        "lyon.html",
        "en",
        "FR",
        """\
<html><head><title>Lyon: sister cities | TwinFinder</title></head><body>
<div class="nav"><a href="/">Home</a> &gt; <a href="/fr">France</a> &gt; Lyon</div>
<h1>Lyon</h1><p>Lyon is twinned with 3 cities:</p>
<div class="list"><div class="row"><span class="fi fi-de">
</span> <a href="/leipzig">Leipzig</a></div><div class="row"><span class="fi fi-it">
</span> <a href="/turin">Turin</a></div><div class="row"><span class="fi fi-us">
</span> <a href="/st-louis">St. Louis</a></div></div>
</body></html>
""".replace("\n", " "),
        ("Lyon|Leipzig|DE|", "Lyon|Turin|IT|", "Lyon|St. Louis|US|"),
    ),
    HostPage(
        "busan.html",
        "en",
        "KR",
        """\
<!doctype html><title>Sister cities of Busan</title>
<h1>Sister cities of Busan</h1>
<ul>
<li class="item"><p><i class="flag-icon flag-icon-jp"></i><a href="x">Fukuoka</a></p>
<p class="since">1989</p></li>
<li class="item"><p><i class="flag-icon flag-icon-us"></i><a href="x">Los Angeles</a></p>
<p class="since">1967</p></li>
<li class="item"><p><i class="flag-icon flag-icon-cn"></i><a href="x">Shanghai</a></p>
<p class="since">1993</p></li>
</ul>
""",
        ("Busan|Fukuoka|JP|1989", "Busan|Los Angeles|US|1967", "Busan|Shanghai|CN|1993"),
    ),
    HostPage(
        "leipzig-zh.html",
        "zh",
        "DE",
        """\
<html><head><title>莱比锡的友好城市 - 友城网</title></head><body><h1>莱比锡的友好城市</h1>
<ul><li><div class="flag flag-fr"></div><div>里昂</div></li><li><div class="flag flag-us">
</div><div>休斯敦</div></li><li><div class="flag flag-cn"></div><div>南京</div></li></ul>
</body></html>
""".replace("\n", " "),
        ("莱比锡|里昂|FR|", "莱比锡|休斯敦|US|", "莱比锡|南京|CN|"),
    ),
    HostPage(
        "curitiba.html",
        "en",
        "BR",
        """\
<html><head><title>Curitiba - Sister Cities</title></head><body><table><tr><th>City</th>
<th>Since</th></tr>
<tr><td><span class="flag br-flag flag-cn"></span>Hangzhou</td><td>1997</td></tr>
<tr><td><span class="flag flag-jp"></span>Himeji</td><td>1984</td></tr>
<tr><td><span class="flag flag-us"></span>Jacksonville</td><td>2009</td></tr></table>
</body></html>
""",
        ("Curitiba|Hangzhou|CN|1997", "Curitiba|Himeji|JP|1984", "Curitiba|Jacksonville|US|2009"),
    ),
    HostPage(
        "cincinnati.wiki",
        "en",
        "US",
        """\
'''Cincinnati''' is a city in the [[U.S. state]] of [[Ohio]].

==Geography==
===Neighborhoods===
* [[Clifton, Cincinnati|Clifton]]
* [[Mount Adams]]

==Education==
* [[University of Cincinnati]]
* [[Xavier University]] (1831)

==Notable people==
* [[William Howard Taft]] (1857–1930), president
* [[Steven Spielberg]], United States (born 1946)

==Sister cities==
Cincinnati has eight sister cities:
* {{flagicon|JPN}} [[Gifu]], Japan (1988)
* {{flagicon|GER}} [[Munich]], Germany (1989)
* {{flagicon|UKR}} [[Kharkiv]], Ukraine (1989)

==See also==
* [[Cincinnati, Iowa]]
* [[Toledo, Spain]]

==References==
* Smith, J. (2001). ''Ohio''. New York, United States.
""",
        ("Cincinnati|Gifu|JP|1988", "Cincinnati|Munich|DE|1989", "Cincinnati|Kharkiv|UA|1989"),
    ),
    HostPage(
        "lyon-zh.md",
        "zh",
        "FR",
        """\
# 里昂

里昂（法語：Lyon）是法國東南部的城市，羅訥-阿爾卑斯大區首府。

## 行政區

- 第一區
- 第二區

## 教育

- [里昂大學](a.md)
- [里昂高等師範學校](b.md)，法國

## 友好城市

里昂與下列城市結為姊妹城市：

- [法蘭克福](c.md)，德國（1960年）
- [伯明翰](d.md)，英國（1951年）
- [廣州](e.md)，中國（1988年）

## 友好學校

- 北京大學，中國

## 名人

- [安德烈-馬里·安培](f.md)（1775年－1836年）
- 聖修伯里，法國

## 參見

- [里昂機場](g.md)
""",
        ("里昂|法蘭克福|DE|1960", "里昂|伯明翰|GB|1951", "里昂|廣州|CN|1988"),
    ),
    HostPage(
        "kobe-zh.html",
        "zh",
        "JP",
        """\
<html><head><title>神户市 - 维基百科，自由的百科全书</title></head><body>
<div id="mw-content-text"><div class="mw-parser-output">
<p><b>神户市</b>是日本兵库县的县厅所在地。</p>
<h2>行政区划</h2><ul><li>东滩区</li><li>滩区</li><li>中央区</li></ul>
<h2>大学</h2><ul><li>神户大学</li><li>甲南大学</li></ul>
<h2>友好城市</h2><ul><li><a href="x">西雅图</a>（美国华盛顿州，1957年10月21日）</li><li>
<a href="x">马赛</a>（法国，1961年7月2日）</li><li>
<a href="x">天津</a>（中国，1973年6月24日）</li></ul>
<h2>出身人物</h2><ul><li>张三（1950年－）</li><li>朝永，日本</li></ul>
<h2>参见</h2><ul><li><a>神户港</a></li></ul></div></div></body></html>
""",
        ("神户市|西雅图|US|1957-10-21", "神户市|马赛|FR|1961-07-02", "神户市|天津|CN|1973-06-24"),
    ),
    HostPage(
        "gwangju.txt",
        "en",
        "KR",
        """\
Gwangju

Gwangju is the sixth largest city of South Korea.

==Districts==
- Buk District
- Nam District

==Universities==
- Chonnam National University
- Chosun University (1946)

==Twin towns and sister cities==
Gwangju is twinned with:
- Tainan, Taiwan (1968)
- San Antonio, United States (1982)
- Sendai, Japan (2002)

==Sister schools==
- Peking University, China

==Sports==
- Kia Tigers, South Korea (1982)
""",
        ("Gwangju|Tainan|TW|1968", "Gwangju|San Antonio|US|1982", "Gwangju|Sendai|JP|2002"),
    ),
)

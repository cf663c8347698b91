"""The words of the trade: what lists of twin towns write, in Chinese and in English.

A list of words is a string of alternatives, to be put into a pattern: `rf"(?:{ENDED_ZH})"`, with
the words of both scripts (`_ZH`) or of English (`_EN`, for patterns that ignore case). What two
modules look for stands here once; a word that only one module needs stays there.
"""

from __future__ import annotations

import re

# -- agreements ------------------------------------------------------------------------------

TWINNED_ZH = "友好|姐妹|姊妹|姉妹|友城|(?<!合作)[伙夥]伴"
"""What makes a city a twin town."""
TWINNED_EN = "sister|twin(?:ned|ning)?|partner|friendship"
TWIN_CITIES_EN = rf"(?:{TWINNED_EN})[ -](?:cities|towns|city|regions|municipalities)"
"""`Sister cities` and what else twin towns are called together."""
TWIN_EN = (
    rf"(?:{TWINNED_EN})[ -](?:city|cities|towns?|states?|provinces?|prefectures?|regions?|"
    r"count(?:y|ies)|municipalit(?:y|ies)|districts?|ports?)"
)
"""One of them or more, of any level: `sister state`."""
TWIN_LISTS_EN = rf"{TWIN_CITIES_EN}(?:\s*(?:and|&|/|,|[-–—])\s*{TWIN_CITIES_EN})*"
"""The same with another: `Twin towns – sister cities`."""

EXCHANGE_ZH = "(?:對外|对外|國際|国际|涉外)(?:交流|關係|关系|往來|往来|合作|友好)"
EXCHANGE_EN = "(?:international|foreign|external) (?:relations|links|exchanges|co-?operation)"
"""What stands over lists of twin towns and of more."""
COOPERATION_ZH = "交流|合作"
PAPERS_ZH = "協議|协议|協定|协定|協約|协约|備忘|备忘|意向"
"""What is signed where no twinning is agreed, or before it is; 書 or 錄 may follow."""

SIGNED_ZH = "簽署|签署|簽訂|签订|簽約|签约"
CONCLUDED_ZH = "締結|缔结|締約|缔约|結好|结好|結為|结为|結成|结成|建立|成立"
RENEWED_ZH = "復簽|复签|續簽|续签|重簽|重签|補簽|补签|再簽|再签|恢復|恢复|更新|重申|續約|续约"
RENEWED_EN = "renewed|re-?signed|reaffirmed|restored|resumed|updated"
ENDED_ZH = (
    "終止|终止|中止|解除|廢止|废止|廢除|废除|撤銷|撤销|失效|結束|结束|斷絕|断绝|取消|解約|解约|"
    "停止|凍結|冻结"
)
ENDED_EN = (
    "suspended|ended|terminated|dissolved|discontinued|revoked|cancell?ed|severed|inactive|"
    "defunct|expired|formerly|former"
)
RESUMED = r"恢[復复]|重[啟启]|\b(?:resumed|restored|reinstated|revived)\b"
"""How it is said, in either language, that what had ended goes on."""

# -- dates -----------------------------------------------------------------------------------

FROM_ZH = "自|於|于|從|从"
"""Words right before a date."""
SINCE_ZH = "起|以來|以来|左右|前後|前后"
"""Words right behind a date."""
DATE_ZH = "日期|時間|时间|年份|年月日|年月"
"""What titles call a date."""
HAN_DIGITS = "〇零○一二三四五六七八九"
"""The digits of a year; 零 and ○ are written for 〇."""
HAN_NUMERALS = "一二三四五六七八九十"
"""What numbers below a hundred are made of."""

# -- lists and places --------------------------------------------------------------------------

LIST_ZH = "列表|一覽表?|一览表?|名單|名单|統計表|统计表"
STATE_ZH = "[現现概情][況况]|[現现][狀状]"
"""What a text that lists the agreements of today is called."""
DIVISIONS_ZH = "城市|都市|省州|省|州|縣|县|市|城|地區|地区|區|区"
"""What kinds of places are called, in titles and labels."""
TOTAL_ZH = "[總总合共小][計计]|總數|总数"
"""What the last row of a table counts."""
COUNTERS_ZH = "對|对|個|个|座|組|组|家"
"""What stands between a number and the cities that it counts."""
NONE_ZH = "[没沒]有|[暫暂尚][無无]"

# -- whose the partners are ------------------------------------------------------------------

NOW_ZH = (
    "目前|現時|现时|現在|现在|如今|至今|迄今|現|现|已經|已经|已|曾|先後|先后|陸續|陆续|分別|分别|正式|"
    "共|總共|总共|一共|總計|总计|合共|也|還|还|均|都|皆|則|则"
)
"""Words between a host and what is said of it."""
FOLLOWING_ZH = "以下|下列|下面|如下|下述"
"""Words for what stands below."""
AUTHORITY_ZH = (
    "(?:人民)?政府|議會|议会|(?<=[市區区町村縣县])役所|(?<=市)[廳厅]|外[事辦办](?:辦公室|办公室)?"
)
AUTHORITY_EN = (
    r"(?:(?:city|town|municipal|metropolitan|county|prefectural|provincial|borough|district) )?"
    r"(?:council|government|town hall|city hall|administration)|"
    r"(?:foreign|international) (?:affairs|relations) (?:office|bureau|division|department)"
)
"""Who acts for a place, behind its name."""
SELF_ZH = (
    "本市|我市|該市|该市|本省|我省|該省|该省|本縣|本县|我縣|我县|本區|本区|我區|我区|本州|"
    "全市|全省|各市|各省|當地|当地"
)
"""Places that a text calls by no name."""
EACH_ZH = "各(?:城市|[市省州縣县區区地])"
"""How a text ends that calls many places: 日本各市."""
FOLLOWING_EN = "following|these|below"
COUNTED_EN = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|various|"
    r"following|these) (?:[a-z]+ ){0,2}(?:cities|towns|municipalities|communities|places|partners)"
)
"""How many cities there are, or that they follow: `28 sister cities`, `the following towns`."""
SELF_EN = (
    "it|its|it's|they|their|we|our|us|you|your|he|she|this|that|these|those|there|here|an?|each|"
    "every|many|most|several|some|all|other|both|in|on|as|of|for|and|with|to|from|since|until|new"
)
"""Words that no name of a place begins with, where it stands before words for twin towns."""
COMMON_EN = (
    "the|city|cities|town|towns|county|state|district|province|village|municipality|region|council|"
    "sister|twin|twinned|partner|partners|friendship|international|official|current|former|past|"
    "active|inactive|honorary|emeritus|global|overseas|foreign|domestic|following|number|overview|"
    "list|lists|home|about|contact|welcome|news|program|programme|relation|relations|relationships|"
    "affairs|link|links|agreement|agreements|committee|association|existing|present|"
    "add|added|additional|additions|more|others|missing|update|updates|corrections|attached|please|"
    "thanks|regards|sincerely|dear|hello|"
    "american|brazilian|chinese|french|german|japanese|korean"
)
"""Words that are no name of a place, alone or together."""

FILE_WORDS = (
    "zh|cn|en|hans|hant|chinese|english|page|wiki|wikipedia|article|dump|source|text|table|data|"
    "export|exported|raw|final|copy|draft|test|sample|example|reading|split|nice|mobile|orange|"
    "best|most|same|male|sale"
)
"""Words in names of files that name no place there, whatever is called so elsewhere."""

# -- other topics ------------------------------------------------------------------------------

CONSULATES_ZH = "領事|领事|[使領领]館|[使领]馆|大使"
SCHOOLS_ZH = "學校|学校|院校|大學|大学"
AIRPORTS_ZH = "機場|机场"
FACILITIES_ZH = f"{AIRPORTS_ZH}|企業|企业|圖書館|图书馆|博物館|博物馆|醫院|医院|公園|公园"
"""What can be twinned, or stand in a list, beside places."""

# -- remarks -----------------------------------------------------------------------------------

NOTES_ZH = "備註|备注|附註|附注|備考|备考|說明|说明|註|注"
"""What a remark, or a column of remarks, is called."""
_MATERIAL_ZH = "(?:資料|资料|數據|数据|統計|统计|內容|内容|信息|本[頁页表])"
BELOW_TABLES = (
    rf"(?:{NOTES_ZH}|{_MATERIAL_ZH}?(?:來源|来源)|制表|製表|(?:最[后後近])?更新(?:日期|时间|時間)?|"
    r"notes?|sources?|(?:last )?updated|(?:compiled|prepared) by)\s*\d*\s*[:：]|"
    rf"{_MATERIAL_ZH}?(?:均|皆)?(?:(?:最[后後近])?更新|截至|截止)[于於到至]?\s*\d{{4}}|"
    r"(?:last )?(?:updated|modified|revised)(?: on)?\s+(?:\d|[a-z]+ \d)|as of (?:\d|[a-z]+ \d)"
)
"""How a remark begins that stands below a table: who made it, of what, and when."""
FOOTNOTE = r"\[\s*(?:\d{1,3}|[a-z]|[註注]\s*\d+)\s*\]"
"""A footnote mark: `[1]`, `[a]`, `[註 2]`."""

# -- wikis -------------------------------------------------------------------------------------

CATEGORIES = "category|分類|分类|kategorie"
FILES = "file|image|文件|檔案|档案|圖像|图像|媒體|媒体|datei"
"""What pages of categories and of pictures are called, before the colon."""

# -- brackets ----------------------------------------------------------------------------------

BRACKET = "[（(][^（）()]*[)）]"
"""A round bracket of either width, without others in it."""
LAST_BRACKET = re.compile(r"(?<!\s)\s*+[（(](.{0,100}?)[)）]\s*$")
"""All from the first bracket on, of a text that ends in one: the ` (Jiangsu)` of a title."""

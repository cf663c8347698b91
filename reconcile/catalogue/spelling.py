"""Faults in how names are written: characters, scripts, spellings, former names."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "N110",
        "damaged-characters",
        "warning",
        Text("Damaged characters", "錯字或亂碼"),
        Text("{text} {problem}.", "「{text}」{problem}。"),
        Text(
            "A conversion from Simplified to Traditional Chinese has put the wrong character into a name, such as 裏 for 里; or characters were lost, or read in the wrong encoding.",
            "簡轉繁時把用字換錯，例如「里」成了「裏」；或字元丟失、編碼讀錯。",
        ),
        Text("The name is found by no search.", "搜尋不到這個名稱。"),
        Text("Restore the characters.", "改回原字。"),
        ("typo",),
        grouped=Text("{n:n} names {problems}.", "{n:n}個名稱{problems}。"),
        phrases={
            "problem": {
                "converted": Text(
                    "has {wrong:list} where {right:list} is meant: {suggestion}",
                    "的「{wrong:list}」應為「{right:list}」：{suggestion}",
                ),
                "misread": Text(
                    "was read in the wrong encoding: {suggestion} is meant",
                    "是編碼讀錯的亂碼，應為「{suggestion}」",
                ),
                "lost": Text(
                    "has lost a character: {wrong} stands for it", "丟失了字元，只剩「{wrong}」"
                ),
                "hidden": Text(
                    "holds characters that do not show: {wrong}", "含有不顯示的字元：{wrong}"
                ),
            },
            "problems": {
                "converted": Text(
                    "have characters that a conversion damaged, such as {wrong:list} for {right:list}",
                    "有繁簡轉換造成的錯字，例如「{right:list}」成了「{wrong:list}」",
                ),
                "misread": Text("were read in the wrong encoding", "是編碼讀錯的亂碼"),
                "lost": Text("have lost characters", "丟失了字元"),
                "hidden": Text("hold characters that do not show", "含有不顯示的字元"),
            },
        },
        since="0.2",
    ),
    Code(
        "N111",
        "mixed-script",
        "notice",
        Text("Simplified and Traditional mixed", "繁簡混用"),
        Text("{text} {problem}: {chars:list}.", "「{text}」{problem}：{chars:list}。"),
        Text(
            "Simplified and Traditional characters stand in one name, or a name is in the other script than the document.",
            "一個名稱裡繁簡混用，或與全文字體不同。",
        ),
        Text("Searches and conversions miss the name.", "搜尋和轉換會漏掉。"),
        Text(
            "Write the name in the document's script. Leave it on Chinese Wikipedia: it converts scripts on display, and edits that only convert are unwelcome there.",
            "統一成全文所用字體。中文維基百科顯示時會自動轉換，不宜只為繁簡而編輯。",
        ),
        ("typo",),
        grouped=Text(
            "{n:n} names mix Simplified and Traditional characters, or are in the other script than most of the list.",
            "{n:n}個名稱繁簡混用，或與全文字體不同。",
        ),
        phrases={
            "problem": {
                "inside": Text("mixes Simplified and Traditional characters", "繁簡混用"),
                "simplified": Text(
                    "has Simplified characters in a Traditional text ({majority:percent} of it)",
                    "是簡體字，而全文{majority:percent}為繁體",
                ),
                "traditional": Text(
                    "has Traditional characters in a Simplified text ({majority:percent} of it)",
                    "是繁體字，而全文{majority:percent}為簡體",
                ),
            }
        },
        since="0.2",
    ),
    Code(
        "N112",
        "mixed-transliteration",
        "notice",
        Text("Two transliterations of one place", "一地兩譯"),
        Text(
            "{text} in line {line:n} is {other} in line {other_line:n}: two Chinese spellings of the name {place} in one list.",
            "第{line:n}行的「{text}」在第{other_line:n}行作「{other}」：同一列表裡 {place} 一名有兩種譯法。",
        ),
        Text(
            "One list writes one foreign name in two ways.",
            "同一列表裡一個外國地名有兩種譯法。",
        ),
        Text("Readers take them for two names.", "讀者會以為是兩個地名。"),
        Text("Use one spelling of the name.", "統一譯名。"),
        ("typo",),
        grouped=Text(
            "{n:n} names are spelt in another way elsewhere in the list.",
            "{n:n}個名稱在同一列表裡另有譯法。",
        ),
        since="0.2",
    ),
    Code(
        "N113",
        "regional-form",
        "notice",
        Text("Form of another region's usage", "其他地區用語"),
        Text(
            "{text} is the usage of {region}; the list mostly follows {majority} ({count:n} of {all:n} names that differ), which writes {usual}.",
            "「{text}」是{region}用語；本列表多用{majority}用語（{all:n}個有別的名稱中{count:n}個），作「{usual}」。",
        ),
        Text(
            "Mainland China, Taiwan and Hong Kong write some countries and places in different ways.",
            "大陸、臺灣、香港對一些國家和地方的譯名不同。",
        ),
        Text("A list in one usage is easier to search.", "統一用語便於搜尋。"),
        Text(
            "Write it in the list's own usage. Leave it on Chinese Wikipedia: it shows readers the form of their region, and edits that only convert are unwelcome there.",
            "改用本列表的用語。中文維基百科顯示時會自動轉換地區詞，不宜只為用語而編輯。",
        ),
        ("typo",),
        grouped=Text(
            "{n:n} names are the usage of {region}; the list mostly follows {majority}.",
            "{n:n}個名稱是{region}用語；本列表多用{majority}用語。",
        ),
        phrases={
            "region": {
                "cn": Text("mainland China", "大陸"),
                "tw": Text("Taiwan", "臺灣"),
                "hk": Text("Hong Kong", "香港"),
            },
            "majority": {
                "cn": Text("mainland China", "大陸"),
                "tw": Text("Taiwan", "臺灣"),
                "hk": Text("Hong Kong", "香港"),
                "cn-hk": Text("mainland China and Hong Kong", "大陸和香港"),
                "cn-tw": Text("mainland China and Taiwan", "大陸和臺灣"),
                "tw-hk": Text("Taiwan and Hong Kong", "臺灣和香港"),
                "cn-tw-hk": Text("all regions", "各地通用"),
            },
        },
        since="0.2",
    ),
    Code(
        "N114",
        "unusual-transliteration",
        "notice",
        Text("Unusual transliteration", "罕見譯名"),
        Text(
            "{partner} under {host} is {place}, which is usually written {usual:list}.",
            "{host}之下的 {partner} 即 {place}，通常作{usual:list}。",
        ),
        Text(
            "The Chinese name is not among those by which the place is known.",
            "這個譯名不在該地常用的中文名之列。",
        ),
        Text("The place is found by no search.", "搜尋不到該地。"),
        Text("Use the usual name, or keep it as an alias.", "改用通用譯名，或加註別名。"),
        ("alias", "typo"),
        grouped=Text(
            "{n:n} names are not those by which the places are known.", "{n:n}個譯名並非通用譯名。"
        ),
        since="0.2",
    ),
    Code(
        "N115",
        "truncated-name",
        "notice",
        Text("Name cut short", "名稱不完整"),
        Text(
            "{partner} under {host} is {place}, whose full name is {usual:list}.",
            "{host}之下的 {partner} 即 {place}，全名為{usual:list}。",
        ),
        Text(
            "The name is only a part of the place's full name.",
            "這只是該地全名的一部分。",
        ),
        Text("The part alone is another place, or none.", "單獨的部分可能是別的地方。"),
        Text("Write the full name.", "寫出全名。"),
        ("alias", "typo"),
        grouped=Text(
            "{n:n} names are only a part of the places' full names.", "{n:n}個名稱不完整。"
        ),
        since="0.2",
    ),
    Code(
        "N116",
        "outdated-name",
        "notice",
        Text("Name of a former place", "舊地名"),
        Text("{text} {problem}.", "「{text}」{problem}。"),
        Text(
            "The place has been renamed, merged or dissolved.",
            "該地已改名、合併或撤銷。",
        ),
        Text(
            "The name was right on the day of the agreement; today's readers look for another.",
            "締約時名稱正確，但今天的讀者用的是新名稱。",
        ),
        Text("Add today's name, or a remark.", "加註現名。"),
        phrases={
            "problem": {
                "renamed": Text("has been called {now} since {year}", "自{year}年起稱 {now}"),
                "merged": Text("has been part of {now} since {year}", "自{year}年起併入 {now}"),
                "dissolved": Text(
                    "was dissolved in {year}; its place was taken by {now}",
                    "已於{year}年撤銷，由 {now} 取代",
                ),
                "renamed-undated": Text("is called {now} today", "今稱 {now}"),
                "merged-undated": Text("is part of {now} today", "今屬 {now}"),
                "dissolved-undated": Text(
                    "no longer exists; its place was taken by {now}", "已不存在，由 {now} 取代"
                ),
            }
        },
        grouped=Text("{n:n} names are those of former places.", "{n:n}個名稱是舊地名。"),
        since="0.2",
    ),
    Code(
        "N117",
        "admin-level",
        "notice",
        Text("Wrong administrative level", "行政級別有誤"),
        Text("{text} {problem}.", "「{text}」{problem}。"),
        Text(
            "The suffix of a name does not fit the place's administrative level, or one country's units are called by two words.",
            "名稱的通名與該地級別不符，或同一國家的同級單位用了兩種通名。",
        ),
        Text("Readers take it for a unit of another level.", "讀者會以為是別的級別。"),
        Text(
            "Use the usual word; where both are usual, as 縣 and 郡 are for counties, keep to one.",
            "改用通用的通名；如果兩者都通用（例如「縣」和「郡」），統一即可。",
        ),
        phrases={
            "problem": {
                "two-words": Text(
                    "is called {word}; {count:n row} call such units of {country:the} {usual}",
                    "用「{word}」；{country:country}的同級單位在另外{count:n}列稱「{usual}」",
                ),
                "should-be": Text("is in fact {usual}", "實為「{usual}」"),
            }
        },
        grouped=Text(
            "{n:n} units of {country:the} are called by another word than most: {word}.",
            "{n:n}個{country:country}的單位用了與多數不同的通名：{word}。",
        ),
        since="0.2",
    ),
    Code(
        "N118",
        "host-name",
        "notice",
        Text("Host misnamed", "主辦城市名稱有誤"),
        Text("{host} {problem}.", "「{host}」{problem}。"),
        Text(
            "The host is misspelt, abbreviated, or named as it was before a change of its status.",
            "主辦城市寫錯、用簡稱，或沿用改制前的名稱。",
        ),
        Text("Searches for the host miss its rows.", "搜尋該城市會漏掉這些列。"),
        Text("Write its full name of today.", "改用現行全稱。"),
        ("host", "typo"),
        phrases={
            "problem": {
                "misspelt": Text("is a misspelling of {usual}", "是「{usual}」之誤"),
                "short": Text("is short for {usual}", "是「{usual}」的簡稱"),
                "former": Text("is {usual} today", "今為「{usual}」"),
            }
        },
        grouped=Text(
            "{n:n} hosts are abbreviated, or named as they were before.",
            "{n:n}個主辦城市用了簡稱或舊稱。",
        ),
        since="0.2",
    ),
    Code(
        "N119",
        "foreign-word",
        "notice",
        Text("Word left untranslated", "未翻譯的詞"),
        Text(
            "{partner} under {host} has a word of another language: {word}.",
            "{host}之下的 {partner} 有未翻譯的詞：{word}。",
        ),
        Text(
            "A common noun of a third language stands in the list, where it should be translated.",
            "列表裡留有第三種語言的普通名詞，應予翻譯。",
        ),
        Text("Readers do not understand it.", "讀者看不懂。"),
        Text("Translate the word.", "翻譯該詞。"),
        ("typo",),
        grouped=Text("{n:n} names have a word of another language.", "{n:n}個名稱有未翻譯的詞。"),
        since="0.2",
    ),
    Code(
        "N120",
        "misspelt-name",
        "notice",
        Text("Misspelt English name", "英文名拼寫有誤"),
        Text(
            "{partner} under {host} is probably a slip for {usual}.",
            "{host}之下的 {partner} 可能是 {usual} 之誤。",
        ),
        Text(
            "No place of the country has this name, and the one that the counterpart names is written nearly so.",
            "該國沒有這個地名，而對應的地方寫法僅略有不同。",
        ),
        Text("The place is found by no search.", "搜尋不到該地。"),
        Text("Correct the spelling.", "更正拼寫。"),
        ("typo",),
        grouped=Text("{n:n} English names are probably misspelt.", "{n:n}個英文名可能拼寫有誤。"),
        since="0.3",
    ),
)

"""Faults in how a list is written: countries, codes, tables, markup, order, style."""

from __future__ import annotations

from reconcile.catalogue.code import WHERE, Code, Text

CODES = (
    Code(
        "S109",
        "missing-country",
        "notice",
        Text("No country", "缺國家"),
        Text(
            "{partner} under {host} names no country, as {named:n} of {all:n} rows do.",
            "{host}之下的 {partner} 沒有寫國家，而{all:n}列中{named:n}列有。",
        ),
        Text("The row does not say in which country the partner is.", "此列沒有寫明友城所在國家。"),
        Text(
            "Namesakes cannot be told apart, by readers or by programs.",
            "讀者和程式都無法分辨同名的地方。",
        ),
        Text("Name the country, or give the row its flag.", "寫明國家，或加上旗幟。"),
        ("place",),
        systemic=Text(
            "The rows of {place} name no country: none of {count:n} does.",
            "{place}的{count:n}列都沒有寫國家。",
        ),
        grouped=Text("{n:n} {unit}.", "{n:n}{unit}。"),
        phrases={
            "unit": {
                "rows": Text("rows name no country, among rows that do", "列沒有寫國家，其他列有"),
                "sections": Text("sections name no country in any row", "個章節的各列都沒有寫國家"),
            }
        },
        since="0.2",
    ),
    Code(
        "S110",
        "code-scheme",
        "notice",
        Text("Country codes of two schemes", "混用兩套國家代碼"),
        Text(
            "The list mixes codes of the Olympic Committee ({ioc:list}; {ioc_count:n} in all) with those of ISO 3166 ({iso:list}; {iso_count:n} in all).",
            "列表混用國際奧委會代碼（{ioc:list}，共{ioc_count:n}個）和 ISO 3166 代碼（{iso:list}，共{iso_count:n}個）。",
        ),
        Text(
            "Some rows use three-letter codes of the International Olympic Committee, others ISO 3166-1.",
            "有些列用國際奧委會的三字母代碼，有些用 ISO 3166-1。",
        ),
        Text(
            "A program that expects one scheme takes some codes for another country or for none.",
            "只認一套代碼的程式會認錯國家，或完全認不出。",
        ),
        Text("Choose one scheme for the whole list.", "全表統一用一套代碼。"),
        since="0.2",
    ),
    Code(
        "S111",
        "table-structure",
        "notice",
        Text("Row that does not fit its table", "列與表格不合"),
        Text(
            "The row of {partner} under {host} does not fit its table: {problem}.",
            "{host}之下 {partner} 一列與表格不合：{problem}。",
        ),
        Text(
            "A row has more or fewer cells than the table has columns, or its cells stand under the wrong titles.",
            "此列的儲存格數與欄數不同，或內容落在錯誤的欄下。",
        ),
        Text(
            "Cells slide under the wrong column, so that a date is read as a partner.",
            "儲存格錯位，日期會被當成友城。",
        ),
        Text(
            "Restore the missing cell or row span.",
            "補回缺少的儲存格或跨列設定。",
        ),
        systemic=Text(
            "The rows of the table in {section} do not fit its titles: {problem}.",
            "「{section}」的表格，各列與欄目不合：{problem}。",
        ),
        grouped=Text("{n:n} {unit}: {problem}.", "{n:n}{unit}：{problem}。"),
        phrases={
            "unit": {
                "rows": Text("rows do not fit their table", "列與表格不合"),
                "tables": Text(
                    "tables have rows that do not fit their titles", "個表格的列與欄目不合"
                ),
            },
            "problem": {
                "slid": Text(
                    "the cell of the host is missing, so every other cell slid to the left",
                    "缺主辦城市的儲存格，其他儲存格都向左移了",
                ),
                "more": Text(
                    "{cells:n} cells stand where the table has {columns:n} columns",
                    "有{cells:n}格，而表格只有{columns:n}欄",
                ),
                "fewer": Text(
                    "{cells:n} cells stand where the table has {columns:n} columns",
                    "只有{cells:n}格，而表格有{columns:n}欄",
                ),
                "titles": Text(
                    "the partners stand under the title of the dates",
                    "友城落在日期欄下",
                ),
            },
        },
        since="0.2",
    ),
    Code(
        "S112",
        "markup-residue",
        "notice",
        Text("Left-over markup", "殘留標記"),
        Text("{problem}: {text}", "{problem}：{text}"),
        Text(
            "A tag is opened and never closed, or a piece of markup does nothing or stands where a name should.",
            "標籤沒有關閉，或殘留了無作用的標記。",
        ),
        Text(
            "It shows up as stray characters, or changes what follows.",
            "會顯示出多餘字元，或影響後面的內容。",
        ),
        Text("Remove it or close the tag.", "刪去標記，或補上結束標籤。"),
        systemic=Text(
            "{count:n link} carry one title, {text}: a conversion program put it there, and it is not the name of their pages.",
            "{count:n}個連結的標題都是「{text}」：這是轉換程式留下的，而不是頁面名稱。",
        ),
        grouped=Text("{problem}, {n:n} times, as in {text}.", "{n:n}處：{problem}，例如 {text}。"),
        phrases={
            "problem": {
                "unclosed": Text("A tag is never closed", "標籤沒有關閉"),
                "link-mark": Text(
                    "The link target begins with a stray mark", "連結目標開頭有多餘符號"
                ),
                "wiki": Text("Wiki markup is left as text", "維基標記成了文字"),
                "entity": Text("A character entity is left as text", "字元實體成了文字"),
                "category": Text("A category is left as text", "分類標記成了文字"),
                "link-title": Text(
                    "A conversion program put it there, and it is not the name of their pages",
                    "這是轉換程式留下的，而不是頁面名稱",
                ),
            }
        },
        since="0.2",
    ),
    Code(
        "S113",
        "alphabetical-order",
        "notice",
        Text("Out of alphabetical order", "不按字母順序"),
        Text(
            "{name} stands {where} {before} {among} in alphabetical order.",
            "{among}按字母排序，{name} 卻排在 {before} {where}。",
        ),
        Text(
            "A block is in alphabetical order but for this entry, by the list's own habits.",
            "除此一項外，清單都按字母順序（依列表自己的習慣）排列。",
        ),
        Text(
            "Readers who scan the list miss the entry, and editors add it a second time.",
            "讀者容易看漏，編者會再加一次。",
        ),
        Text("Move the entry to its place.", "移到正確位置。"),
        phrases={
            "where": WHERE,
            "among": {
                "block": Text("in the block of {host}, which is otherwise", "{host}的清單"),
                "hosts": Text("among the hosts, which are otherwise", "各城市"),
            },
        },
        since="0.2",
    ),
    Code(
        "S114",
        "order",
        "notice",
        Text("Section or host out of order", "排列次序不一"),
        Text(
            "{name} stands {where} {before}; {count:n} of {all:n} follow {by}, which is the other way round.",
            "「{name}」排在「{before}」{where}；{all:n}項中{count:n}項按{by}排列，次序應相反。",
        ),
        Text(
            "The list's sections or hosts follow an order, and this one does not.",
            "列表的章節或城市按一定次序排列，此項例外。",
        ),
        Text("Readers look for it in vain.", "讀者不容易找到。"),
        Text("Move it to its place.", "移到正確位置。"),
        phrases={
            "where": WHERE,
            "by": {
                "official": Text("the official order of provinces", "行政區劃次序"),
                "alphabet": Text("the alphabet", "字母順序"),
                "pinyin": Text("the order of pinyin", "拼音順序"),
            },
        },
        since="0.2",
    ),
    Code(
        "S115",
        "style",
        "notice",
        Text("Written in another way than its like", "寫法不統一"),
        Text(
            "{text} {problem}; {count:n} of {all:n} others do not.",
            "「{text}」{problem}；{all:n}項中另外{count:n}項不是這樣。",
        ),
        Text(
            "An entry is written in another way than most of its kind in the same list.",
            "同類項目中，此項寫法與多數不同。",
        ),
        Text(
            "It is no fault of fact; it makes a list look careless and searches fail.",
            "雖非事實錯誤，但顯得雜亂，也影響搜尋。",
        ),
        Text("Write it like the others.", "改成與其他一致。"),
        grouped=Text(
            "{n:n} entries are written in another way than most: {text}, for one, {problem}.",
            "{n:n}項寫法與多數不同，例如「{text}」{problem}。",
        ),
        phrases={
            "problem": {
                "with-level": Text("has its administrative suffix", "帶有行政區劃通名"),
                "without-level": Text("lacks its administrative suffix", "缺少行政區劃通名"),
                "no-parent": Text("names what it is part of", "寫出所屬地區"),
                "date-format": Text("writes the date in another form", "日期格式不同"),
                "mark": Text("has other brackets or dashes", "括號或連接號不同"),
                "country": Text("writes the country in another place", "國家寫在不同位置"),
                "spacing": Text("has stray spaces", "有多餘空格"),
                "comma": Text(
                    "lacks the comma before its country, or has one too many",
                    "與國家之間少了或多了逗號",
                ),
                "layout": Text("has a table of another layout", "的表格版式不同"),
            }
        },
        since="0.2",
    ),
)

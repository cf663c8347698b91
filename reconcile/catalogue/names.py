"""Faults in what names mean: countries, hosts and partners, and the links behind them."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "N101",
        "country-name",
        "warning",
        Text("Country misspelt or unclear", "國名有誤或不清"),
        Text("{text} {problem}.", "「{text}」{problem}。"),
        Text("The country is misspelt, shortened or ambiguous.", "國名寫錯、簡寫或有歧義。"),
        Text(
            "Searches and sorting by country miss the row.",
            "按國家搜尋和排序會漏掉此列。",
        ),
        Text("Write the usual name.", "改用通用國名。"),
        ("typo", "place"),
        phrases={
            "problem": {
                "misspelt": Text("is a misspelling of {standard}", "是「{standard}」之誤"),
                "short": Text("is a short name of {standard}", "是「{standard}」的簡稱"),
                "ambiguous": Text(
                    "can mean more than one country; here it is {country:the}",
                    "可指多個國家，此處是{country:country}",
                ),
            }
        },
    ),
    Code(
        "N102",
        "label-target",
        "notice",
        Text("Label and link differ", "文字與連結不同"),
        Text(
            "{label} links to {target}: {difference}.",
            "「{label}」連到「{target}」：{difference}。",
        ),
        Text(
            "The displayed name and the page it links to are spelt differently, or are different places.",
            "顯示的名稱與連結的頁面寫法不同，或不是同一地方。",
        ),
        Text(
            "Readers see one name and arrive at another.",
            "讀者看到一個名稱，卻到了另一頁。",
        ),
        Text(
            "Check which is meant and use one name, or link to the place meant.",
            "核對所指，統一名稱或改連正確頁面。",
        ),
        ("typo",),
        phrases={
            "difference": {
                "parent": Text("the place it is part of", "那是其上級地方"),
                "level": Text("another administrative level", "行政級別不同"),
                "name": Text("another name or spelling", "名稱或寫法不同"),
            }
        },
        grouped=Text(
            "{n:n} names link to pages by another name, or of another level.",
            "{n:n}個名稱與連結的標題不同，或級別不同。",
        ),
    ),
    Code(
        "N103",
        "note-in-name",
        "notice",
        Text("Remark in the partner's cell", "名稱裡有附註"),
        Text(
            "The cell of {partner} under {host} also holds a remark: {note}.",
            "{host}之下 {partner} 的儲存格還有附註：{note}。",
        ),
        Text(
            "A remark or a disambiguation stands in the cell of the name, so the cell is not just a name.",
            "儲存格除名稱外還有附註或消歧義文字。",
        ),
        Text("Programs take it for part of the name.", "程式會當成名稱的一部分。"),
        Text(
            "Move the remark to a column or footnote of its own.",
            "把附註移到單獨的欄或註腳。",
        ),
    ),
    Code(
        "N104",
        "ambiguous-host",
        "notice",
        Text("Host name with several readings", "主辦城市名稱有歧義"),
        Text("{host} {readings}{open}.", "{host}{readings}{open}。"),
        Text("Several places of the country share this name.", "國內有多個地方同名。"),
        Text(
            "Neither readers nor programs can tell which is meant.",
            "讀者和程式都無法判斷所指。",
        ),
        Text("Add the province to the name, or write a rule.", "加上省名，或寫規則。"),
        ("host",),
        grouped=Text("{n:n} hosts have names of several readings.", "{n:n}個主辦城市名稱有歧義。"),
        phrases={
            "readings": {
                "places": Text("may be {places:or}", "可能是{places:or}"),
                "blocks": Text(
                    "may be the block {blocks:or} of the other list",
                    "可能是另一列表的 {blocks:or}",
                ),
                "one": Text(
                    "may be the block {blocks:or}, which may be {places:or}",
                    "可能是 {blocks:or}，而後者可能是{places:or}",
                ),
            },
            "open": {
                "": Text("", ""),
                "open": Text("; it stays open which", "，無從判斷"),
                "taken": Text("; {taken} is taken, by its partners", "；按其友城判斷為{taken}"),
            },
        },
    ),
    Code(
        "N105",
        "wrong-link",
        "warning",
        Text("Link or country of another place", "連結或國家指向別處"),
        Text("{problem}.", "{problem}。"),
        Text(
            "The page that a name links to is a place in another country than the row says, or country and name contradict.",
            "名稱連到的頁面在另一國家，或國家與名稱矛盾。",
        ),
        Text("Readers arrive at a namesake.", "讀者會到達同名的另一地方。"),
        Text("Link to the place that is meant.", "改連正確的地方。"),
        ("place", "typo"),
        phrases={
            "problem": {
                "target": Text(
                    "{partner} under {host} is in {country:the}, and its link {target} is the page of {place} in {other:the}",
                    "{host}之下的 {partner} 在{country:country}，連結「{target}」卻是{other:country}的 {place}",
                ),
                "state": Text(
                    "{partner} under {host} is in {country:the}, and its link {target} is the page of {other:the}",
                    "{host}之下的 {partner} 在{country:country}，連結「{target}」卻是{other:country}的頁面",
                ),
                "country": Text(
                    "{partner} under {host} is said to be in {country:the}; the known place of this name is {place} in {other:the}",
                    "{host}之下的 {partner} 註明在{country:country}；已知的同名地方是{other:country}的 {place}",
                ),
            }
        },
        since="0.2",
    ),
    Code(
        "N106",
        "wrong-name",
        "warning",
        Text("Name of another place", "名稱有誤"),
        Text(
            "{partner} and {other} under {host} have the same day ({date}), but {known}.",
            "{host}之下的 {partner} 與 {other} 日期相同（{date}），但{known}。",
        ),
        Text(
            "Two rows state one agreement by host and day, and their names are of two places.",
            "按主辦城市和日期，兩列是同一項協議，名稱卻是兩個地方。",
        ),
        Text(
            "Most likely one list has the wrong partner.",
            "很可能有一方的友城寫錯了。",
        ),
        Text("Check which name is right.", "核對哪個名稱正確。"),
        ("typo", "match", "no-match"),
        phrases={
            "known": {
                "listed": Text(
                    "{partner} is {place}, not {other}", "{partner}是 {place}，不是 {other}"
                ),
                "row": Text(
                    "{partner} is {place}, as line {line:n} has it, not {other}",
                    "{partner}是 {place}（見第{line:n}行），不是 {other}",
                ),
                "sound": Text(
                    "{partner} sounds like {place}, not like {other}",
                    "{partner}讀音像 {place}，不像 {other}",
                ),
                "left": Text("neither has a counterpart by its name", "按名稱都沒有對應"),
            },
        },
        since="0.2",
    ),
    Code(
        "N107",
        "ambiguous-target",
        "notice",
        Text("Link to a page of several places", "連結指向多義頁面"),
        Text("{whose} links to {target}, {problem}.", "{whose}連到「{target}」，{problem}。"),
        Text(
            "Several places share the title that the link names.",
            "連結的標題有多個同名的地方。",
        ),
        Text(
            "It leads to a list of namesakes, or to another one than meant.",
            "會連到消歧義頁，或別的同名地方。",
        ),
        Text(
            "Look where the link leads; if it is not the place itself, link to the page of that.",
            "查看連結所到之處；如果不是該地，改連該地的頁面。",
        ),
        grouped=Text(
            "{n:n} names link to titles that other places or things have as well.",
            "{n:n}個名稱連到同名不止一處的標題。",
        ),
        phrases={
            "whose": {
                "partner": Text("{partner} under {host}", "{host}之下的 {partner} "),
                "host": Text("The host {partner}", "主辦城市「{partner}」"),
                "country": Text("The country {partner}", "國名「{partner}」"),
            },
            "problem": {
                "namesakes": Text("which may be {places:or}", "可能是{places:or}"),
                "word": Text("which means something else as well", "而這也有其他含義"),
                "country": Text(
                    "which more than one country is called", "而不止一個國家用這個名稱"
                ),
                "shared": Text(
                    "to which {other} under {other_host}, a different place, links as well",
                    "而另一地方，{other_host}之下的 {other}，也連到該頁",
                ),
            },
        },
        since="0.2",
    ),
    Code(
        "N108",
        "ambiguous-partner",
        "notice",
        Text("Partner name with several readings", "友城名稱有歧義"),
        Text(
            "{partner} under {host} may be any of several places: {places:or}.",
            "{host}之下的 {partner} 可能是幾個地方之一：{places:or}。",
        ),
        Text(
            "Several places of the country share this name, or the row names no country.",
            "該國有多個地方同名，或此列沒有寫國家。",
        ),
        Text("Readers cannot tell which is meant.", "讀者無法判斷所指。"),
        Text("Add the state, province or country.", "加上州、省或國家。"),
        ("place",),
        grouped=Text(
            "{n:n} names may be any of several places.", "{n:n}個名稱可能是幾個地方之一。"
        ),
        since="0.2",
    ),
    Code(
        "N109",
        "two-links",
        "notice",
        Text("Two links in one name", "一個名稱兩個連結"),
        Text(
            "{whose} is two links without a mark between them: {links:list}.",
            "{whose}是兩個相連的連結，中間沒有分隔：{links:list}。",
        ),
        Text(
            "Two places, of which none is known as part of the other, are linked one after the other as if they were one name.",
            "兩個地方連在一起，看似一個名稱，但並非上下級。",
        ),
        Text("Readers take two partners for one.", "讀者會把兩個友城當成一個。"),
        Text(
            "Part two partners by a comma or a row; leave it where one lies in the other.",
            "若是兩個友城，用頓號或另起一列分開；若為上下級，則無須修改。",
        ),
        grouped=Text(
            "{n:n} names are two links without a mark between them.",
            "{n:n}個名稱是兩個相連的連結。",
        ),
        phrases={
            "whose": {
                "partner": Text("{partner} under {host}", "{host}之下的 {partner} "),
                "host": Text("The host {partner}", "主辦城市「{partner}」"),
            }
        },
        since="0.2",
    ),
)

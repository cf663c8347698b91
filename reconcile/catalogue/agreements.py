"""What the two lists together say of an agreement."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

AGREEMENT_KINDS = {
    "twinning": Text("a twinning", "友好城市"),
    "friendship": Text("a friendly exchange", "友好交流"),
    "memorandum": Text("a memorandum", "備忘錄"),
    "ended": Text("ended", "已終止"),
    "unstated": Text("a twinning like the others", "與其他相同的友好城市"),
}
"""Kinds of agreement."""

RENAMING = {
    "renamed": Text("{former} was renamed {now} in {year}", "{former}已於{year}年改名 {now}"),
    "merged": Text("{former} became part of {now} in {year}", "{former}已於{year}年併入 {now}"),
    "renamed-undated": Text("{former} was renamed {now}", "{former}已改名 {now}"),
    "merged-undated": Text("{former} became part of {now}", "{former}已併入 {now}"),
    "other": Text("it has another name now", "現已改用其他名稱"),
}
"""How a place came by its present name."""

_NEWER = {
    "": Text("", ""),
    "probably": Text(
        "; it is of {date}, and probably newer than that list",
        "；協議日期為{date}，很可能比該列表新",
    ),
}

CODES = (
    Code(
        "A101",
        "conflict-country",
        "error",
        Text("Countries differ", "國家不同"),
        Text(
            "{zh} / {en}: the Chinese list says {zh_country}, the English one {en_country}.",
            "{zh} / {en}：中文列表作{zh_country}，英文列表作 {en_country}。",
        ),
        Text("The linked rows name different countries.", "相連的兩列國家不同。"),
        Text("At least one of the lists is wrong.", "至少有一方錯誤。"),
        Text("Check which is right.", "核對何者正確。"),
        ("place",),
    ),
    Code(
        "A102",
        "conflict-host",
        "warning",
        Text("Hosts differ", "主辦城市不同"),
        Text(
            "{zh} stands under {zh_host} in the Chinese list; the English one has {en} under {en_host}. {part} is part of {whole}.",
            "{zh} 在中文列表屬{zh_host}；英文列表的 {en} 屬 {en_host}。{part}是{whole}的一部分。",
        ),
        Text(
            "The same partner stands under two hosts of which one is part of the other.",
            "同一友城在兩個城市之下，其中一個是另一個的一部分。",
        ),
        Text(
            "A county-level city and the city around it are two parties to two agreements.",
            "縣級市與所屬地級市是不同的締約方。",
        ),
        Text("Check which of the two made the agreement.", "核對實際締約的是哪一方。"),
        ("match", "no-match"),
    ),
    Code(
        "A103",
        "conflict-date",
        "error",
        Text("Dates differ", "日期不同"),
        Text(
            "{zh} / {en}: the Chinese list says {zh_date}, the English one {en_date}{how}.",
            "{zh} / {en}：中文列表作{zh_date}，英文列表作 {en_date}{how}。",
        ),
        Text(
            "The linked rows state dates that cannot both be right.",
            "相連的兩列日期不可能都對。",
        ),
        Text(
            "At least one of the lists is wrong; day and month swapped is the usual slip.",
            "至少有一方錯誤，常見的是日月顛倒。",
        ),
        Text("Check the date against a source.", "對照來源核對日期。"),
        ("date", "no-date"),
        phrases={
            "how": {
                "": Text("", ""),
                "swapped": Text("; day and month are swapped", "，日月顛倒"),
                "digits": Text("; two digits are swapped", "，兩位數字對調"),
                "year": Text("; only the year differs", "，只有年份不同"),
                "month": Text("; only the month differs", "，只有月份不同"),
                "day": Text("; only the day differs", "，只有日不同"),
                "row": Text(
                    "; that is the day which the other list gives for {row} in line {line:n}",
                    "，是另一列表第{line:n}行 {row} 的日期",
                ),
            }
        },
    ),
    Code(
        "A104",
        "level-difference",
        "notice",
        Text("Administrative levels differ", "行政級別不同"),
        Text(
            "{zh} {by} {zh_level:level} in the Chinese list; {en} is {en_level:level} in the English one.",
            "{zh} 在中文列表{by}{zh_level:level}；{en} 在英文列表{en_level:level}。",
        ),
        Text(
            "The linked rows name places of different administrative levels, such as a city and the county around it.",
            "相連的兩列級別不同，例如城市與其所在的縣。",
        ),
        Text("They are two places with one name.", "它們是同名的兩個地方。"),
        Text("Check which of the two made the agreement.", "核對實際締約的是哪一級。"),
        ("match", "no-match"),
        phrases={
            "by": {
                "name": Text("is", ""),
                "link": Text("links to the page of", "連到的頁面"),
            }
        },
    ),
    Code(
        "A105",
        "renamed",
        "info",
        Text("The place has another name now", "地名已更改"),
        Text(
            "{zh} in the Chinese list is {en} in the English one: {why}.",
            "中文列表的 {zh} 即英文列表的 {en}：{why}。",
        ),
        Text(
            "The place was renamed or merged, and the lists use names of different times.",
            "地方改名或合併，兩列表用了不同時期的名稱。",
        ),
        Text("Readers take them for two places.", "讀者會以為是兩個地方。"),
        Text(
            "Use one name in both lists, or keep both with a remark.",
            "統一名稱，或加註說明。",
        ),
        phrases={"why": RENAMING},
    ),
    Code(
        "A106",
        "conflict-kind",
        "warning",
        Text("Kinds of agreement differ", "協議性質不同"),
        Text(
            "{zh} / {en}: the Chinese list calls it {zh_kind}, the English one {en_kind}.",
            "{zh} / {en}：中文列表作「{zh_kind}」，英文列表作 {en_kind}。",
        ),
        Text(
            "One list calls the agreement a twinning, the other a friendship or a memorandum, or ended.",
            "一方說是友好城市，另一方說是友好交流、備忘錄或已終止。",
        ),
        Text(
            "A memorandum is no twinning; counts of twin towns go wrong.",
            "備忘錄不是友好城市，統計會出錯。",
        ),
        Text("Check the agreement.", "核對協議。"),
        ("status",),
        phrases={"zh_kind": AGREEMENT_KINDS, "en_kind": AGREEMENT_KINDS},
        since="0.2",
    ),
    Code(
        "A201",
        "only-zh",
        "notice",
        Text("Only in the Chinese list", "只見於中文列表"),
        Text(
            "{partner} stands under {host} in the Chinese list; the English block {block} does not have it{newer}.",
            "{partner} 在中文列表屬{host}；英文列表的 {block} 沒有{newer}。",
        ),
        Text(
            "The other list has a block for this host, and this partner is not in it.",
            "另一列表有這個城市，但沒有這個友城。",
        ),
        Text("One of the lists is incomplete, or out of date.", "有一方不完整或過時。"),
        Text(
            "Check the agreement, and add it to the English list or remove it from the Chinese one.",
            "核對後補進英文列表，或從中文列表刪去。",
        ),
        ("only-in", "match"),
        grouped=Text(
            "{n:n} partners of {host} stand only in the Chinese list; the English block {block} does not have them.",
            "{host}有{n:n}個友城只見於中文列表；英文列表的 {block} 沒有。",
        ),
        phrases={"newer": _NEWER},
    ),
    Code(
        "A202",
        "only-en",
        "notice",
        Text("Only in the English list", "只見於英文列表"),
        Text(
            "{partner} stands under {host} in the English list; the Chinese rows of {block} do not have it{newer}.",
            "{partner} 在英文列表屬 {host}；中文列表的{block}沒有{newer}。",
        ),
        Text(
            "The other list has rows for this host, and this partner is not among them.",
            "另一列表有這個城市，但沒有這個友城。",
        ),
        Text("One of the lists is incomplete, or out of date.", "有一方不完整或過時。"),
        Text(
            "Check the agreement, and add it to the Chinese list or remove it from the English one.",
            "核對後補進中文列表，或從英文列表刪去。",
        ),
        ("only-in", "match"),
        grouped=Text(
            "{n:n} partners of {host} stand only in the English list; the Chinese rows of {block} do not have them.",
            "{host} 有{n:n}個友城只見於英文列表；中文列表的{block}沒有。",
        ),
        phrases={"newer": _NEWER},
    ),
    Code(
        "A203",
        "not-comparable",
        "info",
        Text("Cannot be compared", "無法比對"),
        Text(
            "{rows:n row} of the {side:side} list{where} cannot be compared: {why}.",
            "{side:side}列表{where}的{rows:n}列無法比對：{why}。",
        ),
        Text("The other list could not have said it.", "另一列表根本不可能有這項內容。"),
        Text("Its silence therefore means nothing.", "因此沒有提到並不代表缺漏。"),
        Text(
            "Nothing to mend here; a further source may cover them.",
            "無須修改；補充其他來源後或可比對。",
        ),
        grouped=Text("{n:n} {together}.", "{n:n}{together}。"),
        phrases={
            "where": {
                "": Text("", ""),
                "host": Text(" under {host}", "中{host}"),
                "hosts": Text(
                    " under {hosts:n} hosts of {provinces:list}",
                    "中「{sections:list}」{hosts:n}個城市",
                ),
            },
            "together": {
                "section-empty": Text(
                    "groups of hosts cannot be compared: their sections in the other list are empty",
                    "組城市無法比對：另一列表的章節是空的",
                ),
                "no-host-block": Text(
                    "hosts have no block in the other list", "個城市在另一列表沒有對應"
                ),
                "level-out-of-scope": Text(
                    "hosts are provinces or prefectures, and the other list has cities",
                    "個是省或地區，另一列表只收城市",
                ),
                "host-ambiguous": Text(
                    "hosts may stand for more than one block of the other list",
                    "個城市可能對應另一列表的多個條目",
                ),
                "newer-than-source": Text(
                    "hosts have agreements newer than the revision of the other page",
                    "個城市有比另一頁面版本新的協議",
                ),
            },
            "why": {
                "section-empty": Text(
                    "nothing stands under {sections:list} in the other list",
                    "另一列表的章節「{sections:list}」是空的",
                ),
                "no-host-block": Text(
                    "the other list has no rows for this host", "另一列表沒有這個城市"
                ),
                "part-of": Text(
                    "the other list has no rows for this host itself, only for {around}, which it is part of",
                    "另一列表只有所屬的 {around}，沒有這個城市本身",
                ),
                "parts": Text(
                    "the other list has no rows for this host itself, only for {around:list}, part of it",
                    "另一列表只有其下的{around:list}，沒有這個城市本身",
                ),
                "level-out-of-scope": Text(
                    "the other list has cities as hosts, and this is none",
                    "另一列表只收城市，它不是城市",
                ),
                "host-ambiguous": Text(
                    "it may be more than one block of the other list",
                    "它可能對應另一列表的多個條目",
                ),
                "newer-than-source": Text(
                    "what they state is newer than the revision of the other page",
                    "所列協議比另一頁面的版本新",
                ),
            },
        },
    ),
    Code(
        "A204",
        "likely-dropped",
        "notice",
        Text("Probably lost in the copy", "可能在複製時遺失"),
        Text(
            "{partner} ({latin}) is missing from {block} just where a blank line splits it, between {before} and {after}; by chance alone a gap falls there in {chance:percent} of such blocks.",
            "{block} 缺 {partner}（{latin}），而該處（{before} 與 {after} 之間）正好有空行；偶然如此的機會為{chance:percent}。",
        ),
        Text(
            "The block is in alphabetical order and has a gap exactly where the partner would stand.",
            "清單按字母排列，而空行正好在它應在的位置。",
        ),
        Text(
            "The copy most likely lost the entry, and the page has it.",
            "很可能是複製時遺失，原頁仍有。",
        ),
        Text(
            "Look at the page itself before adding or removing anything.",
            "先看原頁，再決定增刪。",
        ),
        ("only-in", "match"),
    ),
    Code(
        "A205",
        "duplicate-agreement",
        "notice",
        Text("The same agreement twice", "同一協議出現兩次"),
        Text(
            "{partner} under {host} also stands under {other_host} in line {line:n} of {place}{date}.",
            "{host}之下的 {partner} 也見於 {place} 第{line:n}行，{other_host}之下{date}。",
        ),
        Text(
            "One agreement stands in the list twice: under the same host, or under a city and its province on the same day.",
            "同一協議出現兩次：在同一城市之下，或同一天在省和市之下各一次。",
        ),
        Text("Counts are too high, and one copy goes stale.", "統計偏高，其中一處會過時。"),
        Text(
            "Keep one of the two rows, unless they are two agreements.",
            "除非確是兩項協議，否則保留一列。",
        ),
        phrases={
            "date": {
                "": Text("", ""),
                "same": Text(", with the same date {day}", "，日期同為{day}"),
            }
        },
    ),
    Code(
        "A206",
        "elsewhere",
        "notice",
        Text("Under another host in the other list", "在另一列表屬其他城市"),
        Text(
            "{partner} under {host} is missing from the other list there; {other} stands under {other_host} instead.",
            "另一列表的{host}沒有 {partner}；{other} 卻在 {other_host} 之下。",
        ),
        Text(
            "The other list has this partner, under a host that is no part of this one.",
            "另一列表有這個友城，但屬於無關的城市。",
        ),
        Text(
            "It may have been put under the wrong host, or be another agreement.",
            "可能放錯城市，也可能是另一項協議。",
        ),
        Text("Check under which host it belongs.", "核對應屬哪個城市。"),
        ("match", "no-match"),
        since="0.2",
    ),
)

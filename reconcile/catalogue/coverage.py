"""What each list covers: hosts that were not kept up, hosts that do not meet, provinces."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES: tuple[Code, ...] = (
    Code(
        "A207",
        "stale-host",
        "notice",
        Text("One list of a host ends years earlier", "某城市的列表多年未更新"),
        Text(
            "The {side:side} list has {host} up to {date} and others up to {last}; the other list has {more:n more partner}.",
            "{side:side}列表的{host}只到{date}，其他城市則到{last}；另一列表多出{more:n}個友城。",
        ),
        Text(
            "The newest date of a host is years older than that of its list, and the other list has many more partners.",
            "某城市最近的日期比全表早很多年，而另一列表多出許多友城。",
        ),
        Text(
            "Its rows were probably not kept up since; what it lacks is no sign of an error elsewhere.",
            "該城市的內容可能此後沒有更新；缺少的友城不代表另一列表有誤。",
        ),
        Text("Bring the rows of this host up to date.", "更新該城市的友城。"),
        since="0.3",
    ),
    Code(
        "A208",
        "host-pair",
        "warning",
        Text("Two hosts that may be one", "可能是同一城市的兩個名稱"),
        Text(
            "{host} has no counterpart in the English list, nor has {other} in the Chinese one, and they share {count:n partner} ({partners:list}): they may be one host.",
            "英文列表沒有{host}，中文列表也沒有 {other}，兩者卻有{count:n}個相同的友城（{partners:list}）：可能是同一城市。",
        ),
        Text(
            "Two hosts of which no name matches, and which have several partners in common.",
            "兩個名稱對不上的城市，卻有多個相同的友城。",
        ),
        Text(
            "A misspelt or foreign name of a host keeps all its rows from being compared.",
            "城市名稱有誤時，其下所有的列都無法比對。",
        ),
        Text("Mend the name of the host, or write a rule.", "更正城市名稱，或寫規則。"),
        ("host",),
        since="0.3",
    ),
    Code(
        "A301",
        "coverage",
        "notice",
        Text("What the lists cover", "列表涵蓋範圍"),
        Text(
            "The {side:side} list has rows for {filled:n} of {all:n} provinces{last}; where it has none ({missing:list}), a missing row means nothing.",
            "{side:side}列表涵蓋{all:n}個省級區劃中的{filled:n}個{last}；未涵蓋之處（{missing:list}），沒有不代表缺漏。",
        ),
        Text(
            "What each list could have said: its provinces, and its latest date.",
            "各列表可能包含的內容：省份和最近日期。",
        ),
        Text(
            "A row is missing only where the list could have had it.",
            "只有列表可能包含時，才算缺漏。",
        ),
        Text(
            "Give the pages of the missing provinces as further sources.",
            "把缺少省份的頁面加為來源。",
        ),
        phrases={
            "last": {
                "": Text("", ""),
                "dated": Text("; its latest date is {date}", "，最近日期為{date}"),
            }
        },
        since="0.2",
    ),
)

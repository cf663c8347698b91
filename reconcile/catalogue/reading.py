"""Faults that show in reading: columns and lines of which nothing was made."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "S116",
        "unused-column",
        "notice",
        Text("Column that was not used", "未採用的欄位"),
        Text(
            "The column {column} of {place} was not used: {filled:n cell}.",
            "{place} 的「{column}」欄未被採用：共{filled:n}格。",
        ),
        Text(
            "Nothing in the title or cells of a column says what it holds.",
            "從欄目和內容都看不出這一欄是什麼。",
        ),
        Text(
            "If it holds a date, a country or a partner, these were not compared.",
            "如果這一欄是日期、國家或友城，就沒有比對。",
        ),
        Text(
            "Say what it holds with --map date=TITLE or the like; see `reconcile read FILE`.",
            "用 --map date=欄目 之類說明其內容；見 `reconcile read 檔案`。",
        ),
        grouped=Text("{n:n column} of {place} were not used.", "{place} 有{n:n}欄未被採用。"),
        since="0.3",
    ),
    Code(
        "S117",
        "line-left-aside",
        "notice",
        Text("Line left aside that looks like an agreement", "像協議卻未採用的行"),
        Text(
            "This line of {place} has a date and looks like an agreement, but was taken for {reason}.",
            "{place} 的這一行有日期，像是一項協議，卻被當成{reason}。",
        ),
        Text(
            "A line has a date and stands in a table or has a word for twin towns, but became no row.",
            "此行有日期，又在表格中或提到友好城市，卻沒有成為資料列。",
        ),
        Text("What it says was not compared.", "其內容沒有比對。"),
        Text(
            "If it states an agreement, give it a row of its own; else ignore it by a rule.",
            "如果是一項協議，請另立一列；否則用規則忽略。",
        ),
        grouped=Text(
            "{n:n line} of {place} have dates and look like agreements, but were taken for {reason}.",
            "{place} 有{n:n}行有日期，像是協議，卻被當成{reason}。",
        ),
        phrases={
            "reason": {
                "prose": Text("prose", "一般文字"),
                "remark": Text("a remark", "附註"),
                "other-table": Text("a table of another topic", "其他主題的表格"),
            }
        },
        since="0.3",
    ),
    Code(
        "S118",
        "missing-host",
        "error",
        Text("No host", "沒有說明是誰的友城"),
        Text(
            "{count:n} of {all:n} rows of the {side:side} list stand under no host{then}.",
            "{side:side}列表{all:n}列中有{count:n}列沒有說明是誰的友城{then}。",
        ),
        Text(
            "Nothing in a list says whose partners its rows are, and the other list has hosts.",
            "列表沒有說明是誰的友城，而另一列表有。",
        ),
        Text(
            "Rows are compared with those of the same host: without one they cannot be.",
            "只有同一城市的列才能比對，沒有城市就無法比對。",
        ),
        Text(
            "Name the host with --host-zh or --host-en, or its column with --map; or leave it as it is, where the host that was taken is right.",
            "用 --host-zh 或 --host-en 說明城市，或用 --map 說明它在哪一欄；如果採用的城市正確，就不必更改。",
        ),
        phrases={
            "then": {
                "open": Text(
                    ", while the other list has {hosts:n host}: they are not compared. --host-{side} NAME says whose partners they are",
                    "，而另一列表有{hosts:n}個城市：無法比對。用 --host-{side} 名稱 說明",
                ),
                "lent": Text(
                    ": they are taken for partners of {host}, the only host of the other list. --host-{side} NAME says otherwise",
                    "，一律視為{host}（另一列表唯一的城市）的友城。如果不是，用 --host-{side} 名稱 說明",
                ),
            }
        },
        since="0.3",
    ),
    Code(
        "S119",
        "misplaced-host",
        "warning",
        Text("Host under another province", "城市列在別的省份之下"),
        Text(
            "{host} stands under {section}, and lies in {province}.",
            "「{host}」列在「{section}」之下，但屬於{province_zh}。",
        ),
        Text(
            "The section of a host is that of a province which it is no part of.",
            "城市所在的章節是別的省份。",
        ),
        Text(
            "Readers look for it elsewhere, and may take it for a namesake.",
            "讀者會到別處尋找，或誤以為是同名的地方。",
        ),
        Text("Move its rows to their province.", "移到所屬省份之下。"),
        since="0.3",
    ),
    Code(
        "S120",
        "letter-heading",
        "notice",
        Text("Under the heading of another letter", "字母標題不符"),
        Text("{host} stands under the letter {letter}.", "{host} 列在字母「{letter}」之下。"),
        Text(
            "The hosts of a list stand under headings of their first letters, but not this one.",
            "列表按首字母分段，但此項所在的字母不符。",
        ),
        Text("Readers look for it under its letter.", "讀者會到所屬字母下尋找。"),
        Text("Add or mend the heading of the letter.", "加上或更正字母標題。"),
        since="0.3",
    ),
)

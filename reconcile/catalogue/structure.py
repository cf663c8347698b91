"""Faults in how a list is built: rows, codes, sections, blocks, lines."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "S101",
        "empty-row",
        "warning",
        Text("Row without any content", "空白列"),
        Text(
            "{host} has a row that holds nothing: no partner, no country, no date.",
            "{host}有一列全空：沒有友城、國家和日期。",
        ),
        Text(
            "A row of the table is empty.",
            "表格裡有一列沒有任何內容。",
        ),
        Text(
            "Whatever the row held is lost, or it never held anything; a reader cannot tell which.",
            "原有內容可能已經遺失，也可能從未填寫，讀者無從判斷。",
        ),
        Text(
            "Restore the content from the page history, or delete the row.",
            "從頁面歷史找回內容，或刪去此列。",
        ),
        grouped=Text(
            "{host} has {n:n row} that hold nothing: no partner, no country, no date.",
            "{host}有{n:n}列全空：沒有友城、國家和日期。",
        ),
    ),
    Code(
        "S102",
        "missing-partner",
        "error",
        Text("Row without a partner", "缺友城名稱"),
        Text("{given}{elsewhere}.", "{given}{elsewhere}。"),
        Text(
            "A row states a country, a date or a number, and no partner.",
            "此列有國家、日期或序號，卻沒有友城名稱。",
        ),
        Text(
            "The agreement cannot be found or compared without its partner.",
            "沒有友城名稱，就無法查找或比對這項協議。",
        ),
        Text("Add the partner's name.", "補上友城名稱。"),
        phrases={
            "given": {
                "country-date": Text(
                    "{host} has a partner in {country_text} ({date}) whose name is missing",
                    "{host}有一個在{country_text}的友城（{date}）缺名稱",
                ),
                "country": Text(
                    "{host} has a partner in {country_text} whose name is missing",
                    "{host}有一個在{country_text}的友城缺名稱",
                ),
                "date": Text(
                    "{host} has a row with the date {date} and no partner",
                    "{host}有一列只有日期{date}，沒有友城",
                ),
                "number": Text(
                    "{host} has a row with a number and no partner",
                    "{host}有一列只有序號，沒有友城",
                ),
            },
            "elsewhere": {
                "": Text("", ""),
                "other": Text(
                    "; the English list has {candidates:list} under {other_host}",
                    "；英文列表在 {other_host} 之下有 {candidates:list}",
                ),
            },
        },
    ),
    Code(
        "S103",
        "empty-section",
        "warning",
        Text("Section without rows", "空章節"),
        Text(
            "The section {section} has a heading and no rows{elsewhere}.",
            "章節「{section}」只有標題，沒有內容{elsewhere}。",
        ),
        Text(
            "A heading stands in the list with nothing under it.",
            "列表裡有此標題，其下沒有任何列。",
        ),
        Text(
            "Nothing of it can be compared, and readers take the gap for a fact.",
            "無法比對，讀者還可能誤以為沒有友城。",
        ),
        Text(
            "Fill the section, or remove the heading. If the rows stand on another page, give that page as a further source.",
            "補上內容或移除標題；如果內容在另一頁，就把那一頁也作為來源。",
        ),
        grouped=Text(
            "{n:n section} have a heading and no rows.", "{n:n}個章節只有標題，沒有內容。"
        ),
        phrases={
            "elsewhere": {
                "": Text("", ""),
                "other": Text(
                    "; the other list has {others:n row} for it", "；另一列表有{others:n}列"
                ),
            }
        },
    ),
    Code(
        "S104",
        "missing-code",
        "notice",
        Text("Row without its country code", "缺國家代碼"),
        Text(
            "{partner} under {host} has no country code, which {coded:n} of {all:n} rows have.",
            "{host}之下的 {partner} 沒有國家代碼，而{all:n}列中{coded:n}列都有。",
        ),
        Text(
            "The list prints a country code before nearly every row; this row has none.",
            "列表幾乎每列都有國家代碼，此列沒有。",
        ),
        Text(
            "Readers see flags made from these codes, and sorting by code loses the row.",
            "旗幟由代碼產生；按代碼排序時會漏掉此列。",
        ),
        Text("Add the code.", "補上代碼。"),
    ),
    Code(
        "S105",
        "inconsistent-code",
        "notice",
        Text("Two codes for one country", "一國兩碼"),
        Text(
            "{partner} under {host} has the code {code}; {count:n row} give {country:country} as {usual}.",
            "{host}之下的 {partner} 用代碼 {code}；{country:country}在另外{count:n}列作 {usual}。",
        ),
        Text(
            "One country stands under two codes in one list.",
            "同一列表裡一個國家有兩種代碼。",
        ),
        Text("Sorting and counting by code go wrong.", "按代碼排序和統計都會出錯。"),
        Text("Use the list's usual code.", "改用列表通用的代碼。"),
        ("typo",),
    ),
    Code(
        "S106",
        "repeated-block",
        "warning",
        Text("A block that repeats another", "整段重複"),
        Text(
            "{host} lists the same {how}, in the same order, as {other}.",
            "{host}的{how}與{other}相同，順序也一樣。",
        ),
        Text(
            "Two hosts have the same partners entry for entry, or nearly all of them in one order.",
            "兩個城市的友城逐項相同，或幾乎全部相同。",
        ),
        Text(
            "Most likely one block was copied as a pattern and never changed.",
            "很可能是複製後忘了修改。",
        ),
        Text(
            "Check both blocks against a source and replace the copied one.",
            "對照可靠來源核對兩段，改掉複製的那段。",
        ),
        phrases={
            "how": {
                "all": Text("{count:n} partners", "全部{count:n}個友城"),
                "most": Text("{count:n} of {all:n} partners", "{all:n}個友城中有{count:n}個"),
            }
        },
    ),
    Code(
        "S107",
        "split-list",
        "notice",
        Text("Blank line inside a block", "清單中斷"),
        Text(
            "A blank line splits the block of {host} before {partner}.",
            "{host}的清單在 {partner} 之前有空行。",
        ),
        Text(
            "A block of rows is interrupted by a blank line.",
            "清單被空行截斷。",
        ),
        Text("An entry may have been lost there.", "該處可能漏了一項。"),
        Text(
            "Compare with the page: restore the entry that is missing, or close the gap.",
            "與原頁比對：補回缺項，或刪去空行。",
        ),
        grouped=Text("{n:n} blank lines split blocks of the list.", "清單裡有{n:n}處空行。"),
    ),
    Code(
        "S108",
        "line-not-understood",
        "notice",
        Text("Line not understood", "無法解讀的行"),
        Text(
            "This line of {place} fits nothing the program knows: {text}",
            "{place} 的這一行無法解讀：{text}",
        ),
        Text(
            "The line is neither a row, a heading nor a known kind of remark.",
            "這一行不是資料列、標題，也不是已知的附註。",
        ),
        Text("What it says was not used.", "其內容未被採用。"),
        Text(
            "If the line states an agreement, report it as a bug; else ignore it by a rule.",
            "如果這行是一項協議，請回報錯誤；否則用規則忽略。",
        ),
        grouped=Text(
            "{n:n line} of {place} fit nothing the program knows.", "{place} 有{n:n}行無法解讀。"
        ),
    ),
)

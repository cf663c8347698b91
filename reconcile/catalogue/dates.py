"""Faults in dates."""

from __future__ import annotations

from reconcile.catalogue.code import WHERE, Code, Text

CODES = (
    Code(
        "D101",
        "missing-date",
        "notice",
        Text("No date", "缺日期"),
        Text("{partner} under {host} has no date.", "{host}之下的 {partner} 沒有日期。"),
        Text("The row states no date.", "此列沒有日期。"),
        Text("It cannot be compared by date.", "無法按日期比對。"),
        Text("Add the date with a source.", "補上日期和來源。"),
        ("no-date", "date"),
        systemic=Text(
            "The {side:side} list gives no dates at all: none of its {count:n} rows has one.",
            "{side:side}列表完全沒有日期：{count:n}列都沒有。",
        ),
        grouped=Text("{n:n row} under {host} have no date.", "{host}之下有{n:n}列沒有日期。"),
    ),
    Code(
        "D102",
        "imprecise-date",
        "notice",
        Text("Year or month only", "日期不完整"),
        Text(
            "{partner} under {host} gives only the {precision:precision}: {date}.",
            "{host}之下的 {partner} 只寫到{precision:precision}：{date}。",
        ),
        Text("The date is exact to the year or month only.", "日期只精確到年或月。"),
        Text(
            "It can be compared with another date only as far as it goes.",
            "與其他日期只能比對到這個精度。",
        ),
        Text("Add the day if a source gives it.", "如有來源，補上日期。"),
        ("date", "no-date"),
        systemic=Text(
            "The {side:side} list gives no days: its {count:n} dates are {given}.",
            "{side:side}列表沒有精確到日：{count:n}個日期都只有{given}。",
        ),
        grouped=Text(
            "{n:n row} give only the {precision:precision}.", "{n:n}列只寫到{precision:precision}。"
        ),
        phrases={
            "given": {
                "year": Text("years", "年份"),
                "month": Text("months", "年月"),
                "month-year": Text("years or months", "年份或年月"),
            }
        },
    ),
    Code(
        "D103",
        "impossible-date",
        "error",
        Text("No such date", "不存在的日期"),
        Text(
            "{partner} under {host} has the date {date}, which {problem}.",
            "{host}之下的 {partner} 的日期是{date}，{problem}。",
        ),
        Text(
            "The text has the form of a date, and no such day, month or year exists, it lies in the future, or a letter or sign stands in it that does not belong there.",
            "看似日期，但不存在這一天、在未來，或夾有不該有的字符。",
        ),
        Text("The row cannot be right as it stands.", "此列必有錯誤。"),
        Text("Correct the date from a source.", "按來源更正日期。"),
        ("date", "no-date", "typo"),
        phrases={
            "problem": {
                "none": Text("does not exist", "並不存在"),
                "mistyped": Text("is mistyped", "有筆誤"),
                "future": Text("lies in the future", "在未來"),
            }
        },
    ),
    Code(
        "D104",
        "suspicious-date",
        "notice",
        Text("Suspicious date", "可疑日期"),
        Text(
            "{partner} under {host} has the date {date}, {problem}.",
            "{host}之下的 {partner} 的日期是{date}，{problem}。",
        ),
        Text(
            "The date is possible, and unlikely: many unrelated rows have it, the row above has it, or it is too early.",
            "日期可能成立，但可疑：許多不相關的列相同、與上一列相同，或過早。",
        ),
        Text(
            "Dates are copied by mistake, or filled in where none was known.",
            "可能是誤抄，或在不知日期時隨意填寫。",
        ),
        Text("Check the date against a source.", "對照來源核對日期。"),
        ("date", "no-date"),
        grouped=Text(
            "{n:n row} have the date {date}, {problem}.", "{n:n}列的日期是{date}，{problem}。"
        ),
        phrases={
            "problem": {
                "repeated": Text(
                    "as have rows of {others:n} other hosts (by chance in one of {odds:n} such lists)",
                    "另有{others:n}個城市的列與之相同（偶然的機會約為{odds:n}分之一）",
                ),
                "row-above": Text(
                    "as has the row above it, {other} under {other_host}",
                    "與上一列（{other_host}的 {other}）相同",
                ),
                "too-early": Text(
                    "before the country had any twin town abroad ({first})",
                    "早於該國第一對友好城市（{first}）",
                ),
                "before-relations": Text(
                    "before the two states had diplomatic relations ({first})",
                    "早於兩國建交（{first}）",
                ),
            }
        },
        since="0.2",
    ),
    Code(
        "D105",
        "date-order",
        "notice",
        Text("Date out of order", "日期次序不對"),
        Text(
            "{partner} under {host} has the date {date} and stands {where} {before} ({before_date}); the block is otherwise in order of dates.",
            "{host}的清單按日期排列，{partner}（{date}）卻在 {before}（{before_date}）{where}。",
        ),
        Text(
            "A block of rows is in order of dates but for this row.",
            "除此列外，清單都按日期排列。",
        ),
        Text("The row is misplaced, or its date is wrong.", "位置不對，或日期有誤。"),
        Text("Check the date, then move the row.", "先核對日期，再調整位置。"),
        ("date", "no-date"),
        phrases={"where": WHERE},
        since="0.2",
    ),
    Code(
        "D106",
        "date-not-understood",
        "notice",
        Text("Date not understood", "無法解讀的日期"),
        Text(
            "A cell of {place} should hold a date, and none could be read: {text}",
            "{place} 有一格應為日期，卻無法解讀：{text}",
        ),
        Text(
            "A cell stands in a column of dates and has figures, but no year could be told; or a year such as 57 is counted from what nothing says.",
            "此格位於日期欄且有數字，卻讀不出年份；或年份如57，不知從何年起算。",
        ),
        Text("The row counts as one without a date.", "這一列視為沒有日期。"),
        Text("Write the date in full, such as 1985-10-03.", "寫出完整日期，如 1985-10-03。"),
        ("date", "typo"),
        grouped=Text(
            "{n:n cell} of {place} should hold a date, and none could be read.",
            "{place} 有{n:n}格應為日期，卻無法解讀。",
        ),
        since="0.3",
    ),
)

"""The words of the reports themselves, in English and Chinese: labels, headings, sentences.

What a finding or a verdict says stands in the catalogue; this is what stands around it. The texts
with braces are templates for `catalogue.say`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.catalogue import Text, wording

Texts = Mapping[str, Text]

SIDES: Texts = wording.SIDES

VERDICTS: Texts = {
    "agree": Text("agree", "一致"),
    "agree-differently": Text("agree differently", "一致但寫法不同"),
    "conflict": Text("conflict", "矛盾"),
    "only-zh": Text("only in Chinese", "只見於中文"),
    "only-en": Text("only in English", "只見於英文"),
    "not-comparable": Text("not comparable", "無法比對"),
}
VERDICT_MEANINGS: Texts = {
    "agree": Text(
        "Same host and partner in both lists; nothing contradicts.",
        "兩列表的城市與友城相同，沒有矛盾。",
    ),
    "agree-differently": Text(
        "The same agreement under another name, level or successor.",
        "同一協議，名稱、級別不同，或由後繼者承接。",
    ),
    "conflict": Text(
        "One agreement, and name, country, host, date or kind contradict.",
        "同一協議，但名稱、國家、城市、日期或性質矛盾。",
    ),
    "only-zh": Text(
        "The English list has this host, and not this partner.",
        "英文列表有這個城市，但沒有這個友城。",
    ),
    "only-en": Text(
        "The Chinese list has this host, and not this partner.",
        "中文列表有這個城市，但沒有這個友城。",
    ),
    "not-comparable": Text("The other list could not have said it.", "另一列表不可能有這項內容。"),
}
REASONS: Texts = {
    "section-empty": Text(
        "The other list announces this section and leaves it empty", "另一列表有此章節但內容為空"
    ),
    "no-host-block": Text("The other list has no block for this host", "另一列表沒有這個城市"),
    "level-out-of-scope": Text(
        "The host is a province, prefecture or region; the other lists cities",
        "此方是省、地區等；另一列表只收城市",
    ),
    "newer-than-source": Text(
        "The agreement is newer than the revision of the other page", "協議比另一頁面的版本新"
    ),
    "probably-newer": Text(
        "The other list does not have it; it is probably newer than that list",
        "另一列表沒有；協議很可能比該列表新",
    ),
    "lost-in-copy": Text(
        "The other copy lost lines just where it would stand", "另一份副本正好在該處遺失了行"
    ),
    "host-ambiguous": Text(
        "It stays open which block of the other list the host is",
        "無法確定它對應另一列表的哪個城市",
    ),
    "kept-apart": Text("A rule says that it is another place", "規則說它是另一個地方"),
    "stated-twice": Text("Another row of the same side states it too", "同一方的另一列也寫了它"),
    "undecided": Text(
        "A counterpart is possible, and too uncertain to link", "可能有對應，但把握不足，未予連結"
    ),
    "wrong-pair": Text(
        "The other name in its row does not belong to it", "同列的另一名稱與它不相配"
    ),
    "unnamed": Text(
        "A row of the other list that names no partner may be this one",
        "另一列表有一列沒有友城名，可能就是它",
    ),
    "only-in": Text("A rule says that only one list has it", "規則說只有一方有它"),
    "partner-missing": Text(
        "The other list has the host and not this partner", "另一列表有這個城市，沒有這個友城"
    ),
    "same-place": Text("The same place", "同一地方"),
    "renamed": Text("Another name, or a successor", "名稱不同，或為後繼者"),
    "level": Text("Another administrative level", "行政級別不同"),
    "name": Text("The names are of two places", "名稱是兩個地方"),
    "country": Text("The countries differ", "國家不同"),
    "date": Text("The dates differ", "日期不同"),
    "host": Text(
        "The hosts differ, and one may be part of the other", "城市不同，其一可能屬於另一"
    ),
    "kind": Text("The kinds of agreement differ", "協議性質不同"),
}
SEVERITIES: Texts = {
    "error": Text("error", "錯誤"),
    "warning": Text("warning", "警告"),
    "notice": Text("notice", "注意"),
    "info": Text("info", "說明"),
}
ORIGINS: Texts = {
    "page": Text("of the page", "頁面的問題"),
    "unknown": Text("of the page or the copy", "頁面或副本的問題"),
    "copy": Text("of this copy only", "僅此副本的問題"),
}
FAMILIES: Texts = {
    "agreements": Text("agreements", "協議"),
    "names": Text("names", "名稱"),
    "dates": Text("dates", "日期"),
    "structure": Text("structure", "結構"),
    "links": Text("links", "連結"),
    "rules": Text("rules", "規則"),
    "other": Text("other", "其他"),
}

# --- What came of the run ----------------------------------------------------------------------

HEADLINE = Text(
    "Of {zh_all:n} Chinese and {en_all:n} English records, {zh:n} + {en:n} could be compared",
    "中文{zh_all:n}條、英文{en_all:n}條記錄中，{zh:n} + {en:n} 條可以比對",
)
OUTCOME = Text(
    "{agree:n} agree, {differently:n} agree under another name or level, {conflict:n} conflict, "
    "{only_zh:n} stand only in the Chinese list and {only_en:n} only in the English",
    "{agree:n}項一致，{differently:n}項名稱或級別不同，{conflict:n}項矛盾，"
    "{only_zh:n}項只見於中文列表，{only_en:n}項只見於英文列表",
)
SENTENCE = Text("{headline}: {outcome}.", "{headline}：{outcome}。")
RATE = Text(
    "{both:n} of the {whole:n comparable agreement} ({percent}) stand in both lists.",
    "{whole:n}項可比對的協議中，{both:n}項（{percent}）見於兩列表。",
)
RATE_WITH_CONFLICT = Text(
    "{both:n} of the {whole:n comparable agreement} ({percent}) stand in both lists, "
    "{conflict:n} of them in conflict.",
    "{whole:n}項可比對的協議中，{both:n}項（{percent}）見於兩列表，其中{conflict:n}項矛盾。",
)
LEFT_EMPTY: Texts = {
    "zh": Text(
        "The Chinese list leaves {empty:n} of its {all:n section} empty, so {n:n English record} "
        "could not be compared.",
        "中文列表的{all:n}個章節中有{empty:n}個沒有內容，因此{n:n}條英文記錄無從比對。",
    ),
    "en": Text(
        "The English list leaves {empty:n} of its {all:n section} empty, so {n:n Chinese record} "
        "could not be compared.",
        "英文列表的{all:n}個章節中有{empty:n}個沒有內容，因此{n:n}條中文記錄無從比對。",
    ),
}
NO_DATES: Texts = {
    "zh": Text("The Chinese list has no dates.", "中文列表沒有日期。"),
    "en": Text("The English list has no dates.", "英文列表沒有日期。"),
}
"""What one list cannot say, by its side."""
NO_HOSTS = Text(
    "Neither list has hosts: rows are compared by country and name.",
    "兩列表都沒有主辦城市：按國家和名稱比對。",
)
PAIRS = Text(
    "Of {all:n row} with a name in both languages, {good:n} have two names of one place; "
    "{bad:n} are in doubt.",
    "有中英名稱的{all:n}列中，{good:n}列的兩個名稱相配，{bad:n}列存疑。",
)
NOTHING_COMPARABLE = Text("Nothing could be compared.", "沒有可以比對的內容。")

# --- Entries -----------------------------------------------------------------------------------

MANY = Text("{title}: {n:n finding}.", "{title}：共{n:n}項。")
MANY_GROUPS = Text(
    "{title}: {n:n finding} in {groups:n} groups.", "{title}：共{n:n}項，分{groups:n}組。"
)
MORE_PLACES = Text("and {n:n} more", "另有{n:n}處")
LINK = Text("link", "連結")
BY_NAMES = Text("names {p}", "名稱 {p}")
NEXT_BEST = Text("next {name} {p}", "其次 {name} {p}")
TRY = Text("try", "建議")
DO = Text("do", "處理")
OR = Text("or", "或")
MORE_OF_IT = Text("see", "詳見")
SETTLED_BY = Text("rule", "規則")

WHY_IT_MATTERS = Text("Why it matters", "為何重要")
WHAT_TO_DO = Text("What to do", "如何處理")

# --- After the entries -------------------------------------------------------------------------

NOT_SHOWN = Text("{n:n more entry} not shown.", "另有{n:n}條未顯示。")
NOT_SHOWN_OF_PAGE = Text(
    "{n:n more entry} about the page not shown.", "另有{n:n}條頁面問題未顯示。"
)
FINDINGS_NOT_SHOWN = Text("{n:n more finding} not shown.", "另有{n:n}項未顯示。")
OF_COPY = Text(
    "{n:n finding} about this copy, not the page: {names}.",
    "{n:n}項只是此副本的問題，與頁面無關：{names}。",
)
NOTHING_FITS = Text("No finding fits.", "沒有符合的項目。")
FITTING = Text("{n:n finding} in {entries:n entry}.", "共{n:n}項，{entries:n}條。")
BASELINE_NEW = Text("{n:n} new", "新增{n:n}項")
BASELINE_GONE = Text("{n:n} gone", "消失{n:n}項")
BASELINE_SINCE = Text("since {path}", "自 {path} 起")

VERDICTS_HEAD = Text("verdicts", "結論")
FINDINGS_HEAD = Text("findings", "發現")
RULES_HEAD = Text("rules", "規則")
LINES_HEAD = Text("lines", "行")
REPORT_HEAD = Text("report", "報告")
BASELINE_HEAD = Text("baseline", "基準")
PAGE_HEAD = Text("page", "頁面")
REVISION = Text("revision {revision}", "版本 {revision}")
REVISION_OF_DAY = Text("revision {revision} of {day}", "{day} 的版本 {revision}")
OPEN = Text("{n:n} open", "未決{n:n}項")
COUNTED = Text("{name} {n:n}", "{name}{n:n}")
NUMBERED = Text("{n:n} {name}", "{name}{n:n}")
RULES_USED = Text("{used:n} of {all:n} used", "{all:n}條中用了{used:n}條")
SETTLED = Text("{n:n finding} settled", "處理了{n:n}項")
LINES_LEFT_ASIDE = Text("{n:n} left aside as {name}", "{n:n}行視為{name}而略過")
IGNORED: Texts = {
    "navigation": Text("links to elsewhere", "其他連結"),
    "category": Text("categories", "分類"),
    "contents": Text("a table of contents", "目錄"),
    "other-topic": Text("sections of another topic", "其他主題的章節"),
    "other-table": Text("tables of another topic", "其他主題的表格"),
    "prose": Text("prose", "一般文字"),
    "remark": Text("remarks", "附註"),
}
"""Why lines of a source are left aside."""
COLUMNS_HEAD = Text("columns", "欄位")
COLUMNS_UNUSED = Text("{columns:list} of {place} not used", "{place} 的{columns:list}未採用")
LINES_READ = Text("{all:n} read, {left:n} not understood", "讀取{all:n}行，{left:n}行未能理解")

NONE = Text("none", "無")

"""What stands in the page around the findings, in English and Chinese.

Labels that other outputs show too stand in `report.texts`; what a finding says, in the catalogue.
Texts with braces are templates for `catalogue.say`; in those of `SCRIPT` the page's script puts a
value in for a name in braces.
"""

from __future__ import annotations

from reconcile.catalogue import Text
from reconcile.report.view.texts import WHAT_TO_DO, WHY_IT_MATTERS, Texts

TITLE = Text("Reconciliation: {names:list}", "比對報告：{names:list}")
LANGUAGE_NAMES = {"en": "English", "zh-Hans": "简体", "zh-Hant": "繁體"}
SKIP = Text("Skip to the list", "跳到列表")
PARTS = Text("Parts of the report", "報告各部分")
LANGUAGE = Text("Language (l)", "語言（l）")
THEME = Text("Theme (t)", "外觀（t）")
HELP_OPEN = Text("Keys and filter (?)", "按鍵與篩選（?）")
FOOTER = Text(
    "Made by reconcile from the two sources named above, as of {day}. "
    "This page asks the network for nothing.",
    "由 reconcile 根據上列兩個來源製作，以 {day} 為準。本頁不使用網絡。",
)

# --- First screen ------------------------------------------------------------------------------

EYEBROW = Text("Reconciliation report · as of {day}", "比對報告 · 以 {day} 為準")
STOP = Text("{text}.", "{text}。")
SOURCE = Text("{side:side} list", "{side:side}列表")
RECORDS = Text("Records", "記錄")
DATES = Text("Dates", "日期")
SECTIONS = Text("Sections", "章節")
LINES = Text("Lines", "行數")
EMPTY = Text("{n:n} empty", "{n:n}個為空")
UNUSED = Text("Columns not used", "未採用的欄位")
LEFT = Text("{n:n} not understood", "{n:n}行未能理解")
BY_VERDICT = Text("Agreements by verdict", "各結論的協議數")
ACT = Text("Mend these first", "請先處理")
ACT_WHY = Text(
    "What is certain, serious, wrong on the page itself and quick to mend comes first.",
    "確定、嚴重、頁面本身有誤而容易改正的排在最前。",
)
NOTHING_TO_DO = Text("Nothing on the page asks for action.", "頁面上沒有需要處理的問題。")
AT = Text("{side:side}, line {line}", "{side:side}，第 {line} 行")
NOT_COMPARED = Text("What could not be compared", "無法比對的內容")
NOT_COMPARED_WHY = Text(
    "{n:n} agreements the other list could not have named. They count neither for nor against it.",
    "{n:n}項協議是另一列表不可能列出的，不計入對錯。",
)
ALL_COMPARED = Text("Everything could be compared.", "全部可以比對。")
OF_SIDE = Text("{side:side} {n:n}", "{side:side}{n:n}")
BY_KIND = Text("Findings by kind", "按類別")
BY_KIND_WHY = Text(
    "{open:n open finding} in {entries:n entry}; a number counts entries.",
    "未決{open:n}項，歸為{entries:n}條；數字為條數。",
)
BY_FAMILY = Text("By family", "按門類")
BY_SEVERITY = Text("By severity", "按輕重")
BY_ORIGIN = Text("By origin", "按來由")
SINCE = Text("Since the last time", "與上次相比")
SINCE_WHY = Text(
    "Compared with {path}: {new:n finding} new, {gone:n} gone.",
    "與 {path} 相比：新增{new:n}項，消失{gone:n}項。",
)
NEW = Text("New", "新增")
GONE = Text("Gone", "消失")

# --- Pictures ----------------------------------------------------------------------------------

PICTURES = Text("Pictures", "圖表")
PICTURES_WHY = Text(
    "Each bar filters the list. Each picture can be read as a table.",
    "點選圖條即可篩選列表；每張圖都可改看表格。",
)
AS_TABLE = Text("As a table", "看表格")
ALL = Text("all", "合計")
PROVINCES = Text("Verdicts by province of the Chinese host", "中方各省的結論")
PROVINCE = Text("Province", "省份")
UNKNOWN = Text("Not known", "不詳")
EMPTY_IN = Text("left empty by the {side:side} list", "{side:side}列表留空")
ANNOUNCED = Text(
    "∅ one list announces the province and leaves it empty.", "∅ 某一列表有此省標題而內容為空。"
)
YEARS = Text("Dates over the years", "歷年日期")
YEAR = Text("Year", "年份")
NO_DATES = Text("No source gives a date.", "沒有來源給出日期。")
DATED = Text(
    "{dated:n} of {all:n} rows of the {side:side} list have a date.",
    "{side:side}列表{all:n}列中，{dated:n}列有日期。",
)
PROBABILITIES = Text("How sure the links are", "連結的把握")
PROBABILITY = Text("Probability", "概率")
LINKS = Text("Links", "連結數")
SCALE = Text(
    "Probability on a scale of log-odds; the dashed line is the threshold, {threshold}.",
    "概率以對數勝算為尺度；虛線為門檻 {threshold}。",
)
NOTHING_LINKED = Text("Nothing was linked.", "沒有任何連結。")
COUNTRIES = Text("Partners by country", "各國友城")
COUNTRY = Text("Country", "國家")
MORE_COUNTRIES = Text("{n:n} more countries have fewer.", "另有{n:n}個國家數目較少。")

# --- List --------------------------------------------------------------------------------------

LIST = Text("Findings and agreements", "發現與協議")
LIST_SHORT = Text("List", "列表")
FILTER = Text("Filter", "篩選")
PLACEHOLDER = Text(
    "Filter: text, section:河南, code:D, -verdict:agree",
    "篩選：文字、section:河南、code:D、-verdict:agree",
)
CLEAR = Text("Clear", "清除")
NO_SCRIPT = Text(
    "Without script, this page shows the first {rows:n entry} and {verdicts:n agreement} of "
    "{all:n}. report.json and reconciled.csv hold all.",
    "未啟用腳本，本頁只顯示前{rows:n}條，以及{all:n}項協議中的前{verdicts:n}項。"
    "全部內容見 report.json 和 reconciled.csv。",
)
MORE_OF_ENTRY = Text("and {n:n more finding} of this kind.", "另有同類{n:n}項。")

# --- Rules, codes, the run ---------------------------------------------------------------------

RULES = Text("Rules", "規則")
RULES_WHY = Text(
    "{used:n} of {all:n rule} had an effect; {settled:n finding} settled.",
    "{all:n}條規則中{used:n}條生效；已處理{settled:n}項。",
)
NO_RULES = Text(
    "No override rules were given. An opened entry offers one to copy: paste it under the line "
    "rules: of a file in rules/, and run again.",
    "沒有覆寫規則。展開條目即可複製規則：貼到 rules/ 內某檔的 rules: 之下，再執行一次。",
)
RULE = Text("Rule", "規則")
KIND = Text("Kind", "種類")
BECAUSE = Text("Because", "理由")
WHERE = Text("Where", "位置")
EFFECTS = Text("Effects", "作用")
CODES = Text("Codes", "代碼")
CODES_WHY = Text(
    "{n:n kind} of finding in this report; {silent:n check} had nothing to say.",
    "本報告有{n:n}種發現；另有{silent:n}項檢查沒有發現。",
)
FOR_EXAMPLE = Text("For example", "例如")
ALL_SETTLED = Text("all settled", "均已處理")
SILENT = Text("The checks that had nothing to say", "沒有發現的檢查")
EXPLAIN = Text(
    "A text in which a check fires, and one in which it stays silent: reconcile explain CODE",
    "各檢查的正反例：reconcile explain 代碼",
)
ABOUT = Text("About this run", "關於本次執行")
ABOUT_WHY = Text(
    "Every line of a source ends as part of a record, as structure, ignored for a named reason, "
    "or not understood; every record stands in exactly one verdict.",
    "來源的每一行，或屬記錄，或屬結構，或因註明的理由略去，或未能理解；每條記錄恰有一個結論。",
)
ACCOUNTING = Text("Lines accounted for", "各行的去處")
SOURCE_HEAD = Text("Source", "來源")
OF_RECORDS = Text("Of records", "屬記錄")
STRUCTURE = Text("Structure", "結構")
IGNORED = Text("Ignored", "略去")
NOT_UNDERSTOOD = Text("Not understood", "未能理解")
ALL_LINES = Text("All lines", "總行數")
UNREAD = Text("The lines that were not understood", "未能理解的行")
LINE = Text("Line", "行")
TEXT = Text("Text", "文字")
MORE_LINES = Text("and {n:n} more; report.json lists all.", "另有{n:n}行，見 report.json。")
REASONS = Text("Verdicts and reasons", "結論與理由")
VERDICT = Text("Verdict", "結論")
REASON = Text("Reason", "理由")
AGREEMENTS = Text("Agreements", "協議")
RECORDS_OF = Text("{side:side} records", "{side:side}記錄")
BY_SECTION = Text("Section by section", "逐章節")
SECTION = Text("Section", "章節")
NO_ROWS = Text("empty", "空")
AS_OF = Text("As of", "基準日")
THRESHOLD = Text("Threshold", "門檻")
FINDINGS = Text("Findings", "發現")
FINDINGS_SUM = Text(
    "{total:n} = {open:n} open + {settled:n} settled",
    "{total:n} = 未決 {open:n} + 已處理 {settled:n}",
)

# --- Help --------------------------------------------------------------------------------------

HELP = Text("Keys and filter", "按鍵與篩選")
KEYS: tuple[tuple[tuple[str, ...], Text], ...] = (
    (("j", "k"), Text("next, previous row", "下一列、上一列")),
    (("o",), Text("open or close it", "展開或收合")),
    (("c",), Text("copy its rule", "複製其規則")),
    (("/",), Text("to the filter", "前往篩選")),
    (("t",), Text("theme", "外觀")),
    (("l",), Text("language", "語言")),
    (("?",), Text("this help", "本說明")),
)
FILTERS: tuple[tuple[str, Text], ...] = (
    ("Perth", Text("this text, in code, title, message or id", "代碼、標題、內容或編號含此文字")),
    ('"New South Wales"', Text("a text with blanks", "含空格的文字")),
    ("section:河南", Text("this in one field", "某欄位含此內容")),
    ("-section:河南", Text("without it", "排除之")),
    ("section:河南|河北", Text("either of them", "二者之一")),
    ("severity:error,warning", Text("either, in a field", "欄位中二者之一")),
    ("p:0.5..0.9", Text("a probability; also <0.9, >0.99", "概率；亦可 <0.9、>0.99")),
)
FIELDS = Text("Fields", "欄位")
HELP_CASE = Text(
    "Capitals and small letters, Simplified and Traditional characters are the same.",
    "不分大小寫，不分簡繁。",
)
HELP_SHARE = Text(
    "The address of the page keeps the filter and the opened entry: copy it to share what you see.",
    "網址保存篩選條件和展開的條目：複製即可分享所見。",
)
CLOSE = Text("Close", "關閉")

# --- What the script says ----------------------------------------------------------------------

SCRIPT: Texts = {
    "themeAuto": Text("Auto", "自動"),
    "themeLight": Text("Light", "淺色"),
    "themeDark": Text("Dark", "深色"),
    "foldPage": FINDINGS,
    "foldCopy": Text("Faults of this copy, not of the page", "副本的問題，與頁面無關"),
    "foldSettled": Text("Settled by a rule", "已由規則處理"),
    "foldAgreements": AGREEMENTS,
    "found": Text(
        "Entries: {a} of {allA}. Agreements: {b} of {allB}.",
        "條目：{a} / {allA}。協議：{b} / {allB}。",
    ),
    "of": Text("{n} of {all}", "符合 {n}，共 {all}"),
    "nothing": Text("Nothing fits this filter.", "沒有符合的內容。"),
    "more": Text("Show {n} more of {all}", "再顯示 {n} 條（餘 {all}）"),
    "absent": Text("not in this list", "此列表沒有"),
    "at": Text("{side}, line {line}", "{side}，第 {line} 行"),
    "revision": Text("This revision", "此版本"),
    "editSection": Text("Edit the section", "編輯章節"),
    "places": Text("{path}, {n} places", "{path}，{n} 處"),
    "allPlaces": Text("Show all {n} places", "顯示全部 {n} 處"),
    "findings": Text("{n} findings", "共 {n} 項"),
    "new": Text("new", "新增"),
    "evidence": Text("What the link rests on", "連結的依據"),
    "evidenceName": Text("Evidence", "依據"),
    "detail": Text("What was found", "內容"),
    "bar": Text("Bar", "圖條"),
    "weight": Text("Weight", "權重"),
    "sum": Text("sum", "合計"),
    "probability": Text("probability {p}", "概率 {p}"),
    "byNames": Text(
        "That the two names, by themselves, are of one place: {p}",
        "僅憑兩個名稱，同指一地的概率：{p}",
    ),
    "logOdds": Text(
        "Weights are log-odds. Each bar begins where the one before it ended; the upright line "
        "stands for even chances. 1 / (1 + exp(−{sum})) = {p}",
        "權重為對數勝算。每條由前一條的終點畫起；直線表示機會均等。1 / (1 + exp(−{sum})) = {p}",
    ),
    "next": Text("Next best: {name} ({p})", "其次：{name}（{p}）"),
    "steps": Text("How the names were read", "名稱如何解讀"),
    "asWritten": Text("as written", "照原文"),
    "suggestion": Text("Suggestion", "建議"),
    "doThis": WHAT_TO_DO,
    "matters": WHY_IT_MATTERS,
    "ofCopy": Text(
        "This is a fault of the copy that was read. The page itself may well be right: look "
        "there before you change anything.",
        "這是所讀副本的問題，頁面本身可能無誤：改動之前請先查看頁面。",
    ),
    "touched": Text("Rule {id} ({kind}): {because}", "規則 {id}（{kind}）：{because}"),
    "related": Text("Findings about it", "相關發現"),
    "copyText": Text("Copy", "複製"),
    "copyRule": Text("Copy rule: {kind}", "複製規則：{kind}"),
    "copyRuleOf": Text("Copy rule: {kind}, as in {side}", "複製規則：{kind}，依{side}"),
    "copyLine": Text("Copy corrected line", "複製改正後的行"),
    "copyLink": Text("Copy link", "複製連結"),
    "wholeLines": Text("Whole lines", "顯示整行"),
    "cutLines": Text("Cut lines", "截短各行"),
    "copied": Text("Copied", "已複製"),
    "accepted": Text("Known and accepted: {message}", "已知並接受：{message}"),
    "decided": Text("Decided on this finding: {message}", "就此發現決定：{message}"),
    "same": Text("{zh} and {en} are the same agreement.", "{zh}與 {en} 是同一協議。"),
    "apart": Text("{zh} and {en} are two agreements.", "{zh}與 {en} 是兩項協議。"),
    "alone": Text("Only this list has {name}, and rightly so.", "只有此列表有{name}，並無不當。"),
}
NORMALIZATION: Texts = {
    "parent": Text("what it lies in is split off", "拆出上級"),
    "bracket": Text("bracket taken off", "去掉括注"),
    "target": Text("the title it links to is tried too", "也試其連結標題"),
    "simplified": Text("in Simplified characters", "轉為簡體"),
    "level": Text("level split off: {level:level}", "拆出級別：{level:level}"),
    "country": Text("country, by table", "國家，據表"),
    "reading-ja": Text("read in Japanese", "日語讀音"),
    "reading-ko": Text("read in Korean", "韓語讀音"),
    "reading-vi": Text("read in Vietnamese", "越南語讀音"),
    "reading-zh": Text("read in Mandarin", "普通話讀音"),
    "reading-yue": Text("read in Cantonese", "粵語讀音"),
    "other": Text("other names are tried too", "也試其他名稱"),
    "letters": Text("compared by these letters", "以這些字母比較"),
}

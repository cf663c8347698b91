"""Links that are uncertain or odd."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "L101",
        "tied-link",
        "notice",
        Text("Two rows fit equally well", "兩列同樣吻合"),
        Text(
            "{zh} under {host} may be {en} or {other}; nothing decides.",
            "{host}之下的 {zh} 可能是 {en} 或 {other}，無從判斷。",
        ),
        Text(
            "Two rows of the other list fit this one equally well.",
            "另一列表有兩列與此列同樣吻合。",
        ),
        Text("It is left open, never decided by chance.", "因此保留，不作任意決定。"),
        Text("Decide by a match rule.", "用 match 規則決定。"),
        ("match", "no-match"),
    ),
    Code(
        "L102",
        "weak-link",
        "notice",
        Text("Possible link, left open", "可能的對應，未定"),
        Text(
            "{zh} under {host} may be {en} ({probability:percent}); {doubt}.",
            "{host}之下的 {zh} 可能是 {en}（{probability:percent}），{doubt}。",
        ),
        Text(
            "A counterpart is possible, and the evidence does not reach the threshold.",
            "可能有對應，但證據未達門檻。",
        ),
        Text(
            "One look by someone who knows the place settles it.",
            "熟悉該地的人一看便知。",
        ),
        Text("Decide by a match or no-match rule.", "用 match 或 no-match 規則決定。"),
        ("match", "no-match"),
        phrases={
            "doubt": {
                "link": Text("that is too uncertain to link", "把握不足，未予連結"),
                "names": Text(
                    "what the rows state agrees, but nothing tells that their names are of one place ({names:percent} by themselves)",
                    "兩列所述相符，但無從得知兩個名稱同指一地（僅憑名稱 {names:percent}）",
                ),
                "other": Text("{zh} is known as {place}", "而{zh}已知是 {place}"),
            }
        },
    ),
    Code(
        "L103",
        "many-to-one",
        "notice",
        Text("Several rows for one", "多列對一列"),
        Text(
            "{count:n row} of the Chinese list ({names:list}) fit the one row {en} under {host}; {outcome}.",
            "中文列表有{count:n}列（{names:list}）都對應 {host} 之下的 {en}，{outcome}。",
        ),
        Text(
            "Several rows of one list have only one counterpart between them.",
            "一方有數列，另一方只有一列與之對應。",
        ),
        Text(
            "One of them is a repetition, or the other list lacks an entry.",
            "其中有重複，或另一列表缺項。",
        ),
        Text("Check which of them is meant.", "核對所指為何。"),
        ("match", "no-match"),
        phrases={
            "outcome": {
                "one": Text("only one is linked", "只連結其中一列"),
                "none": Text("nothing decides between them", "無從取捨"),
            }
        },
        since="0.2",
    ),
    Code(
        "L104",
        "forced-link",
        "info",
        Text("Link made by a rule against the evidence", "規則連結與證據不符"),
        Text(
            "Rule {rule} links {zh} with {en}; by the evidence alone the link has {probability:percent}.",
            "規則 {rule} 把 {zh} 與 {en} 連結；僅憑證據，機率為{probability:percent}。",
        ),
        Text(
            "A rule demands a link that the evidence speaks against.",
            "規則要求的連結與證據相反。",
        ),
        Text(
            "Rules know what names cannot tell; now and then one names the wrong row.",
            "規則知道名稱看不出的事，但偶爾也會寫錯列。",
        ),
        Text("Look at the rule once more.", "再核對一次規則。"),
        since="0.2",
    ),
    Code(
        "L105",
        "wrong-pair",
        "warning",
        Text("Two names that do not belong together", "一列中的兩個名稱不相配"),
        Text(
            "{zh} and {en} stand in one row: {better}.",
            "{zh} 與 {en} 同在一列：{better}。",
        ),
        Text(
            "A list in both languages gives two names for one place, and they are not of one place as far as is known.",
            "雙語列表的一列有兩個名稱，但所知並非同一地方。",
        ),
        Text(
            "One of the names is of another row, or of another place.",
            "其中一個名稱屬於另一列，或是另一個地方。",
        ),
        Text("Correct the name that is wrong.", "更正錯誤的名稱。"),
        ("typo",),
        phrases={
            "better": {
                "zh-en": Text(
                    "{zh} fits {zh_other} in line {zh_line:n}, and {en} fits {en_other} in line {en_line:n}",
                    "{zh} 應配第{zh_line:n}行的 {zh_other}，{en} 應配第{en_line:n}行的 {en_other}",
                ),
                "zh": Text(
                    "{zh} fits {zh_other} in line {zh_line:n}",
                    "{zh} 應配第{zh_line:n}行的 {zh_other}",
                ),
                "en": Text(
                    "{en} fits {en_other} in line {en_line:n}",
                    "{en} 應配第{en_line:n}行的 {en_other}",
                ),
                "known": Text("{zh} is known as {place} there", "該國的{zh}已知是 {place}"),
                "unlike": Text("the two are not alike", "兩者並不相似"),
                "doubtful": Text(
                    "nothing tells for certain that they are one place",
                    "無法確定兩者是同一地方",
                ),
            }
        },
        since="0.3",
    ),
)

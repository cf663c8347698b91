"""What is to be said of the override rules."""

from __future__ import annotations

from reconcile.catalogue.code import Code, Text

CODES = (
    Code(
        "R101",
        "rule-unused",
        "warning",
        Text("Rule without effect", "未起作用的規則"),
        Text(
            "Rule {rule} ({path}:{line}) had no effect in this run. Its reason was: {because}",
            "規則 {rule}（{path}:{line}）這次沒有起作用。其理由是：{because}",
        ),
        Text(
            "The rule matched, and changed nothing, or what it settles is gone.",
            "規則沒有改變任何結果，或其對象已不存在。",
        ),
        Text("Dead rules hide what they once were for.", "失效的規則會掩蓋問題。"),
        Text("Delete the rule, or correct what it names.", "刪去規則，或更正其對象。"),
    ),
    Code(
        "R102",
        "rule-expired",
        "warning",
        Text("Rule past its end", "過期的規則"),
        Text(
            "Rule {rule} ({path}:{line}) ended on {until} and was not applied.",
            "規則 {rule}（{path}:{line}）已於 {until} 到期，未予採用。",
        ),
        Text("The rule names a last day that has passed.", "規則的最後一天已過。"),
        Text("What it settled is open again.", "它處理的問題重新出現。"),
        Text("Renew or delete the rule.", "延長或刪去規則。"),
    ),
    Code(
        "R103",
        "rule-count",
        "warning",
        Text("Rule with another count than expected", "規則的數目與預期不符"),
        Text(
            "Rule {rule} ({path}:{line}) touched {actual:n}; it expects {expected:n}.",
            "規則 {rule}（{path}:{line}）涉及{actual:n}項，預期為{expected:n}項。",
        ),
        Text(
            "The rule says how many findings it settles, and the run found another number.",
            "規則註明處理幾項，實際數目不同。",
        ),
        Text(
            "It may hide new faults, or old ones are gone.",
            "可能掩蓋了新問題，或舊問題已消失。",
        ),
        Text("Look at what is new, then correct the count.", "檢查新增項目，再更正數目。"),
    ),
    Code(
        "R104",
        "rule-redundant",
        "notice",
        Text("Rule that is not needed", "多餘的規則"),
        Text(
            "Rule {rule} ({path}:{line}) is not needed: without it the result is the same.",
            "規則 {rule}（{path}:{line}）並不需要：沒有它結果也一樣。",
        ),
        Text(
            "What the rule demands comes out without it.",
            "沒有這條規則也會得到同樣結果。",
        ),
        Text("Fewer rules are easier to keep true.", "規則越少越容易維護。"),
        Text("Delete the rule.", "刪去規則。"),
        since="0.2",
    ),
    Code(
        "R105",
        "rule-contradictory",
        "error",
        Text("Rules that contradict each other", "互相矛盾的規則"),
        Text(
            "Rules {rule} ({path}:{line}) and {other} ({other_path}:{other_line}) contradict each other.",
            "規則 {rule}（{path}:{line}）與 {other}（{other_path}:{other_line}）互相矛盾。",
        ),
        Text(
            "Two rules say opposite things of one row. No run starts with such rules.",
            "兩條規則對同一列的說法相反；這樣的規則不能執行。",
        ),
        Text("Either could be the wrong one.", "任一條都可能是錯的。"),
        Text("Delete one of the two.", "刪去其中一條。"),
        since="0.2",
    ),
    Code(
        "R106",
        "rule-stale",
        "warning",
        Text("Rule whose text is gone", "引文已不存在的規則"),
        Text(
            "Rule {rule} ({path}:{line}) was not applied: {why}.",
            "規則 {rule}（{path}:{line}）未採用：來源裡沒有「{quote}」，或不只一處。",
        ),
        Text(
            "The rule finds its row by a quotation, and the source has changed there.",
            "規則靠引文定位，而來源該處已經修改。",
        ),
        Text("The fault may be mended, or moved.", "問題可能已修正，或移到別處。"),
        Text("Delete the rule, or quote anew.", "刪去規則，或更新引文。"),
        since="0.2",
    ),
)

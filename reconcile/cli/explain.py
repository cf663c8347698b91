"""`reconcile explain`: what a code means, or why something in a report came out as it did."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.catalogue import BY_CODE, BY_NAME, Code, Lang, Text, message
from reconcile.catalogue.examples import AS_OF, Example, examples
from reconcile.checks import checks_of
from reconcile.cli.console import console
from reconcile.errors import ReconcileError
from reconcile.overrides import load_rules
from reconcile.project.config import read_config
from reconcile.project.files import read_text
from reconcile.report.contract import SavedReport
from reconcile.report.excerpt import wrap
from reconcile.report.saved.explanation import about_id, known_ids
from reconcile.report.saved.read import read_report
from reconcile.report.view.texts import FAMILIES, SEVERITIES, WHAT_TO_DO, WHY_IT_MATTERS
from reconcile.sources import read_document
from reconcile.suggest import did_you_mean

_WORDS = {
    "why": WHY_IT_MATTERS,
    "action": WHAT_TO_DO,
    "rule": Text("Settled by a rule of the kind", "可用以下規則處理"),
    "no-rule": Text(
        "No rule settles it; reconcile accept ID --ignore leaves it as it is",
        "沒有規則可處理；reconcile accept ID --ignore 則原樣保留",
    ),
    "since": Text("since", "始於"),
    "replaced": Text("retired; see", "已停用，見"),
    "check": Text("Found by", "檢查程式"),
    "zh": Text("Chinese list", "中文列表"),
    "en": Text("English list", "英文列表"),
    "both": Text("List in both languages", "雙語列表"),
    "fires": Text("A text in which it is found", "有此問題的例子"),
    "silent": Text("A text in which it is not", "沒有此問題的例子"),
}


def explain(what: str, lang: Lang, report: str | None) -> None:
    """Print what a code, its name, or an id of a report stands for.

    Raises:
        ReconcileError: it is none of these, or the report cannot be read.
    """
    code = BY_CODE.get(what.upper()) or BY_NAME.get(what.lower())
    if code is not None:
        _print(about_code(code, lang), lang)
        return
    data, path = _last_report(report)
    lines = about_id(data, what, lang) if data else None
    if lines is None:
        words = [*BY_CODE, *BY_NAME, *(known_ids(data) if data else ())]
        where = f"no id of {path}" if data else f"there is no report {path} to look for ids in"
        raise ReconcileError(
            f"{what!r} is no code or name of a finding, and {where}{did_you_mean(what, words)}"
        )
    _print(lines, lang)


def _print(lines: Iterable[str], lang: Lang) -> None:
    """Print lines, those of prose wrapped where a terminal ends; what is set in stands as it is."""
    cells = console(None).width if sys.stdout.isatty() else None
    for line in lines:
        prose = cells is not None and not line.startswith(" ")
        for piece in wrap(line, cells or 0, lang != "en") if prose and line else [line]:
            print(piece)


def _last_report(path: str | None) -> tuple[SavedReport | None, str]:
    """The report and its path; by default that of the last run, and None if there is none.

    Raises:
        ReconcileError: the file that the user names is missing, or it is no report.
    """
    name = path or str(Path(read_config().out) / "report.json")
    if path is None and not Path(name).is_file():
        return None, name
    return read_report(read_text(name, "the report"), name), name


def about_code(code: Code, lang: Lang) -> Iterator[str]:
    """The lines that say what a code means, with an example that fires and one that does not."""
    word = {k: v.said_in(lang) for k, v in _WORDS.items()}
    colon = ": " if lang == "en" else "："
    yield f"{code.code} {code.name}{colon}{code.title.said_in(lang)}"
    facts = [FAMILIES[code.family].said_in(lang), SEVERITIES[code.severity].said_in(lang)]
    facts.append(f"{word['since']} {code.since}")
    if code.replaced_by:
        facts.append(f"{word['replaced']} {code.replaced_by}")
    yield " · ".join(facts)
    yield ""
    yield code.meaning.said_in(lang)
    yield f"{word['why']}{colon}{code.why.said_in(lang)}"
    yield f"{word['action']}{colon}{code.action.said_in(lang)}"
    if code.settled_by:
        yield f"{word['rule']}{colon}{', '.join(code.settled_by)}"
    elif code.family != "rules":
        yield word["no-rule"]
    if found_by := [check.place for check in checks_of(code.name)]:
        yield f"{word['check']}{colon}{', '.join(found_by)}"
    for fires, title in ((True, word["fires"]), (False, word["silent"])):
        if example := next((x for x in examples(code.code) if bool(x.fires) == fires), None):
            yield ""
            yield title
            yield from _shown(example, lang, word)


def _shown(example: Example, lang: Lang, word: dict[str, str]) -> Iterator[str]:
    for side, text in example.texts():
        yield f"  {word[side]}"
        marked = {at for at, _, _ in example.fires} if side == example.one_side else set()
        for number, shown in enumerate(text.splitlines(), 1):
            mark = ">" if number in marked else " "
            yield f"  {mark}{number:3} {shown}".rstrip()
    for (line, column, _), said in zip(example.fires, _messages(example, lang), strict=True):
        yield f"  {line}:{column} {said}"


def _messages(example: Example, lang: Lang) -> Sequence[str]:
    """The sentences of an example; in Chinese they are found by running it."""
    if lang == "en" or not example.fires:
        return [said for _, _, said in example.fires]
    from reconcile.pipeline import Settings, run  # half a second that nothing else here needs

    read = (
        read_document(example.zh.encode(), "both" if example.both else "zh.md", "zh"),
        read_document(example.en.encode(), "both" if example.both else "en.txt", "en"),
    )
    documents = [replace(document, paired=example.both) for document in read]
    rules = load_rules([("rules.yaml", example.rules)] if example.rules else [])
    found = run(documents, rules, Settings(AS_OF)).findings
    mine = [f for f in found if f.name == example.name]
    return [message(f.name, f.params, lang, systemic=f.systemic) for f in mine]

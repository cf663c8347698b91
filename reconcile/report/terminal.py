"""The report in a terminal or a pipe: findings with their lines, then the run in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.models import Finding, Link, Record, SourceRef
from reconcile.report.entries import Entry
from reconcile.report.excerpt import cut, fit, visible, width
from reconcile.report.labels import VERDICT_LABELS, catalogued, plural
from reconcile.report.numbers import link_weights, shown_probability
from reconcile.report.view import View

if TYPE_CHECKING:
    from rich.console import Console

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "cyan", "info": "dim"}
VERDICT_STYLES = {
    "agree": "green",
    "agree-differently": "blue",
    "conflict": "bold red",
    "only-zh": "magenta",
    "only-en": "yellow",
    "not-comparable": "dim",
}
ASCII = str.maketrans({"↔": "<->", "…": "...", "—": "-", "·": "-", "×": "x", "→": "->"})
SETTLE = (
    "Right as it is? Put {id: NAME, kind: ignore, finding: ID, because: WHY} into a rule file; "
    "a group (×) takes code: and where: in place of finding:. The HTML report has them to copy."
)
PLACES_SHOWN = 3
"""A group shows so many of its places, and says how many more there are."""


def render_terminal(
    view: View,
    console: Console,
    *,
    limit: int = 10,
    ascii_only: bool = False,
    outputs: Sequence[str] = (),
    entries: Sequence[Entry] | None = None,
) -> None:
    """Print the entries most worth acting on, and the sum of the run.

    `entries` are what a filter let pass, in their order; without it, those of the page that are
    most worth acting on. `outputs` are the paths of the files written.
    """
    printer = _Printer(view, console, ascii_only)
    shown = view.top(limit) if entries is None else entries[:limit]
    for entry in shown:
        printer.entry(entry)
    left = (len(view.open) if entries is None else len(entries)) - len(shown)
    printer.end(len(shown), left, outputs, filtered=entries is not None)


def render_concise(view: View, entries: Iterable[Entry] | None = None) -> str:
    """One line a finding: `path:line:col: CODE name message [id]`."""
    chosen = view.open + view.of_copy if entries is None else entries
    return "".join(f"{_concise(view, f)}\n" for e in chosen for f in e.findings)


def _concise(view: View, f: Finding) -> str:
    text = f"{f.code} {f.name} {f.message} [{f.id}]"
    if not f.refs:
        return visible(text)
    ref = f.refs[0]
    return visible(f"{_path(view, ref)}:{ref.line}:{ref.column}: {text}")


def _path(view: View, ref: SourceRef) -> str:
    return view.documents[ref.source].path


class _Printer:
    """Prints to one console; keeps the width and the plainness asked for."""

    def __init__(self, view: View, console: Console, ascii_only: bool) -> None:
        from rich.text import Text

        self.view, self.console, self.ascii_only = view, console, ascii_only
        self.width = max(40, min(console.width, 160))
        self.text = Text

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Print one line as it is: not wrapped, no markup, cut by nobody."""
        made = self.text()
        for part in parts:
            plain, style = part if isinstance(part, tuple) else (part, "")
            made.append(self.sign(visible(plain)), style or None)
        self.console.print(made, soft_wrap=True, highlight=False)

    def sign(self, text: str) -> str:
        return text.translate(ASCII) if self.ascii_only else text

    def wrapped(self, text: str, indent: str, first: str | None = None, style: str = "") -> None:
        """Print `text` over as many lines as it needs, each after `indent`."""
        lines = list(_wrap(visible(text), self.width - width(indent)))
        for i, piece in enumerate(lines):
            self.line(first if i == 0 and first is not None else indent, (piece, style))

    def entry(self, e: Entry) -> None:
        """One entry: what, which records, where, on what it rests, what to do."""
        self._headline(e)
        head = e.head
        records = [self.view.records[r] for r in head.records if r in self.view.records]
        link = self.view.links.get(head.link) if head.link else None
        if len(records) == len({r.side for r in records}) > 0:
            self.wrapped(_pair(records), "  ", style="bold")
        places = [r for f in e.findings for r in f.refs]
        shown = head.refs if e.count == 1 else places[:PLACES_SHOWN]
        for ref in shown:
            self._place(ref)
        if len(places) > len(shown):
            self.line("  ", (f"… and {plural(len(places) - len(shown), 'more place')}", "dim"))
        if link:
            self.wrapped(_evidence(link), "       ", "  link ")
        self._what_to_do(e)
        self.line()

    def _headline(self, e: Entry) -> None:
        tag = f"{e.code} {e.severity:<7} "
        times = f" ×{e.repeats:,}" if e.repeats else ""
        room = self.width - len(tag)
        lines = list(_wrap(visible(e.message) + times, room - width(e.id) - 2)) or [""]
        style = SEVERITY_STYLES[e.severity]
        for i, piece in enumerate(lines):
            if i:
                self.line(" " * len(tag), (piece, "bold"))
                continue
            gap = " " * max(2, room - width(self.sign(piece)) - width(e.id))
            self.line((tag, style), (piece, "bold"), gap, (e.id, "dim"))

    def _place(self, ref: SourceRef) -> None:
        number = str(ref.line)
        edge = " " * (len(number) + 3)
        self.line("  ", ("--> ", "blue"), f"{_path(self.view, ref)}:{ref.line}:{ref.column}")
        line = self.view.documents[ref.source].lines[ref.line - 1]
        dots = "..." if self.ascii_only else "…"
        room = self.width - len(edge) - 2 * len(dots)
        part = cut(line, ref.column, ref.end_column, room)
        left, right = dots * part.cut_left, dots * part.cut_right
        mark = "" if self.ascii_only else "reverse"
        self.line(
            (f"{number} | ", "dim"), left, part.before, (part.marked, mark), part.after, right
        )
        carets = "^" * max(1, width(part.marked))
        indent = " " * (width(left) + width(part.before))
        self.line((" " * len(number) + " | ", "dim"), indent, (carets, "red"))

    def _what_to_do(self, e: Entry) -> None:
        head, row = e.head, catalogued(e.head)
        if head.suggestion and e.origin != "copy":
            self.wrapped(head.suggestion, "       ", "  try  ", "green")
        if row and row.action:
            self.wrapped(row.action, "       ", "  do   ")
        if head.rule:
            self.line("  rule ", head.rule)

    def end(self, shown: int, left: int, outputs: Sequence[str], *, filtered: bool) -> None:
        """The last lines: how many more, the sentence, the counts, where the report is."""
        view, f = self.view, self.view.findings
        if left > 0:
            kind = "entry" if filtered else "entry of the page"
            more = "entries" if filtered else "entries of the page"
            self.line((f"{plural(left, f'more {kind}', f'more {more}')} not shown.", "dim"))
        if view.of_copy and not filtered:
            n = sum(e.count for e in view.of_copy)
            names = ", ".join(f"{e.name} {e.count:,}" for e in view.of_copy)
            text = f"{plural(n, 'finding')} about this copy, not the page: {names}."
            self.wrapped(text, "", style="dim")
        if shown:
            self.wrapped(SETTLE, "", style="dim")
        if left > 0 or shown or view.of_copy:
            self.line()
        self.wrapped(view.sentence, "", style="bold")
        self.wrapped(view.rate_sentence, "")
        self.line()
        verdicts = view.verdicts.items()
        items = ((f"{n:,} {VERDICT_LABELS[k]}", VERDICT_STYLES[k]) for k, n in verdicts)
        self._counts("verdicts", items)
        families = ((f"{name} {n:,}", "") for name, n in f.by_family.items() if n)
        self._counts("findings", ((f"{f.open:,} open", "bold"), *families))
        rules = f"{view.rules_used} of {len(view.rules)} used"
        settled = f"; {plural(f.settled, 'finding')} settled" if f.settled else ""
        self.line(("rules     ", "dim"), rules, settled)
        self.line(("lines     ", "dim"), self._lines_read())
        for path in outputs:
            self.line(("report    ", "dim"), path)

    def _lines_read(self) -> str:
        total = sum(s.lines for s in self.view.sources)
        return f"{total:,} read, {self.view.not_understood:,} not understood"

    def _counts(self, name: str, items: Iterable[tuple[str, str]]) -> None:
        """`name  12 this, 3 that`, broken between items where the line ends."""
        line: list[str | tuple[str, str]] = [(f"{name:<10}", "dim")]
        used = 10
        for item, style in items:
            if used + len(item) + 2 > self.width:
                self.line(*line)
                line, used = [" " * 10], 10
            if len(line) > 1:
                line.append(", ")
            line.append((item, style))
            used += len(item) + 2
        self.line(*line)


def _pair(records: Sequence[Record]) -> str:
    """`昆明市 ↔ 丹佛  |  Kunming ↔ Denver`."""
    return "  |  ".join(f"{r.host} ↔ {r.partner}" for r in records[:2])


def _evidence(link: Link) -> str:
    """What a link rests on, strongest first, and the next best candidate."""
    weights = link_weights(link)
    weighed = sorted(zip(weights, link.evidence, strict=True), key=lambda x: -abs(x[0]))
    parts = ", ".join(f"{e.name} {w:+.2f}" for w, e in weighed)
    text = f"{shown_probability(link.probability):.4f}: {parts}"
    if link.runner_up:
        text += f"; next {link.runner_up.text} {shown_probability(link.runner_up.probability):.4f}"
    return text


def _wrap(text: str, cells: int) -> Iterator[str]:
    """`text` in lines of at most `cells`, broken at blanks, or inside a word too long for one."""
    cells = max(cells, 10)
    line, used = "", 0
    for word in text.split(" "):
        need = width(word)
        if line and used + 1 + need > cells:
            yield line
            line, used = "", 0
        if line:
            word, need = f" {word}", need + 1
        while used + need > cells:
            piece = fit(word, cells - used)
            yield line + piece
            line, used, word = "", 0, word[len(piece) :]
            need = width(word)
        line, used = line + word, used + need
    if line:
        yield line

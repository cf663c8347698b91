"""The report in a terminal or a pipe: findings with their lines, then the run in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.catalogue import Text, say, together
from reconcile.catalogue.evidence import LABELS, sentence
from reconcile.models import Finding, Link, Param, Record, SourceRef
from reconcile.overrides.ways import way_for
from reconcile.provenance import PageRevision
from reconcile.report.excerpt import DOTS, cut, width, wrap
from reconcile.report.view import texts
from reconcile.report.view.baseline import Since
from reconcile.report.view.captions import catalogued, label, revision_label
from reconcile.report.view.entries import Entry, Section, limited
from reconcile.report.view.numbers import link_weights, shown_probability
from reconcile.report.view.view import View
from reconcile.visible import visible

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
PLACES_SHOWN = 3
"""A group shows so many of its places, and says how many more there are."""
HEAD = 10
"""Cells of the words before the last lines, and of the column of labels beside an entry."""


def render_terminal(
    view: View,
    console: Console,
    *,
    limit: int | None = 10,
    ascii_only: bool = False,
    verbose: bool = False,
    outputs: Sequence[str] = (),
    sections: Sequence[Section] | None = None,
) -> None:
    """Print the entries most worth acting on, and the sum of the run.

    Args:
        view: what is printed, in its language.
        console: where to.
        limit: so many entries; None for all.
        ascii_only: no signs of ours beyond ASCII; the sources are shown as they are.
        verbose: with every piece of evidence.
        outputs: paths of the files written.
        sections: what a filter let pass, in its order; without it, the entries of the page that
            are most worth acting on.
    """
    printer = _Printer(view, console, ascii_only, verbose)
    if sections is None:
        top = view.top(len(view.open) if limit is None else limit)
        shown, hidden = [Section("", top)], len(view.open) - len(top)
    else:
        shown, hidden = limited(sections, limit)
    for section in shown:
        if section.heading:
            printer.heading(section.heading, section.count)
        for entry in section.entries:
            printer.entry(entry)
    if sections is not None and not shown and not hidden:
        printer.line(texts.NOTHING_FITS.said_in(view.lang))
        printer.line()
    printer.end(hidden, outputs, sections)


def render_concise(view: View, findings: Iterable[Finding]) -> str:
    """One line a finding: `path:line:col: CODE name message [id]`."""
    return "".join(f"{concise(view, f)}\n" for f in findings)


def concise(view: View, f: Finding) -> str:
    """A finding in one line, as compilers write them."""
    text = f"{f.code} {f.name} {together((f,), view.lang)} [{f.id}]"
    if f.refs:
        text = f"{view.position_of(f.refs[0])}: {text}"
    return visible(text.replace("\n", " "))


class _Printer:
    """Prints to one console; keeps the width and the plainness asked for."""

    def __init__(self, view: View, console: Console, ascii_only: bool, verbose: bool) -> None:
        from rich.text import Text as Styled

        self.view, self.console, self.lang = view, console, view.lang
        self.ascii_only, self.verbose = ascii_only, verbose
        self.width = max(40, min(console.width, 160))
        self.styled = Styled

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Print one line as it is: not wrapped, no markup, cut by nobody."""
        made = self.styled()
        for part in parts:
            plain, style = part if isinstance(part, tuple) else (part, "")
            made.append(self.sign(visible(plain)), style or None)
        made.rstrip()
        self.console.print(made, soft_wrap=True, highlight=False)

    def sign(self, text: str) -> str:
        return text.translate(ASCII) if self.ascii_only else text

    def say(self, text: Text, **values: Param) -> str:
        return say(text, values, self.lang)

    def wrapped(self, text: str, indent: str, first: str | None = None, style: str = "") -> None:
        """Print `text` over as many lines as it needs, each after `indent`."""
        lines = list(wrap(self.sign(visible(text)), self.width - width(indent), self.lang != "en"))
        for i, piece in enumerate(lines):
            self.line(first if i == 0 and first is not None else indent, (piece, style))

    def labelled(self, word: Text, text: str, style: str = "") -> None:
        """`  do   Correct the country.`, wrapped after the label."""
        first = f"  {_padded(word.said_in(self.lang), 5)}"
        self.wrapped(text, " " * width(first), first, style)

    def heading(self, text: str, count: int) -> None:
        """What the entries below have in common."""
        self.wrapped(f"{text} ({count:,})", "", style="bold underline")
        self.line()

    def entry(self, e: Entry) -> None:
        """One entry: what, which records, where, on what it rests, what to do."""
        self._headline(e)
        if e.parts:
            self._parts(e)
        else:
            self._records(e.head)
            shown = e.head.refs if e.count == 1 else e.places[:PLACES_SHOWN]
            self._places(shown)
            self._more(len(e.places) - len(shown))
            if link := self.view.links.get(e.head.link or ""):
                self._link(link)
        self._what_to_do(e)
        self.line()

    def _records(self, f: Finding) -> None:
        """The rows that a finding is about, if they are one of each side at most."""
        records = [self.view.records[r] for r in f.records if r in self.view.records]
        if len(records) == len({r.side for r in records}) > 0:
            self.wrapped(_pair(records), "  ", style="bold")

    def _headline(self, e: Entry) -> None:
        severity = label(texts.SEVERITIES, e.severity, self.lang)
        tag = f"{e.code} {_padded(severity, 7)} "
        times = f" {e.times}" if e.times else ""
        room = self.width - width(tag)
        message = self.sign(visible(e.sentence(self.lang)) + times)
        lines = list(wrap(message, room - width(e.id) - 2, self.lang != "en")) or [""]
        for i, piece in enumerate(lines):
            if i:
                self.line(" " * width(tag), (piece, "bold"))
                continue
            gap = " " * max(2, room - width(piece) - width(e.id))
            self.line((tag, SEVERITY_STYLES[e.severity]), (piece, "bold"), gap, (e.id, "dim"))

    def _parts(self, e: Entry) -> None:
        """The first of the entries that were put together: sentence and place of each."""
        for part in e.parts[:PLACES_SHOWN]:
            self.wrapped(part.sentence(self.lang), "    ", "  - ")
            self._places(part.head.refs[:1])
        self._more(len(e.parts) - PLACES_SHOWN)

    def _more(self, count: int) -> None:
        if count > 0:
            self.line("  ", (f"{DOTS} {self.say(texts.MORE_PLACES, n=count)}", "dim"))

    def _places(self, refs: Sequence[SourceRef]) -> None:
        """Each place as path, line and carets; the line numbers of an entry share one margin."""
        margin = max((len(str(r.line)) for r in refs), default=0)
        for ref in refs:
            self._place(ref, margin)

    def _place(self, ref: SourceRef, margin: int) -> None:
        self.line(" " * margin, ("--> ", "blue"), self.view.position_of(ref))
        edge = f"{ref.line:>{margin}} | "
        room = self.width - len(edge) - 2 * len(self.sign(DOTS))
        part = cut(self.view.line_of(ref), ref.column, ref.end_column, room)
        left, before, marked, after, right = (
            self.sign(x) for x in (part.left, part.before, part.marked, part.after, part.right)
        )
        mark = "" if self.ascii_only else "reverse"
        self.line((edge, "dim"), left, before, (marked, mark), after, right)
        carets = "^" * max(1, width(marked))
        bar = " " * margin + " | "
        self.line((bar, "dim"), " " * width(left + before), (carets, "red"))

    def _link(self, link: Link) -> None:
        """`link 旧金山 = San Francisco 0.9712 (names 0.9954): name +4.10, …; next …`."""
        pair = [self.view.records[r].name for r in (link.zh, link.en) if r in self.view.records]
        weighed = sorted(
            zip(link_weights(link), link.evidence, strict=True), key=lambda x: -abs(x[0])
        )
        text = f"{' = '.join(pair)} {shown_probability(link.probability):.4f}"
        text += f" ({self.say(texts.BY_NAMES, p=f'{shown_probability(link.names):.4f}')})"
        names = [(w, e, label(LABELS, e.name, self.lang)) for w, e in weighed]
        if not self.verbose:
            text += ": " + ", ".join(f"{name} {w:+.2f}" for w, _, name in names)
        if rival := link.runner_up:
            chance = f"{shown_probability(rival.probability):.4f}"
            text += "; " + self.say(texts.NEXT_BEST, name=rival.text, p=chance)
        self.labelled(texts.LINK, text)
        if self.verbose:
            for w, e, name in names:
                first = f"       {w:+6.2f} {name}: "
                shown = sentence(e.detail, e.template, e.params, self.lang)
                self.wrapped(shown, " " * 14, first)

    def _what_to_do(self, e: Entry) -> None:
        head, row = e.head, catalogued(e.head)
        if head.suggestion and e.origin != "copy" and not e.parts:
            self.labelled(texts.TRY, head.suggestion, "green")
        if row:
            self.labelled(texts.DO, row.action.said_in(self.lang))
        if head.rule:
            self.labelled(texts.SETTLED_BY, head.rule)
        elif row and (way := way_for(head, e.count)):
            if e.parts:
                self.labelled(texts.MORE_OF_IT, f"reconcile --select {e.code}", "green")
            else:
                command = f"reconcile accept {e.id} {way.options}".rstrip()
                self.labelled(texts.OR, command, "green")

    def end(self, hidden: int, outputs: Sequence[str], sections: Sequence[Section] | None) -> None:
        """The last lines: how many more, the sentence, the counts, where the report is.

        Args:
            hidden: how many entries are not shown.
            outputs: paths of the files written.
            sections: what a filter let pass; None without a filter.
        """
        remarks = list(self._remarks(hidden, sections))
        for text in remarks:
            self.wrapped(text, "", style="dim")
        if remarks:
            self.line()
        self.wrapped(self.view.sentence, "", style="bold")
        self.wrapped(self.view.rate_sentence, "")
        self.line()
        self._sum()
        for path in outputs:
            self._row(texts.REPORT_HEAD, [(path, "")])

    def _remarks(self, hidden: int, sections: Sequence[Section] | None) -> Iterator[str]:
        """What is to be known of the entries beyond those that are shown."""
        if entries := [e for section in sections or () for e in section.entries]:
            count = sum(e.count for e in entries)
            yield self.say(texts.FITTING, n=count, entries=len(entries))
        if hidden:
            text = texts.NOT_SHOWN_OF_PAGE if sections is None else texts.NOT_SHOWN
            yield self.say(text, n=hidden)
        if self.view.of_copy and sections is None:
            yield self._of_copy()

    def _of_copy(self) -> str:
        names = Counter(f.name for e in self.view.of_copy for f in e.findings)
        listed = ", ".join(f"{name} {n:,}" for name, n in names.items())
        return self.say(texts.OF_COPY, n=names.total(), names=listed)

    def _sum(self) -> None:
        view, found = self.view, self.view.findings
        self._row(
            texts.VERDICTS_HEAD,
            [
                (self._named(texts.NUMBERED, texts.VERDICTS, name, n), VERDICT_STYLES[name])
                for name, n in view.verdicts.items()
            ],
        )
        families = [
            (self._named(texts.COUNTED, texts.FAMILIES, name, n), "")
            for name, n in found.by_family.items()
            if n
        ]
        self._row(texts.FINDINGS_HEAD, [(self.say(texts.OPEN, n=found.open), "bold"), *families])
        if view.since:
            self._row(texts.BASELINE_HEAD, self._baseline(view.since))
        rules = [(self.say(texts.RULES_USED, used=view.rules_used, all=len(view.rules)), "")]
        if found.settled:
            rules.append((self.say(texts.SETTLED, n=found.settled), ""))
        self._row(texts.RULES_HEAD, rules)
        total = sum(s.lines for s in view.sources)
        read = self.say(texts.LINES_READ, all=total, left=view.not_understood)
        self._row(texts.LINES_HEAD, [(read, ""), *self._left_aside()])
        for source in view.sources:
            if unused := source.unused_columns:
                said = self.say(texts.COLUMNS_UNUSED, columns=unused, place=source.name)
                self._row(texts.COLUMNS_HEAD, [(said, "yellow")])
        for source in view.sources:
            if source.page:
                self._row(texts.PAGE_HEAD, self._page(source.page))

    def _left_aside(self) -> list[tuple[str, str]]:
        """How many lines were no data, and why: those that are more than empty."""
        reasons = Counter[str]()
        for source in self.view.sources:
            reasons.update(dict(source.ignored))
        return [
            (self._named(texts.LINES_LEFT_ASIDE, texts.IGNORED, reason, n), "dim")
            for reason, n in reasons.most_common()
        ]

    def _page(self, page: PageRevision) -> list[tuple[str, str]]:
        """Which revision a source is, under which licence, and where."""
        licence = page.licence.name if page.licence else ""
        said = (page.title, revision_label(page, self.lang), licence, page.address or "")
        return [(text, "") for text in said if text]

    def _named(self, text: Text, words: texts.Texts, name: str, n: int) -> str:
        """A number with what it counts."""
        return self.say(text, n=n, name=label(words, name, self.lang))

    def _baseline(self, since: Since) -> list[tuple[str, str]]:
        return [
            (self.say(texts.BASELINE_NEW, n=len(since.new)), "bold" if since.new else ""),
            (self.say(texts.BASELINE_GONE, n=len(since.gone)), ""),
            (self.say(texts.BASELINE_SINCE, path=since.path), "dim"),
        ]

    def _row(self, name: Text, items: Iterable[tuple[str, str]]) -> None:
        """`name  12 this, 3 that`, broken between items where the line ends."""
        comma = ", " if self.lang == "en" else "，"
        line: list[str | tuple[str, str]] = [(_padded(name.said_in(self.lang), HEAD), "dim")]
        used = HEAD
        for item, style in items:
            if len(line) > 1 and used + width(item) + 2 > self.width:
                self.line(*line)
                line, used = [" " * HEAD], HEAD
            if len(line) > 1:
                line.append(comma)
            line.append((item, style))
            used += width(item) + 2
        self.line(*line)


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - width(text))


def _pair(records: Sequence[Record]) -> str:
    """`昆明市 ↔ 丹佛  |  Kunming ↔ Denver`."""
    return "  |  ".join(f"{r.host} ↔ {r.partner}" for r in records[:2])

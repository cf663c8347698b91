"""`reconcile review`: decide open questions one by one; every decision becomes a rule."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from reconcile.errors import ReconcileError
from reconcile.models import Record, Result
from reconcile.overrides.build import Choice, Use
from reconcile.overrides.file.write import NewRule
from reconcile.overrides.propose import ignoring, rules_for, rules_for_pair
from reconcile.overrides.questions import Question, chosen, questions
from reconcile.pipeline import RunCache
from reconcile.project.files import read_bytes, write_all
from reconcile.project.journal import Journal
from reconcile.project.prepare import prepare
from reconcile.project.request import Request
from reconcile.project.rule_file import Addition, RuleFile, target_of, with_rules
from reconcile.report.changes import changes, print_changes
from reconcile.report.excerpt import cut, width

STATE = "review.json"
"""In the output folder: the questions that were answered with "unsure"."""

_KEYS = "x match · n no · u unsure · s skip · e evidence · z undo · q quit"
_CONFLICT_KEYS = (
    "1 Chinese right · 2 English right · x both stand · n not the same · u unsure · s skip · "
    "e evidence · z undo · q quit"
)


_QUIT = ("", "q", "\x03", "\x04")
_USES: Mapping[str, Use] = {"1": "zh", "2": "en", "n": "neither"}


def review(request: Request, ids: Sequence[str], *, blind: bool, dry_run: bool) -> None:
    """Ask the open questions, or those that `ids` name, until none is left or the user quits.

    Raises:
        ReconcileError: no open question has such an id, or a file cannot be read or written.
    """
    session = _Review(request, blind, dry_run)
    session.ask(ids)
    session.close()


class _Review:
    def __init__(self, request: Request, blind: bool, dry_run: bool) -> None:
        target = target_of(request)
        self.ready = prepare(with_rules(request, target))
        self.cache = RunCache()
        self.blind, self.dry_run = blind, dry_run
        self.folder = self.ready.config.out
        self.file = RuleFile(target, self.ready.rule_paths, dry_run, Journal(self.folder))
        self.first = self.result = self.run(self.file)
        self.unsure = self._read_state()
        self.done: list[tuple[Question, Addition | None]] = []
        self.skipped: set[str] = set()

    def run(self, file: RuleFile, text: str | None = None) -> Result:
        return self.ready.run(file.rules(text), cache=self.cache)

    def open(self, ids: Sequence[str]) -> list[Question]:
        """The questions that are left, in order."""
        found = chosen(questions(self.result), ids)
        return [q for q in found if q.id not in self.skipped and (ids or q.id not in self.unsure)]

    def ask(self, ids: Sequence[str]) -> None:
        left = self.open(ids)
        if ids and not left:
            raise ReconcileError(
                f"no open question has the id {', '.join(ids)}; "
                "reconcile accept settles any finding"
            )
        while left := self.open(ids):
            question = left[0]
            print(f"\n[{len(left)} left] {question.id}")
            self._show(question)
            if not self._decide(question):
                return

    def _decide(self, question: Question) -> bool:
        """Take one answer that decides the question; False where the user quits."""
        actions = _CONFLICT_ACTIONS if question.is_conflict else _ACTIONS
        keys = _CONFLICT_KEYS if question.is_conflict else _KEYS
        while (key := _key(keys)) not in _QUIT:
            act = actions.get(key)
            if act is None:
                print("  no such key")
            elif act(self, question, key):
                return True
        return False

    def _skip(self, question: Question, key: str) -> bool:
        self.skipped.add(question.id)
        return True

    def _leave_unsure(self, question: Question, key: str) -> bool:
        self.unsure.add(question.id)
        self.skipped.add(question.id)
        self.done.append((question, None))
        return True

    def _write(self, question: Question, key: str) -> bool:
        """Make the rule, see that the run takes it, and write it."""
        try:
            rules = self._rules(question, key)
            preview = self.file.preview(rules)
            self.result = self.run(self.file, preview.after)
            change = self.file.add(rules)
        except ReconcileError as error:
            print(f"  {error}")
            return False
        self.done.append((question, change))
        self.skipped.add(question.id)
        print(f"  rule {rules[0]['id']}{' (not written)' if self.dry_run else ''}")
        return True

    def _rules(self, question: Question, key: str) -> list[NewRule]:
        day = self.ready.settings.as_of
        taken = frozenset(r.id for r in self.file.rules().rules)
        choice = Choice(day, _USES.get(key), None, None, taken)
        finding = question.finding
        if not question.is_conflict or finding is None or key == "n":
            return rules_for_pair(question.zh, question.en, self.result, choice)
        if key in _USES:
            return rules_for(finding, self.result, choice)
        because = "Decided by hand: both lists may stand as they are."
        return ignoring([finding], self.result, replace(choice, because=because))

    def _undo(self, current: Question, key: str) -> bool:
        if not self.done:
            print("  there is nothing to undo")
            return False
        question, change = self.done.pop()
        if change is not None:
            self.file.undo(change)
            self.result = self.run(self.file)
        self.unsure.discard(question.id)
        self.skipped.discard(question.id)
        print(f"  undone: {question.text}")
        return True

    def _show(self, question: Question) -> None:
        print(f"  {question.text if not self.blind else _blind(question)}")
        for record in (question.zh, question.en):
            for line in _excerpt(self.result, record):
                print(f"  {line}")
        if not self.blind:
            print(f"  probability {question.probability:.2f}")

    def _evidence(self, question: Question, key: str) -> bool:
        rows = (question.zh.id, question.en.id)
        compared = self.cache.comparisons.found.values()
        found = [c.evidence for c in compared if (c.pair.zh.id, c.pair.en.id) == rows]
        for piece in question.link.evidence if question.link else found[-1] if found else ():
            weight = "" if self.blind else f"{piece.weight:+6.2f}  "
            print(f"  {weight}{piece.name}: {piece.detail}")
        return False

    def close(self) -> None:
        """Keep what is unsure for the next time, and say what has come of it all."""
        rules = [c for _, c in self.done if c is not None]
        unsure = sum(c is None for _, c in self.done)
        left = len(self.open(()))
        print(f"\n{len(rules)} decided, {unsure} unsure, {left} left")
        if rules:
            print(self.file.diff(self.file.original, self.file.text))
            print("\nthis would change:" if self.dry_run else "\nthis changes:")
            print_changes(changes(self.first, self.result))
        if self.dry_run:
            print(f"\nnothing was written ({self.file.path})")
        elif unsure or self.unsure != self._read_state():
            text = json.dumps({"unsure": sorted(self.unsure)}, indent=1) + "\n"
            write_all(self.folder, [(STATE, text)], what="what is unsure", advice="")

    def _read_state(self) -> set[str]:
        path = Path(self.folder) / STATE
        if not path.is_file():
            return set()
        try:
            state = json.loads(read_bytes(str(path), "what was left unsure"))
            return {str(i) for i in state["unsure"]}
        except (ValueError, KeyError, TypeError):
            raise ReconcileError(
                "this is not what reconcile review has written: delete it", path=str(path)
            ) from None


_Action = Callable[[_Review, Question, str], bool]
"""What a key does; whether the next question is to be asked."""
_ACTIONS: Mapping[str, _Action] = {
    "x": _Review._write,
    "n": _Review._write,
    "u": _Review._leave_unsure,
    "s": _Review._skip,
    "e": _Review._evidence,
    "z": _Review._undo,
}
_CONFLICT_ACTIONS: Mapping[str, _Action] = {
    **_ACTIONS,
    "1": _Review._write,
    "2": _Review._write,
}


def _blind(question: Question) -> str:
    """The question without what the program thinks of it."""
    if question.is_conflict:
        return question.text
    return f"Is {question.zh.partner} the same as {question.en.partner}?"


def _key(keys: str) -> str:
    """One key from a terminal, or the first letter of a line; empty at the end of the input."""
    print(f"  {keys}: ", end="", flush=True)
    if sys.stdin.isatty():
        try:
            key = click.getchar()
        except (KeyboardInterrupt, EOFError):  # as good a way to quit as any
            key = "q"
        print(key if key.isprintable() else "")
        return key.lower()
    line = sys.stdin.readline()
    print(line.strip())
    return line.strip()[:1].lower() if line else "q"


def _excerpt(result: Result, record: Record) -> list[str]:
    document = next(s.document for s in result.sources if s.document.id == record.source)
    ref = record.partner_ref
    part = cut(document.lines[ref.line - 1], ref.column, ref.end_column, 90)
    left = part.left + part.before
    facts = [record.section, record.host, record.country, str(record.date or "")]
    return [
        f"{document.path}:{ref.line}  {' · '.join(f for f in facts if f)}",
        f"    {left}{part.marked}{part.after}{part.right}",
        f"    {' ' * width(left)}{'^' * max(1, width(part.marked))}",
    ]

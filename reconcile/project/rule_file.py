"""The rule file that `accept` and `review` write into: locked, atomic, every other byte kept."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile import utf8
from reconcile.errors import ReconcileError
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.file.write import Insertion, NewRule, add_rules
from reconcile.project.config import read_config
from reconcile.project.files import read_bytes, read_rules, replace_all
from reconcile.project.journal import Journal, Step, digest, rendered
from reconcile.project.lock import locked
from reconcile.project.request import Request

DEFAULT = "rules/decisions.yaml"
SCHEMA = "rules.schema.json"
"""Beside a rule file: what editors check it by."""


def target_of(request: Request) -> str:
    """The file that new rules go into.

    The one that the user names, else the first that the settings name, else a new one.
    """
    paths = list(request.rules)
    if not paths and not request.own_sources:
        paths = list(read_config().rules)
    if not paths:
        return DEFAULT
    folder = Path(paths[0])
    if not folder.is_dir() and (folder.suffix or folder.exists()):
        return paths[0]
    files = [path for path, _ in read_rules(paths[:1])] if folder.is_dir() else []
    decisions = (folder / Path(DEFAULT).name).as_posix()
    return files[0] if files and decisions not in files else decisions


def with_rules(request: Request, target: str) -> Request:
    """The request with all rules that are in force: those of the settings, and the target's."""
    paths = [] if request.own_sources else list(read_config().rules)
    covered = {Path(p).resolve() for p in paths}
    for path in (*request.rules, target):
        file = Path(path).resolve()
        if file.exists() and not covered & {file, file.parent}:
            paths.append(path)
            covered.add(file)
    return replace(request, rules=tuple(paths), no_rules=not paths)


@dataclass(frozen=True, slots=True)
class Addition:
    """Rules that were added: the file before and after, and the way back."""

    before: str
    after: str
    insertion: Insertion


def _free(name: str, taken: Collection[str]) -> str:
    """`name`, or with a number where a rule of another process has it already."""
    names = (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3)))
    return next(n for n in names if n not in taken)


class RuleFile:
    """One rule file among those of a run. With `dry_run` nothing is ever written.

    With a `journal`, what is added can be taken back later on by `reconcile undo`.
    """

    def __init__(
        self,
        path: str,
        rule_paths: Sequence[str],
        dry_run: bool = False,
        journal: Journal | None = None,
    ) -> None:
        self.path = path
        self.journal = journal
        self.rule_paths = tuple(rule_paths)
        self.dry_run = dry_run
        self.new = not Path(path).exists()
        self.original = self._read()
        self._text = self.original

    @property
    def text(self) -> str:
        """The text of the file, with what a dry run would have added."""
        return self._text if self.dry_run else self._read()

    def rules(self, text: str | None = None) -> RuleSet:
        """All rules of the run, this file's taken from `text`.

        Raises:
            ReconcileError: a rule file has errors.
        """
        own = Path(self.path).resolve()
        others = [
            (path, body)
            for path, body in read_rules(self.rule_paths)
            if Path(path).resolve() != own
        ]
        body = self.text if text is None else text
        return load_rules([*others, (self.path, body)])

    def preview(self, rules: Sequence[NewRule]) -> Addition:
        """The file with `rules` added, not written. Raises ReconcileError where it cannot be."""
        before = self.text
        insertion = add_rules(self.path, before, rules)
        return Addition(before, insertion.into(before), insertion)

    def add(self, rules: Sequence[NewRule]) -> Addition:
        """Add `rules`, whatever other processes have added in the meantime."""
        with self._lock():
            new = not Path(self.path).exists()
            taken = {r.id for r in self.rules().rules}
            rules = [{**rule, "id": _free(rule["id"], taken)} for rule in rules]
            made = self.preview(rules)
            step = Step(
                self.path,
                made.insertion.at,
                made.insertion.text,
                tuple(str(rule["id"]) for rule in rules),
                digest(made.before),
                digest(made.after),
                new,
            )
            self._write(made.after, (*self._steps(), step))
        return made

    def undo(self, addition: Addition) -> None:
        """Take back what `add` has added.

        Raises:
            ReconcileError: someone has changed the rule since.
        """
        with self._lock():
            before = addition.insertion.out_of(self.text)
            if before is None:
                raise ReconcileError("the rule has been changed since: edit it", path=self.path)
            own = (self.path, addition.insertion.text)
            self._write(before, [s for s in self._steps() if (s.path, s.text) != own])
            if self.new and before == self.original and not self.dry_run:
                Path(self.path).unlink()

    def diff(self, before: str, after: str) -> str:
        """A unified diff of two texts of this file."""
        lines = difflib.unified_diff(
            before.splitlines(), after.splitlines(), self.path, self.path, lineterm=""
        )
        return "\n".join(lines)

    def _read(self) -> str:
        if not Path(self.path).exists():
            schema = Path(self.path).with_name(SCHEMA)
            return f"# yaml-language-server: $schema={SCHEMA}\n" if schema.is_file() else ""
        return utf8.decode(read_bytes(self.path, "the rule file"), self.path)

    def _steps(self) -> tuple[Step, ...]:
        return self.journal.steps() if self.journal and not self.dry_run else ()

    def _write(self, text: str, steps: Sequence[Step]) -> None:
        """Write the file and what can be undone, both or neither."""
        self._text = text
        if self.dry_run:
            return
        texts = [(Path(self.path), text)]
        if self.journal:
            texts.append((self.journal.path, rendered(steps)))
        try:
            list(replace_all(texts))
        except OSError as error:
            message = f"the rule cannot be written: {error.strerror} (nothing was changed)"
            raise ReconcileError(message, path=self.path) from None

    def _lock(self) -> contextlib.AbstractContextManager[None]:
        """Keep other processes out while this one reads, adds and writes."""
        if self.dry_run:
            return contextlib.nullcontext()
        return locked(Path(self.path), *([self.journal.path] if self.journal else []))

"""The one exception that stands for bad input, with the place where it was found."""

from __future__ import annotations

from reconcile.visible import on_one_line


class ReconcileError(Exception):
    """Input that cannot be used: one sentence for the user, with file, line and column.

    Attributes:
        message: what is wrong and what to do, one sentence, no traceback talk.
        path: the file as the user named it, or None.
        line: 1-based line, or None.
        column: 1-based column in characters, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """`file:line:column: message` on one line, leaving out what is unknown."""
        place = ":".join(str(x) for x in (self.path, self.line, self.column) if x is not None)
        return on_one_line(f"{place}: {self.message}" if place else self.message)


class CombinedError(ReconcileError):
    """Several independent errors found in one pass (a rule file is checked to its end)."""

    def __init__(self, errors: tuple[ReconcileError, ...]) -> None:
        super().__init__("; ".join(str(e) for e in errors))
        self.errors = errors

    def __str__(self) -> str:
        """One error a line."""
        return "\n".join(str(e) for e in self.errors)

"""The `reconcile` command.

Exit codes: 0 done; 1 findings at or above `--fail-on`; 2 wrong use or bad input; 3 a bug.
"""

from __future__ import annotations

import errno
import sys
import traceback

from click import ClickException
from click.exceptions import Abort, Exit

from reconcile.cli.commands import reconcile
from reconcile.cli.console import discard_output, prepare_streams
from reconcile.errors import ReconcileError
from reconcile.version import __version__
from reconcile.visible import on_one_line

ISSUES = "the project's issue tracker"


def main() -> None:
    """Run the command line and exit."""
    prepare_streams()
    try:
        code = reconcile.main(standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        code = _explained(error)
    sys.exit(code if isinstance(code, int) else 0)


def _explained(error: BaseException) -> int:
    """Say on stderr why the command has ended; the exit code."""
    if isinstance(error, Exit):
        return error.exit_code
    if isinstance(error, ClickException):
        vars(error)["message"] = on_one_line(error.message)  # rich shows it as it is
        error.show()
        return 2
    if isinstance(error, Abort | KeyboardInterrupt):
        print("stopped", file=sys.stderr)
        return 130
    if isinstance(error, ReconcileError):
        for line in str(error).splitlines():
            print(f"error: {line}", file=sys.stderr)
        return 2
    if isinstance(error, BrokenPipeError):
        # The reader of our output has gone (`reconcile | head`): nothing is wrong.
        discard_output()
        return 0
    if isinstance(error, OSError) and _is_about_output(error):
        print(f"error: the output cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    return _bug(error)


def _is_about_output(error: OSError) -> bool:
    """Whether it is our own output that could not be written: it has no file name."""
    return error.errno in (errno.ENOSPC, errno.EIO, errno.EPIPE) and not error.filename


def _bug(error: BaseException) -> int:
    """Say that this is our fault, and what to send us."""
    traceback.print_exception(error)
    print(
        f"\nThis is a bug in reconcile {__version__}, not in your input. Please report it to "
        f"{ISSUES} with the text above, the command line and, if you can, the two sources.",
        file=sys.stderr,
    )
    return 3

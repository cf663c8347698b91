"""The `reconcile` command.

Exit codes: 0 done; 1 findings at or above `--fail-on`; 2 wrong use or bad input; 3 a bug.
"""

from __future__ import annotations

import errno
import os
import sys

ISSUES = "the project's issue tracker"


def main() -> None:
    """Run the command line and exit."""
    from click import ClickException
    from click.exceptions import Abort, Exit

    from reconcile.cli.commands import reconcile
    from reconcile.errors import ReconcileError

    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = reconcile.main(standalone_mode=False)
    except Exit as stop:
        code = stop.exit_code
    except ClickException as error:
        error.show()
        code = 2
    except (Abort, KeyboardInterrupt):
        print("stopped", file=sys.stderr)
        code = 130
    except ReconcileError as error:
        for line in str(error).splitlines():
            print(f"error: {line}", file=sys.stderr)
        code = 2
    except BrokenPipeError:
        # The reader of our output has gone (`reconcile | head`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EPIPE) or error.filename:
            code = _bug(error)
        else:
            print(f"error: the output cannot be written: {error.strerror}", file=sys.stderr)
            code = 2
    except Exception as error:
        code = _bug(error)
    sys.exit(code if isinstance(code, int) else 0)


def _bug(error: Exception) -> int:
    """Say that this is our fault, and what to send us."""
    import traceback

    from reconcile.version import __version__

    traceback.print_exception(error)
    print(
        f"\nThis is a bug in reconcile {__version__}, not in your input. Please report it to "
        f"{ISSUES} with the text above, the command line and, if you can, the two sources.",
        file=sys.stderr,
    )
    return 3

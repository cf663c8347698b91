"""Write reconcile/catalogue/finding_names.py: the names of all findings as a type.

python tools/build_finding_names.py
"""

from __future__ import annotations

from pathlib import Path

from reconcile.catalogue import CODES

MODULE = Path(__file__).parents[1] / "reconcile" / "catalogue" / "finding_names.py"
_HEAD = '''\
"""The name of every finding, so that mypy catches one that is misspelt.

Built by tools/build_finding_names.py from the catalogue.
"""

from __future__ import annotations

from typing import Literal

FindingName = Literal[
'''


def module() -> str:
    """The whole module as Python."""
    return _HEAD + "".join(f'    "{code.name}",\n' for code in CODES) + "]\n"


if __name__ == "__main__":
    MODULE.write_text(module(), encoding="utf-8")
    print(f"{MODULE}: {len(CODES)} names")

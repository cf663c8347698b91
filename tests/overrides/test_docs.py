from __future__ import annotations

import re
from pathlib import Path

from reconcile.overrides import load_rules
from reconcile.overrides.kinds import BY_KIND

DOCS = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def test_every_example_of_the_guide_loads_and_every_kind_has_one() -> None:
    kinds: set[str] = set()
    for block in re.findall(r"^```yaml\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE):
        head = "" if "version: 1" in block else "version: 1\n"
        head += "rules:\n" if block.startswith("  - ") else ""
        loaded = load_rules([("docs/rules.md", head + block)])
        kinds |= {rule.kind for rule in loaded.rules}
    assert kinds == BY_KIND.keys()

"""Write docs/findings.md: every kind of finding, from the catalogue and the cases of the tests.

python tools/build_findings_page.py
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from reconcile.catalogue import CODES, FAMILIES, Code
from reconcile.catalogue.examples import Example, examples

PAGE = Path(__file__).parents[1] / "docs" / "findings.md"
_HEAD = """\
# Findings: what each one means

<!-- Built by tools/build_findings_page.py from reconcile/catalogue and tests/cases. -->

Every finding has a code, which lasts, and a name. `reconcile explain S106` prints what is said
here, `reconcile explain ID` why one finding or link came out as it did. The examples are the texts
that the tests run; a finding is shown below its text as `line:column message`.

**Severity**: an *error* is wrong beyond doubt; a *warning* is wrong, or will mislead a reader; a
*notice* is worth a look and may be a guess; *info* only tells how far the comparison goes.
**Origin** is a field of each finding: *page* (wrong in what a reader of the page sees), *copy*
(only this copy of the page has it: do not mend the page) or *unknown*.
"""
_FAMILY_TITLES = {
    "structure": "How a list is built",
    "dates": "Dates",
    "names": "Names of places and countries",
    "agreements": "What the two lists say of an agreement",
    "links": "Links between the lists",
    "rules": "Your rules",
}
_SIDES = {"zh": "Chinese list", "en": "English list", "both": "list in both languages"}


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *_index(), *_families()]).rstrip("\n") + "\n"


def _index() -> Iterator[str]:
    yield "| code | name | severity | what it says |"
    yield "|---|---|---|---|"
    for code in CODES:
        link = f"[{code.code}](#{code.code.lower()}-{code.name})"
        yield f"| {link} | `{code.name}` | {code.severity} | {code.title.en} · {code.title.zh} |"
    yield ""


def _families() -> Iterator[str]:
    for family in FAMILIES.values():
        yield f"## {_FAMILY_TITLES[family]}"
        yield ""
        for code in CODES:
            if code.family == family:
                yield from _entry(code)


def _entry(code: Code) -> Iterator[str]:
    yield f"### {code.code} {code.name}"
    yield ""
    yield f"**{code.title.en}** ({code.title.zh}); {code.severity}; since {code.since}."
    if code.replaced_by:
        yield f"Retired; see {code.replaced_by}."
    yield f"{code.meaning.en} {code.why.en}"
    yield ""
    yield f"*What to do:* {code.action.en}"
    if kinds := " or ".join(f"`{kind}`" for kind in code.settled_by):
        yield f"A rule of the kind {kinds} settles it (see [rules](rules.md))."
    elif code.family != "rules":
        yield "No rule settles it; `reconcile accept ID --ignore` leaves it as it is."
    yield ""
    cases = examples(code.code)
    for fires, title in ((True, "Found in"), (False, "Not found in")):
        if example := next((x for x in cases if bool(x.fires) == fires), None):
            yield from _example(example, title)


def _example(example: Example, title: str) -> Iterator[str]:
    for n, (side, text) in enumerate(example.texts()):
        yield f"{title if n == 0 else 'and'} this {_SIDES[side]}:"
        yield ""
        yield "```text"
        yield text.rstrip("\n")
        yield "```"
        yield ""
    if example.fires:
        yield from (f"- `{line}:{column}` {_plain(said)}" for line, column, said in example.fires)
        yield ""


def _plain(text: str) -> str:
    """The text with what Markdown would take for markup made plain."""
    return re.sub(r"([\\`*_\[\]])", r"\\\1", html.escape(text, quote=False))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE}: {len(CODES)} codes")

"""Puts the page together: the templates' context, the style, the scripts and the data."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from reconcile.catalogue import CODES
from reconcile.models import Result
from reconcile.report import labels
from reconcile.report.html import charts, text
from reconcile.report.html.payload import embed, payload
from reconcile.report.view import View

HERE = Path(__file__).parent
AT_ONCE = 200
"""So many rows stand in the page at once."""
GLYPHS = {
    "agree": "●",
    "agree-differently": "◐",
    "conflict": "▲",
    "only-zh": "◧",
    "only-en": "◨",
    "not-comparable": "○",
    "error": "■",
    "warning": "▲",
    "notice": "●",
    "info": "○",
}


def render_html(view: View, result: Result) -> str:
    """The whole report as one HTML page that asks the network for nothing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(zh=text.zh, n=text.number)
    env.globals.update(excerpt=text.excerpt, glyphs=GLYPHS, labels=labels, plural=labels.plural)
    script = "\n".join(_file(name) for name in ("entry.js", "app.js"))
    return env.get_template("page.html").render(
        **_context(view, result),
        style=Markup(_file("style.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        data=Markup(embed(payload(view))),
    )


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _context(view: View, result: Result) -> dict[str, Any]:
    """What the templates show, all of it from the view model."""
    found = view.findings.by_code
    not_comparable = [r for r in view.reasons if r.verdict == "not-comparable"]
    rows = (*view.open, *view.of_copy, *view.settled)[:AT_ONCE]
    return {
        "view": view,
        "result": result,
        "top": view.top(),
        "not_comparable": not_comparable,
        "rows": rows,
        "verdict_rows": result.verdicts[: AT_ONCE - len(rows)],
        "provinces": charts.provinces(view),
        "years": charts.years(view),
        "probabilities": charts.probabilities(view),
        "countries": charts.countries(view),
        "codes": [c for c in CODES if c.code in found],
        "silent_codes": [c for c in CODES if c.code not in found],
        "total_agreements": len(result.verdicts),
    }

"""Puts the page together: the templates' context, the style, the scripts and the data."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import partial
from pathlib import Path
from typing import Any

from reconcile.catalogue import CODES, Lang, Text, say
from reconcile.models import Result
from reconcile.report.excerpt import position
from reconcile.report.filter import BY_PART, BY_START, WHOLE
from reconcile.report.html import charts, words
from reconcile.report.html import template_filters as text
from reconcile.report.html.payload import embed, payload
from reconcile.report.html.translations import Translation, Translations, translated
from reconcile.report.view import texts
from reconcile.report.view.captions import reason_label, revision_label
from reconcile.report.view.view import View

HERE = Path(__file__).parent
AT_ONCE = 200
"""So many rows stand in the page at once."""
LINES_SHOWN = 50
"""So many lines that were not understood are shown of each source."""
SCRIPTS = ("dom.js", "filter.js", "rules.js", "entry.js", "list.js", "app.js")
_FIXED = re.compile(r"\[\[(?: (?P<name>[a-z-]+)=)?(?P<text>[A-Z_]+)\]\]")


def render_html(view: View, result: Result) -> str:
    """The whole report as one HTML page that asks the network for nothing.

    It opens in the language of `view`, and can be switched to the others.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    translations = Translations(view.lang)
    env = Environment(
        loader=FunctionLoader(lambda name: _worded(_file(f"templates/{name}"), translations)),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=False,  # each template is rendered once: optimizing costs more than it saves
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(zh=text.zh, n=text.number)
    env.globals.update(excerpt=text.excerpt, position=position, w=words, texts=texts)
    env.globals.update(translations.functions())
    script = "\n".join(map(_file, SCRIPTS))
    return env.get_template("page.html").render(
        **_context(view, result),
        style=Markup(_file("style.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        data=lambda: Markup(embed(payload(view, translations))),
    )


def _worded(template: str, translations: Translations) -> str:
    """A template with its fixed texts: `[[CLEAR]]` an element, `[[ title=CLEAR]]` an attribute.

    They are put in before the template is compiled, as compiling is the larger part of the work.
    """

    def put(m: re.Match[str]) -> str:
        text = getattr(words, m["text"])
        name = m["name"]
        return translations.attribute(name, text) if name else translations.element(text)

    return _FIXED.sub(put, template)


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _context(view: View, result: Result) -> dict[str, Any]:
    """What the templates show, all of it from the view model."""
    return {
        "view": view,
        "result": result,
        **_first(view),
        **_list(view, result),
        **_codes(view),
        "proportion": charts.proportion(view),
        "provinces": charts.provinces(view),
        "years": charts.years(view),
        "probabilities": charts.probabilities(view),
        "countries": charts.countries(view),
        "sentence": lambda entry: translated(entry.sentence),
        "reason": lambda name: translated(partial(reason_label, name)),
        "revision": lambda page: translated(partial(revision_label, page)),
        "fields": sorted((BY_START | BY_PART | WHOLE) - {"kind"}),
        "lines_shown": LINES_SHOWN,
    }


def _first(view: View) -> dict[str, Any]:
    """The first screen: sentences, what to mend first, what could not be compared."""
    new = view.since.new if view.since else frozenset()
    return {
        "title": [s.name for s in view.sources],
        "headline": _each(view, "headline"),
        "outcome": _each(view, "outcome", words.STOP),
        "rate": _each(view, "rate_sentence"),
        "top": view.top(),
        "new_entries": [e for e in view.entries if not new.isdisjoint(f.id for f in e.findings)],
        "not_comparable": [r for r in view.reasons if r.verdict == "not-comparable"],
        "chips": (
            (words.BY_SEVERITY, "severity", texts.SEVERITIES),
            (words.BY_FAMILY, "family", texts.FAMILIES),
            (words.BY_ORIGIN, "origin", texts.ORIGINS),
        ),
    }


def _list(view: View, result: Result) -> dict[str, Any]:
    """The first rows of the list, which can be read without script."""
    rows = (*view.open, *view.of_copy, *view.settled)[:AT_ONCE]
    return {
        "rows": rows,
        "verdict_rows": result.verdicts[: AT_ONCE - len(rows)],
        "total_agreements": len(result.verdicts),
    }


def _codes(view: View) -> dict[str, Any]:
    """Every code that was found, with its first entry, and those that were not."""
    first = {e.code: e for e in reversed(view.entries)}
    return {
        "codes": [(c, first[c.code]) for c in CODES if c.code in first],
        "silent_codes": [c for c in CODES if c.code not in first],
    }


def _each(view: View, sentence: str, frame: Text | None = None) -> Translation:
    """A sentence of the view in every language, put into `frame` if one is given."""

    def spoken(lang: Lang) -> str:
        text = str(getattr(view.in_language(lang), sentence))
        return say(frame, {"text": text}, lang) if frame else text

    return translated(spoken)

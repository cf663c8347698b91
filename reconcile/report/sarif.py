"""Findings as SARIF 2.1.0, the format of code scanners (OASIS standard, 2020)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reconcile.catalogue import CODES, Code, Lang, together
from reconcile.models import Document, Finding, RuleUse, Severity, SourceRef
from reconcile.report.view.view import View
from reconcile.version import __version__
from reconcile.visible import escaped_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "notice": "note",
    "info": "none",
}
FINGERPRINT = "reconcileId/v1"

Json = dict[str, Any]


def render_sarif(view: View, findings: Iterable[Finding]) -> str:
    """One run with its rules, sources and results; columns count code points, as ours do."""
    index: dict[str, int] = {c.name: i for i, c in enumerate(CODES)}
    settled_by = {r.id: r for r in view.rules}
    results = [_result(view, f, index.get(f.name), settled_by) for f in findings]
    if view.since:
        results += [_absent(key, name) for key, name in view.since.gone.items()]
    driver = {
        "name": "reconcile",
        "version": __version__,
        "rules": [_rule(c, view.lang) for c in CODES],
    }
    run = {
        "tool": {"driver": driver},
        "language": view.lang,
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(d) for d in view.documents.values()],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped_json(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _rule(code: Code, lang: Lang) -> Json:
    parts = [x.said_in(lang) for x in (code.meaning, code.why, code.action)]
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": code.title.said_in(lang)},
        "fullDescription": {"text": parts[0]},
        "help": {"text": "\n".join(parts)},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
        "properties": {"tags": [code.family]},
    }


def _artifact(document: Document) -> Json:
    return {
        "location": {"uri": uri_of(document.path)},
        "sourceLanguage": document.side,
        "hashes": {"sha-256": document.sha256},
    }


def uri_of(path: str) -> str:
    """A path as a URI reference: relative as the user wrote it, or `file://`."""
    posix = PurePath(path).as_posix()
    return ("file://" if posix.startswith("/") else "") + quote(posix.encode("utf-8", "replace"))


def _result(
    view: View, f: Finding, rule_index: int | None, settled_by: Mapping[str, RuleUse]
) -> Json:
    made: Json = {"ruleId": f.code}
    if rule_index is not None:
        made["ruleIndex"] = rule_index
    made |= {
        "kind": "informational" if f.severity == "info" else "fail",
        "level": LEVELS[f.severity],
        "message": {"text": together((f,), view.lang)},
        "locations": [_location(view, r) for r in f.refs[:1]],
        "partialFingerprints": {FINGERPRINT: f.id},
        "properties": _properties(f),
    }
    if len(f.refs) > 1:
        rest = enumerate(f.refs[1:], 1)
        made["relatedLocations"] = [{"id": i, **_location(view, r)} for i, r in rest]
    if f.rule:
        made["suppressions"] = [_suppression(f.rule, settled_by.get(f.rule))]
    if view.since:
        made["baselineState"] = "new" if f.id in view.since.new else "unchanged"
    return made


def _properties(f: Finding) -> Json:
    given = {"severity": f.severity, "origin": f.origin, "suggestion": f.suggestion}
    return {k: v for k, v in given.items() if v is not None}


def _location(view: View, ref: SourceRef) -> Json:
    region = {
        "startLine": ref.line,
        "startColumn": ref.column,
        "endColumn": ref.end_column,
        "snippet": {"text": ref.text},
    }
    path = view.documents[ref.source].path
    return {"physicalLocation": {"artifactLocation": {"uri": uri_of(path)}, "region": region}}


def _suppression(rule: str, use: RuleUse | None) -> Json:
    """A finding that a rule answered, with the rule's reason and place."""
    made: Json = {"kind": "external", "status": "accepted"}
    if use is None:
        return made | {"justification": f"rule {rule}"}
    place = {"artifactLocation": {"uri": uri_of(use.path)}, "region": {"startLine": use.line}}
    return made | {"justification": use.because, "location": {"physicalLocation": place}}


def _absent(key: str, name: str) -> Json:
    """A finding of the baseline that is no more; all that is known of it is its code."""
    return {
        "ruleId": name.partition(" ")[0],
        "message": {"text": name},
        "partialFingerprints": {FINGERPRINT: key},
        "baselineState": "absent",
    }

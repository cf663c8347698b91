"""How a check says what it found, and how findings come of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.catalogue import BY_NAME, message
from reconcile.catalogue.finding_names import FindingName
from reconcile.ids import IdMaker, content_id
from reconcile.models import Finding, Origin, Param, Severity, SourceRef


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has its code, message and id.

    `key` is what its id is made of besides name and records: content, never a line number or a
    count. `subject` are the records that the finding is about where `records` has others too, such
    as a neighbour or all rows of a host: these may come and go, and it is still the same finding.
    A `severity` stands in for that of the catalogue.
    """

    name: FindingName
    refs: Sequence[SourceRef]
    params: Mapping[str, Param]
    origin: Origin = "page"
    records: Sequence[str] = ()
    key: Sequence[object] = ()
    subject: Sequence[str] | None = None
    link: str | None = None
    group: str | None = None
    severity: Severity | None = None
    suggestion: str | None = None
    systemic: bool = False


def finish(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Findings with codes, messages and ids, in the order of the drafts."""
    ids = IdMaker()
    return tuple(_finding(draft, ids) for draft in drafts)


def _finding(draft: Draft, ids: IdMaker) -> Finding:
    code = BY_NAME[draft.name]
    subject = draft.records if draft.subject is None else draft.subject
    key = (*draft.key, *subject) or [str(v) for v in draft.params.values()]
    return Finding(
        id=ids(draft.name, *key),
        code=code.code,
        name=draft.name,
        severity=draft.severity or code.severity,
        origin=draft.origin,
        message=message(draft.name, draft.params, systemic=draft.systemic),
        params=dict(draft.params),
        refs=tuple(draft.refs),
        records=tuple(draft.records),
        link=draft.link,
        group=draft.group,
        suggestion=draft.suggestion,
        systemic=draft.systemic,
    )


def group_id(name: FindingName, *parts: object) -> str:
    """The id of a group of findings that are one problem to the reader."""
    return f"{name}-{content_id(name, *parts)}"

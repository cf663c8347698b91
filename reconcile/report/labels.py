"""The words and the order in which every output shows verdicts, reasons, severities and sides."""

from __future__ import annotations

from reconcile.catalogue import BY_CODE, BY_NAME, FAMILIES, Code
from reconcile.models import Finding, Origin, Severity, VerdictName

VERDICTS: tuple[VerdictName, ...] = (
    "agree",
    "agree-differently",
    "conflict",
    "only-zh",
    "only-en",
    "not-comparable",
)
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice", "info")
ORIGINS: tuple[Origin, ...] = ("page", "unknown", "copy")
RELATIONS = ("same", "renamed", "level", "other-host")
SIDES = {"zh": "Chinese", "en": "English"}

VERDICT_LABELS: dict[str, str] = {
    "agree": "agree",
    "agree-differently": "agree differently",
    "conflict": "conflict",
    "only-zh": "only in Chinese",
    "only-en": "only in English",
    "not-comparable": "not comparable",
}
VERDICT_MEANINGS: dict[str, str] = {
    "agree": "Same host and partner in both lists; nothing contradicts.",
    "agree-differently": "The same agreement under another name, level or successor.",
    "conflict": "One agreement, and country, host, date or kind contradict.",
    "only-zh": "The English list has this host, and not this partner.",
    "only-en": "The Chinese list has this host, and not this partner.",
    "not-comparable": "The other list could not have said it.",
}
REASON_LABELS: dict[str, str] = {
    "section-empty": "The other list announces this section and leaves it empty",
    "no-host-block": "The other list has no block for this host",
    "level-out-of-scope": "The host is a province, prefecture or region; the other lists cities",
    "newer-than-source": "The agreement is newer than the other source",
    "lost-in-copy": "The other copy lost lines just where it would stand",
    "host-ambiguous": "It stays open which block of the other list the host is",
    "kept-apart": "A rule says that it is another place",
    "stated-twice": "Another row of the same side states it too",
    "undecided": "A counterpart is possible, and too uncertain to link",
    "partner-missing": "The other list has the host and not this partner",
    "same-place": "The same place",
    "renamed": "Another name, or a successor",
    "level": "Another administrative level",
    "country": "The countries differ",
    "date": "The dates differ",
    "host": "The hosts differ, and one may be part of the other",
    "kind": "The kinds of agreement differ",
}
ORIGIN_LABELS: dict[str, str] = {
    "page": "of the page",
    "unknown": "of the page or the copy",
    "copy": "of this copy only",
}


def reason_label(reason: str) -> str:
    """A phrase for a reason code; unknown codes read as words."""
    return REASON_LABELS.get(reason) or reason.replace("-", " ").capitalize()


def catalogued(finding: Finding) -> Code | None:
    """The catalogue's row for a finding, if it has one."""
    return BY_NAME.get(finding.name)


def title_of(code: str, name: str) -> str:
    """The catalogue's title of a code, or its name read as words."""
    row = BY_NAME.get(name) or BY_CODE.get(code)
    return row.title if row else name.replace("-", " ").capitalize()


def family_of(finding: Finding) -> str:
    """The family a finding belongs to, by the letter of its code."""
    return FAMILIES.get(finding.code[:1], "other")


def plural(n: int, word: str, more: str | None = None) -> str:
    """`1 row`, `1,407 rows`."""
    return f"{n:,} {word if n == 1 else more or word + 's'}"

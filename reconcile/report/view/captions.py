"""The order in which every output shows verdicts, severities and sides, and their labels."""

from __future__ import annotations

from reconcile.catalogue import BY_CODE, BY_NAME, FAMILIES, Code, Lang, counted
from reconcile.models import Finding, Origin, Severity, VerdictName
from reconcile.report.view import texts

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


def labels_of(words: texts.Texts, lang: Lang = "en") -> dict[str, str]:
    """A table of `texts` in one language."""
    return {key: text.said_in(lang) for key, text in words.items()}


SIDES = labels_of(texts.SIDES)
VERDICT_LABELS = labels_of(texts.VERDICTS)
VERDICT_MEANINGS = labels_of(texts.VERDICT_MEANINGS)
REASON_LABELS = labels_of(texts.REASONS)
ORIGIN_LABELS = labels_of(texts.ORIGINS)


def label(words: texts.Texts, key: str, lang: Lang = "en") -> str:
    """What stands for `key` in a table of `texts`; an unknown key reads as words."""
    text = words.get(key)
    return text.said_in(lang) if text else key.replace("-", " ")


def reason_label(reason: str, lang: Lang = "en") -> str:
    """A phrase for a reason code; unknown codes read as words."""
    said = label(texts.REASONS, reason, lang)
    return said[:1].upper() + said[1:]


def catalogued(finding: Finding) -> Code | None:
    """The catalogue's row for a finding, if it has one."""
    return BY_NAME.get(finding.name)


def title_of(code: str, name: str, lang: Lang = "en") -> str:
    """The catalogue's title of a code, or its name read as words."""
    row = BY_NAME.get(name) or BY_CODE.get(code)
    return row.title.said_in(lang) if row else name.replace("-", " ").capitalize()


def family_of(finding: Finding) -> str:
    """The family a finding belongs to, by the letter of its code."""
    return FAMILIES.get(finding.code[:1], "other")


def plural(n: int, word: str, more: str | None = None) -> str:
    """`1 row`, `1,407 rows`."""
    return counted(n, word) if more is None else f"{n:,} {word if n == 1 else more}"

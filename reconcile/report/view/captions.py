"""What verdicts, severities, origins and codes are called, and in which order they are shown."""

from __future__ import annotations

from typing import get_args

from reconcile.catalogue import BY_CODE, BY_NAME, FAMILIES, Code, Lang, say
from reconcile.models import Finding, Origin, Severity, VerdictName
from reconcile.places.countries import name_of
from reconcile.provenance import PageRevision
from reconcile.report.view import texts

VERDICTS: tuple[VerdictName, ...] = get_args(VerdictName)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
ORIGINS: tuple[Origin, ...] = ("page", "unknown", "copy")


def label(words: texts.Texts, key: str, lang: Lang = "en") -> str:
    """What stands for `key` in a table of `texts`; an unknown key reads as words."""
    text = words.get(key)
    return text.said_in(lang) if text else key.replace("-", " ")


def reason_label(reason: str, lang: Lang = "en") -> str:
    """A phrase for a reason code; unknown codes read as words."""
    text = label(texts.REASONS, reason, lang)
    return text[:1].upper() + text[1:]


def catalogued(finding: Finding) -> Code | None:
    """The catalogue's row for a finding, if it has one."""
    return BY_NAME.get(finding.name)


def title_of(code: str, name: str, lang: Lang = "en") -> str:
    """The catalogue's title of a code, or its name read as words."""
    row = BY_NAME.get(name) or BY_CODE.get(code)
    return row.title.said_in(lang) if row else name.replace("-", " ").capitalize()


def country_name(code: str, lang: Lang) -> str:
    """The name of an ISO 3166-1 code in one language; the code itself where it is none."""
    try:
        return name_of(code, lang)
    except KeyError:
        return code


def family_of(finding: Finding) -> str:
    """The family a finding belongs to, by the letter of its code."""
    return FAMILIES.get(finding.code[:1], "other")


def revision_label(page: PageRevision, lang: Lang = "en") -> str:
    """`revision 11 of 2026-11-28`."""
    text = texts.REVISION_OF_DAY if page.timestamp else texts.REVISION
    params = {"revision": str(page.revision), "day": (page.timestamp or "")[:10]}
    return say(text, params, lang)

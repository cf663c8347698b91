from __future__ import annotations

from typing import get_args

import pytest

from reconcile.catalogue import CODES, LANGUAGES, Lang
from reconcile.catalogue.verdicts import REASONS
from reconcile.models import Origin, Result, Severity, VerdictName
from reconcile.report.view import texts
from reconcile.report.view.captions import (
    ORIGINS,
    SEVERITIES,
    VERDICTS,
    catalogued,
    country_name,
    family_of,
    label,
    reason_label,
    title_of,
)


def test_the_order_has_every_value_once() -> None:
    assert sorted(ORIGINS) == sorted(get_args(Origin))
    assert list(SEVERITIES) == list(get_args(Severity))
    assert list(VERDICTS) == list(get_args(VerdictName))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_a_name_in_each_language(lang: Lang) -> None:
    for table, keys in (
        (texts.VERDICTS, VERDICTS),
        (texts.VERDICT_MEANINGS, VERDICTS),
        (texts.SEVERITIES, SEVERITIES),
        (texts.ORIGINS, ORIGINS),
        (texts.FAMILIES, {c.family for c in CODES}),
    ):
        assert set(table) >= set(keys)
        assert all(label(table, key, lang) for key in keys)
    for reason in REASONS:
        assert reason in texts.REASONS
        assert reason_label(reason, lang)


def test_what_has_no_name_reads_as_words() -> None:
    assert label(texts.VERDICTS, "not-yet-known") == "not yet known"
    assert reason_label("not-yet-known") == "Not yet known"
    assert title_of("X999", "not-yet-known") == "Not yet known"


def test_a_code_is_titled_by_the_catalogue(result: Result) -> None:
    for finding in result.findings:
        code = catalogued(finding)
        assert code is not None
        assert title_of(finding.code, finding.name, "zh-Hant") == code.title.said_in("zh-Hant")
        assert family_of(finding) == code.family


def test_a_country_is_named_in_each_language() -> None:
    assert [country_name("JP", lang) for lang in ("en", "zh-Hant")] == ["Japan", "日本"]
    assert country_name("QQ", "en") == "QQ"

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reconcile.catalogue import LANGUAGES, Lang
from reconcile.errors import ReconcileError
from reconcile.report.contract import SavedReport
from reconcile.report.saved.explanation import about_id, known_ids


def explained(report: SavedReport, what: str, lang: Lang = "en") -> str:
    lines = about_id(report, what, lang)
    assert lines is not None
    return "\n".join(lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_id_can_be_explained(report: SavedReport, lang: Lang) -> None:
    words = {"en": "Finding|Group|Link|Record|Rule"}.get(lang, "[\u4e00-\u9fff]+")
    for name in known_ids(report):
        assert re.match(f"({words}).* {re.escape(name)}\n", explained(report, name, lang))


def test_a_record_comes_with_its_verdict_its_link_and_its_findings(report: SavedReport) -> None:
    finding = next(f for f in report.findings if f.link)
    text = explained(report, finding.records[0])
    verdict = next(v for v in report.verdicts if v.zh == finding.records[0])
    assert f"Verdict: {verdict.verdict} ({verdict.reason})" in text
    assert finding.message in text
    assert f"Link {finding.link}" in text
    alone = next(v for v in report.verdicts if not v.en)
    assert "It is linked to nothing" in explained(report, alone.zh or "")


def test_a_link_shows_what_it_rests_on(report: SavedReport) -> None:
    link = next(x for x in report.links if x.runner_up)
    text = explained(report, link.id)
    for e in link.evidence:
        assert f"{e.weight:+6.2f}  {e.name}: {e.detail}" in text
    assert f"Next best: {link.runner_up and link.runner_up.text}" in text
    assert f"{link.probability:.4f}" in text


def test_evidence_is_said_in_the_language_or_as_the_report_has_it(report: SavedReport) -> None:
    link = report.links[0]
    exonym = next(e for e in link.evidence if e.name == "exonym")
    text = explained(report, link.id, "zh-Hant")
    assert f"通用譯名: {exonym.params['name']}是 {exonym.params['latin']} 的通用譯名" in text
    unknown = replace(exonym, params={})
    other = replace(report, links=(replace(link, evidence=(unknown,)),))
    assert exonym.detail in explained(other, link.id, "zh-Hant")


def test_a_long_group_says_how_many_more_there_are(report: SavedReport) -> None:
    one = report.findings[0]
    many = tuple(replace(one, id=f"f{i}", group="many") for i in range(20))
    text = explained(replace(report, findings=many), "many")
    assert text.count(one.message) == 12
    assert "… and 8 more" in text


def test_the_beginning_of_an_id_is_enough_unless_several_have_it(report: SavedReport) -> None:
    findings = (
        replace(report.findings[0], id="abcd1111", group=None),
        replace(report.findings[1], id="abcd2222", group=None),
    )
    some = replace(report, findings=findings)
    assert explained(some, "abcd1").startswith("Finding abcd1111")
    assert about_id(some, "ab", "en") is None
    with pytest.raises(ReconcileError, match="2 ids begin with 'abcd': abcd1111"):
        about_id(some, "abcd", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_our_sentences_do_not_fit_is_said_as_it_was_saved(
    report: SavedReport, lang: Lang
) -> None:
    finding = replace(report.findings[0], params={}, message="As it was.")
    newer = replace(finding, name="not-yet-known")
    other = replace(finding, name="regional-form", params={"text": "x", "count": ("a", "b")})
    for f in (finding, newer, other):
        assert "As it was." in explained(replace(report, findings=(f,)), f.id, lang)
    verdict = replace(report.verdicts[0], reason="not-yet-known", why="For a reason.")
    some = replace(report, verdicts=(verdict, *report.verdicts[1:]))
    assert "For a reason." in explained(some, verdict.zh or "", lang)


def test_escape_codes_of_a_report_do_nothing(report: SavedReport) -> None:
    evil = replace(report.findings[0], message="\x1b[2J\u202e", params={"a\x07": "\x1b"})
    text = explained(replace(report, findings=(evil,)), evil.id)
    assert "<U+001B>[2J<U+202E>" in text
    assert not set(text) & set("\x1b\u202e\x07")

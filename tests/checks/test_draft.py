"""From drafts to findings: codes, sentences and ids."""

from __future__ import annotations

from dataclasses import replace

from reconcile.checks.draft import Draft, finish, group_id
from reconcile.models import Param, SourceRef

REF = SourceRef("en:en.txt", 3, 3, 7, "Lyon")
DRAFT = Draft(
    "missing-code",
    [REF],
    {"partner": "Lyon", "host": "Changsha", "coded": 9, "all": 10},
    records=["a1"],
)


def test_a_finding_has_code_severity_and_sentence_of_the_catalogue() -> None:
    (finding,) = finish([DRAFT])
    assert (finding.code, finding.name, finding.severity) == ("S104", "missing-code", "notice")
    assert finding.message == ("Lyon under Changsha has no country code, which 9 of 10 rows have.")
    assert (finding.refs, finding.records, finding.origin) == ((REF,), ("a1",), "page")


def test_a_draft_may_be_of_another_severity() -> None:
    (finding,) = finish([replace(DRAFT, severity="error")])
    assert finding.severity == "error"


def test_an_id_depends_on_name_key_and_records_and_not_on_the_place() -> None:
    one, moved = finish([DRAFT]), finish([replace(DRAFT, refs=[replace(REF, line=9)])])
    assert one[0].id == moved[0].id
    others = [
        replace(DRAFT, records=["b2"]),
        replace(DRAFT, key=["more"]),
        replace(DRAFT, name="style", params={"text": "", "problem": "mark", "count": 1, "all": 2}),
    ]
    assert len({one[0].id, *(f.id for f in finish(others))}) == 4


def test_without_key_and_records_the_params_tell_findings_apart() -> None:
    bare = replace(DRAFT, records=[])
    other = replace(bare, params={**bare.params, "partner": "Mons"})
    assert len({f.id for f in finish([bare, other])}) == 2


def test_a_second_finding_of_the_same_content_has_a_counter() -> None:
    first, second, third = (f.id for f in finish([DRAFT, DRAFT, DRAFT]))
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_a_finding_about_a_whole_list_says_the_sentence_for_it() -> None:
    params: dict[str, Param] = {"side": "en", "count": 3}
    whole = Draft("missing-date", [REF], params, key=["whole-source"], systemic=True)
    (finding,) = finish([whole])
    assert finding.systemic
    assert "3" in finding.message


def test_a_group_is_named_by_its_kind_and_content() -> None:
    assert group_id("style", "a", 1) == group_id("style", "a", "1")
    assert group_id("style", "a") != group_id("style", "b") != group_id("order", "b")
    assert group_id("style", "a").startswith("style-")

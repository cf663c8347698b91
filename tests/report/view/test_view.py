from __future__ import annotations

from dataclasses import replace

from reconcile.models import Result, SourceRef
from reconcile.report.view.entries import SAME_CODE_AT_THE_HEAD, worth_acting_on
from reconcile.report.view.view import View, build_view
from tests.report.factory import finding


def test_every_finding_stands_in_one_entry(view: View) -> None:
    ids = [f.id for e in view.entries for f in e.findings]
    assert sorted(ids) == sorted(f.id for f in view.result.findings)
    assert len({e.id for e in view.entries}) == len(view.entries)


def test_counts_add_up(view: View) -> None:
    f, c = view.findings, view.comparable
    assert f.open + f.settled == f.total == len(view.result.findings)
    for counts in (f.by_family, f.by_name, f.by_code, f.by_severity, f.by_origin):
        assert sum(counts.values()) == f.open
    assert sum(view.verdicts.values()) == len(view.result.verdicts)
    assert sum(r.count for r in view.reasons) == len(view.result.verdicts)
    assert sum(r.zh for r in view.reasons) == c.zh_all
    assert sum(r.en for r in view.reasons) == c.en_all
    assert c.agreements == len(view.result.verdicts) - view.verdicts["not-comparable"]
    assert sum(p.zh for p in view.provinces) == c.zh_all
    assert sum(p.en for p in view.provinces) == c.en_all
    for s in view.sources:
        ignored = sum(n for _, n in s.ignored)
        assert s.record_lines + s.structure + ignored + len(s.not_understood) == s.lines


def test_the_sentence_says_first_what_could_be_compared(view: View) -> None:
    c = view.comparable
    assert view.sentence.startswith(f"Of {c.zh_all} Chinese and {c.en_all} English records, ")
    assert f"{c.zh} + {c.en} could be compared" in view.sentence
    assert f"{view.verdicts['only-en']} only in the English" in view.sentence


def test_what_a_list_could_not_say_stands_beside_the_share(seeds: Result) -> None:
    seed_view = build_view(seeds)
    said = seed_view.rate_sentence
    empty = sum(s.empty_sections for s in seed_view.sources if s.side == "zh")
    assert f"stand in both lists, {seed_view.verdicts['conflict']} of them in conflict." in said
    assert f"The Chinese list leaves {empty} of its " in said
    assert said.endswith("The English list has no dates.")


def test_faults_of_the_copy_and_settled_ones_never_head_the_list(view: View) -> None:
    top = view.top(1000)
    assert top
    assert all(e.origin != "copy" and not e.settled for e in top)
    order = [(e.settled, e.origin == "copy") for e in view.entries]
    assert order == sorted(order)
    assert any(e.settled for e in view.entries)
    assert any(e.origin == "copy" for e in view.entries)


def test_copy_faults_of_one_code_are_one_entry(view: View) -> None:
    codes = [e.code for e in view.of_copy]
    assert len(codes) == len(set(codes))


def test_a_group_speaks_with_one_sentence(result: Result) -> None:
    ref = SourceRef(result.sources[0].document.id, 1, 1, 2, "此")
    rows = [
        finding("S101", "empty-row", "error", "page", f"row {i}", (ref,), id=f"r{i}", group="g")
        for i in range(3)
    ]
    (entry,) = build_view(replace(result, findings=tuple(rows))).entries
    assert entry.message.startswith("日喀則市 has 3 rows that hold nothing")
    assert (entry.id, entry.count, entry.repeats) == ("g", 3, 0)
    (entry,) = build_view(replace(result, findings=tuple(rows[:1]))).entries
    assert (entry.id, entry.message) == ("r0", "row 0")


def test_one_code_does_not_take_the_whole_head(result: Result) -> None:
    ref = SourceRef(result.sources[0].document.id, 1, 1, 2, "此")
    many = [
        finding("N101", "country-name", "error", "page", f"m{i}", (ref,), id=f"m{i}")
        for i in range(9)
    ]
    other = finding("D103", "impossible-date", "warning", "page", "other", (ref,), id="other")
    made = build_view(replace(result, findings=(*many, other)))
    head = worth_acting_on(made.entries, SAME_CODE_AT_THE_HEAD + 1)
    assert [e.id for e in head] == ["m0", "m1", "m2", "other"]


def test_the_head_is_certain_serious_of_the_page_and_quick(result: Result) -> None:
    ref = SourceRef(result.sources[0].document.id, 1, 1, 2, "此")
    weak = min(result.links, key=lambda x: x.probability)

    def one(key: str, severity: str, origin: str = "page", **more: object) -> object:
        return finding("N101", key, severity, origin, key, (ref,), id=key, **more)

    given = (
        one("unsure", "error", link=weak.id),
        one("notice", "notice"),
        one("copied", "error", "copy"),
        one("slow", "error"),
        one("perhaps", "error", "unknown"),
        one("quick", "error", suggestion="x"),
        one("settled", "error", rule="r"),
    )
    made = build_view(replace(result, findings=given))  # type: ignore[arg-type]
    order = [e.name for e in made.entries]
    assert order == ["quick", "slow", "perhaps", "notice", "unsure", "copied", "settled"]

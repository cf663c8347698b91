"""Golden counts and records of the seeds, and the samples of further layouts."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from reconcile.dates import find_dates
from reconcile.models import ParsedSource, Side
from tests.conftest import EN_SEED, ROOT, ZH_SEED, parsed

SAMPLES: list[tuple[str, Side]] = [
    ("tests/samples/zh_guangdong.md", "zh"),
    ("tests/samples/zh_sichuan.md", "zh"),
    ("tests/samples/zh_zhejiang.md", "zh"),
    ("tests/samples/en_china_list_other_rendering_head.txt", "en"),
]
ALL: list[tuple[str, Side]] = [(ZH_SEED, "zh"), (EN_SEED, "en"), *SAMPLES]


def test_english_seed() -> None:
    source = parsed(EN_SEED, "en")
    assert len(source.records) == 1407
    assert len(source.blocks) == 164
    assert sum(len(b.gaps) for b in source.blocks) == 28
    assert source.partnerless == ()
    assert "not-understood" not in source.uses
    assert all(r.country for r in source.records)


def test_chinese_seed() -> None:
    source = parsed(ZH_SEED, "zh")
    assert len(source.records) == 351
    assert Counter((p.host, p.bare) for p in source.partnerless) == {
        ("日喀則市", True): 9,
        ("岳陽市", False): 1,
    }
    filled = [s for s in source.sections if s.rows]
    assert (len(filled), len(source.sections) - len(filled)) == (15, 17)
    assert "not-understood" not in source.uses


@pytest.mark.parametrize(
    ("labels", "path"),
    [("links.csv", ZH_SEED), ("guangdong.csv", "tests/samples/zh_guangdong.md")],
)
def test_every_graded_row_reads_right(labels: str, path: str) -> None:
    source = parsed(path, "zh")
    rows = {r.row_line: r for r in source.records} | {r.line: r for r in source.records}
    text = (ROOT / "tests/labels" / labels).read_text(encoding="utf-8")
    graded = [x for x in csv.DictReader(text.splitlines()) if x["verdict"] != "empty"]
    assert graded
    for row in graded:
        record = rows[int(row["zh_line"])]
        dates = find_dates(row["date"])
        assert record.host == row["host"]
        assert record.partner == row["partner"]
        assert record.date == (dates[0].date if dates else None)
        assert not row["country"] or record.country_text == row["country"]


@pytest.mark.parametrize(("path", "side"), ALL)
def test_every_line_is_accounted_for_and_every_span_is_true(path: str, side: Side) -> None:
    source = parsed(path, side)
    lines = source.document.lines
    assert len(source.uses) == len(lines)
    rows = {r.row_line for r in source.records} | {p.row_line for p in source.partnerless}
    for line in rows:
        assert source.uses[line - 1] == "record"
    for record in source.records:
        assert nothing_invented(source, record.line, record.partner_ref.text)
        for ref in (record.partner_ref, record.host_ref, record.country_ref, record.date_ref):
            if ref is not None:
                assert lines[ref.line - 1][ref.column - 1 : ref.end_column - 1] == ref.text
    ids = [r.id for r in source.records]
    assert len(set(ids)) == len(ids)


def nothing_invented(source: ParsedSource, line: int, text: str) -> bool:
    return bool(text) and text in source.document.lines[line - 1]


@pytest.mark.parametrize(("path", "side"), SAMPLES)
def test_samples_keep_what_is_there(path: str, side: Side) -> None:
    source = parsed(path, side)
    assert len(source.records) > 40
    kept = {r.partner_ref.text for r in source.records} | {b.host for b in source.blocks}
    if side == "zh":
        for name in ("宁波", "寧波市", "成都市", "廣州市"):
            if name in source.document.text:
                assert any(name in k for k in kept), name


def test_rows_whose_partner_was_lost_are_no_records() -> None:
    source = parsed("tests/samples/zh_zhejiang.md", "zh")
    lost = [p for p in source.partnerless if p.host == "杭州市"]
    assert [p.row_line for p in lost] == [106]
    partners = [r.partner for r in source.records if r.host == "杭州市"]
    assert partners[:3] == ["波士頓", "碧瑤", "利茲"]
    assert {r.host for r in source.records if r.partner == "昆西"} == set()
    quincy = next(r for r in source.records if r.name == "昆西")
    assert (quincy.parent, quincy.partner) == ("伊利諾州", "伊利諾州昆西")


def test_english_lines_without_codes_and_with_blanks_before_commas() -> None:
    source = parsed("tests/samples/en_china_list_other_rendering_head.txt", "en")
    assert [b.host for b in source.blocks] == ["Beihai", "Beijing", "Changchun", "Changsha"]
    first = source.records[0]
    assert (first.host, first.partner, first.country) == ("Beihai", "Gold Coast", "AU")
    open_lines = [n for n, u in enumerate(source.uses, 1) if u == "not-understood"]
    assert open_lines == [1, 3, 4, 5, 6, 7, 69, 70, 88]

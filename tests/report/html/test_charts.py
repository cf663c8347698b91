from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from reconcile.models import Result
from reconcile.report.filter import parse_terms
from reconcile.report.html import charts
from reconcile.report.view.view import View, build_view
from tests.report.factory import make_result

Picture = Callable[[View], charts.Chart]
PICTURES: tuple[Picture, ...] = (
    charts.provinces,
    charts.years,
    charts.probabilities,
    charts.countries,
)


@pytest.fixture(scope="module")
def whole_view(whole: Result) -> View:
    return build_view(whole)


def test_the_whole_is_one_bar_of_all_verdicts(view: View) -> None:
    parts = charts.proportion(view)
    assert {p.kind: p.count for p in parts} == {k: n for k, n in view.verdicts.items() if n}
    assert sum(p.size for p in parts) <= 100.01
    for before, after in pairwise(parts):
        assert after.start == pytest.approx(before.start + before.size, abs=0.02)


@pytest.mark.parametrize("picture", PICTURES)
def test_bars_keep_to_the_scale_and_their_parts_add_up(picture: Picture, whole_view: View) -> None:
    chart = picture(whole_view)
    assert chart.bars
    for bar in chart.bars:
        assert sum(s.count for s in bar.segments) == bar.total
        for s in bar.segments:
            assert 0 <= s.start < 100
            assert 0 < s.size <= 100
    assert set(chart.kinds) == {s.kind for b in chart.bars for s in b.segments}


@pytest.mark.parametrize("picture", PICTURES)
def test_every_part_filters_by_a_filter(picture: Picture, whole_view: View) -> None:
    for bar in picture(whole_view).bars:
        assert parse_terms(bar.query)
        assert all(parse_terms(s.query) for s in bar.segments)


def test_provinces_are_those_of_the_view(view: View) -> None:
    bars = charts.provinces(view).bars
    assert [b.total for b in bars] == [sum(p.verdicts.values()) for p in view.provinces]
    assert [b.empty_in for b in bars] == [p.empty_in for p in view.provinces]


def test_years_stand_side_by_side_without_gaps(whole_view: View) -> None:
    chart = charts.years(whole_view)
    labels = [str(b.label) for b in chart.bars]
    assert labels == [str(y) for y in range(int(labels[0]), int(labels[-1]) + 1)]
    assert {t.label for t in chart.ticks} == {y for y in labels if y.endswith("0")}


def test_every_link_stands_in_one_bin(view: View) -> None:
    chart = charts.probabilities(view)
    assert sum(b.total for b in chart.bars) == len(view.result.links)
    assert chart.threshold is not None
    assert 0 < chart.threshold < 100


def test_only_the_most_frequent_countries_are_shown(whole_view: View) -> None:
    chart = charts.countries(whole_view)
    totals = [b.total for b in chart.bars]
    assert totals == sorted(totals, reverse=True)
    seen = Counter(r.country for r in whole_view.result.records if r.country)
    assert len(chart.bars) + chart.hidden == len(seen)
    assert len(chart.bars) <= charts.COUNTRIES_SHOWN


def test_pictures_of_nothing_are_empty() -> None:
    view = build_view(make_result(texts=("## 北京\n", "Beijing\n")))
    assert charts.proportion(view) == ()
    assert all(picture(view).bars == () for picture in PICTURES)

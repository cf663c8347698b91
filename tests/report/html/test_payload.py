from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.catalogue import LANGUAGES
from reconcile.models import Result
from reconcile.report.html.payload import EACH_TRANSLATED, embed, payload
from reconcile.report.html.translations import Translations
from reconcile.report.view.view import View, build_view
from tests.report.html.reader import Page

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def data(view: View) -> dict[str, Any]:
    return payload(view, Translations("en"))


def rows(data: Mapping[str, Any], table: str) -> Rows:
    cols = data[table]["cols"]
    return [dict(zip(cols, row, strict=True)) for row in data[table]["rows"]]


def test_every_thing_of_the_result_has_its_row(data: dict[str, Any], view: View) -> None:
    result = view.result
    tables: dict[str, Any] = {
        "records": result.records,
        "links": result.links,
        "entries": view.entries,
        "rules": result.rules,
    }
    for table, things in tables.items():
        assert [row["id"] for row in rows(data, table)] == [x.id for x in things]
    assert {row["id"] for row in rows(data, "findings")} == {f.id for f in result.findings}
    assert len(rows(data, "verdicts")) == len(result.verdicts)


def test_rows_refer_to_rows(data: dict[str, Any], view: View) -> None:
    records, links, findings = (rows(data, t) for t in ("records", "links", "findings"))
    for e, row in zip(view.entries, rows(data, "entries"), strict=True):
        assert [findings[n]["id"] for n in row["findings"]] == [f.id for f in e.findings]
    linked = {(x.zh, x.en) for x in view.result.links}
    for v, row in zip(view.result.verdicts, rows(data, "verdicts"), strict=True):
        assert (records[row["zh"]]["id"] if v.zh else None) == v.zh
        assert (records[row["en"]]["id"] if v.en else None) == v.en
        assert (row["link"] is not None) == ((v.zh, v.en) in linked)
    by_id = {f.id: f for f in view.result.findings}
    for row in findings:
        link = by_id[row["id"]].link
        assert (links[row["link"]]["id"] if link else None) == link


def test_sentences_are_numbers_of_texts(data: dict[str, Any], view: View) -> None:
    texts = data["texts"]
    for e, row in zip(view.entries, rows(data, "entries"), strict=True):
        text = texts[row["say"]]
        said = (text, text, text) if isinstance(text, str) else text
        assert said == tuple(e.sentence(lang) for lang in LANGUAGES)


def test_of_a_large_entry_only_the_first_finding_is_translated(whole: Result) -> None:
    view = build_view(whole)
    large = next(e for e in view.entries if e.count > EACH_TRANSLATED)
    made = payload(view, Translations("en"))
    say = {row["id"]: made["texts"][row["say"]] for row in rows(made, "findings")}
    assert not isinstance(say[large.head.id], str)
    others = {f.message for f in large.findings[1:]} - {large.head.message}
    assert all(say[f.id] == f.message for f in large.findings[1:] if f.message in others)


def test_excerpts_have_their_line_and_the_lines_beside(page: Page, view: View) -> None:
    data = page.data()
    refs = data["findings"]["cols"].index("refs")
    numbers = [s["id"] for s in data["sources"]]
    for row in data["findings"]["rows"]:
        for source, line, _column, _end in row[refs]:
            lines = view.documents[numbers[source]].lines
            for n in range(max(1, line - 1), min(len(lines), line + 1) + 1):
                assert data["lines"][source][str(n)] == lines[n - 1]


def test_characters_come_with_their_simplified_form(data: dict[str, Any]) -> None:
    pairs = dict(zip(data["simplified"][::2], data["simplified"][1::2], strict=True))
    assert pairs["東"] == "东"
    assert all(simple != char for char, simple in pairs.items())


@given(st.recursive(st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_what_is_embedded_closes_no_element_and_is_read_back(data: Any) -> None:
    text = embed(data)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == data

from __future__ import annotations

import json

import pytest

from reconcile.catalogue import LANGUAGES, Lang, together
from reconcile.models import Result
from reconcile.report.json import render_json
from reconcile.report.jsonl import render_jsonl
from reconcile.report.view.view import View


def test_a_line_is_a_finding_of_the_report_and_the_path_of_each_place(
    view: View, result: Result
) -> None:
    whole = {f["id"]: f for f in json.loads(render_json(result, view))["findings"]}
    lines = [json.loads(x) for x in render_jsonl(view, result.findings).splitlines()]
    assert len(lines) == len(whole)
    for line in lines:
        paths = [ref.pop("path") for ref in line["refs"]]
        assert line == whole[line["id"]]
        assert all(path.startswith("seeds/") for path in paths)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message_is_in_the_language_of_the_view(view: View, lang: Lang) -> None:
    finding = view.result.findings[0]
    (line,) = render_jsonl(view.in_language(lang), [finding]).splitlines()
    assert json.loads(line)["message"] == together((finding,), lang)


def test_with_a_baseline_each_line_says_whether_it_is_new(compared: View) -> None:
    lines = [json.loads(x) for x in render_jsonl(compared, compared.result.findings).splitlines()]
    assert sum(line["new"] for line in lines) == 1

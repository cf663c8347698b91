"""Blocks in their order become sections, records and the use of every line."""

from __future__ import annotations

from tests.conftest import parse_text


def test_a_code_that_is_no_country_is_not_passed_over() -> None:
    source = parse_text("== Nanjing ==\n* {{XQZ}}\n* {{NED}} Breda\n{{TOC}}\n", "en", "a.wiki")
    assert source.uses == ("structure", "not-understood", "record", "structure")


def test_headings_are_hosts_of_english_lists_too() -> None:
    text = "## Hebei\n\n### Shijiazhuang\n\n- Nagano, Japan (1981)\n- Des Moines, United States\n"
    found = [(r.host, r.name, r.country) for r in parse_text(text, "en").records]
    assert found == [("Shijiazhuang", "Nagano", "JP"), ("Shijiazhuang", "Des Moines", "US")]


def test_every_line_has_a_use() -> None:
    text = "# 友好城市\n\n## 湖南省\n\n长沙市\n\n- 日本鹿兒島市\n\n???\n\n## 参考资料\n\n- x\n"
    source = parse_text(text)
    assert source.uses == (
        *("structure",) * 6,
        "record",
        "structure",
        "not-understood",
        "structure",
        "structure",
        "structure",
        "ignored:navigation",
    )
    assert [(s.title, s.level, s.rows) for s in source.sections] == [
        ("友好城市", 1, 1),
        ("湖南省", 2, 1),
    ]

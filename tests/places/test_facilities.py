"""Names of airports, universities, consulates and lakes, told from those of towns."""

from __future__ import annotations

import pytest

from reconcile.places.facilities import facility, says
from reconcile.places.placename import place_name


@pytest.mark.parametrize(
    ("name", "kind", "of"),
    [
        ("牛津大学", "university", "牛津"),
        ("首爾大學校", "university", "首爾"),
        ("University of Oxford", "university", "Oxford"),
        ("the University of Oxford", "university", "Oxford"),
        ("Oxford University", "university", "Oxford"),
        ("上海虹桥国际机场", "airport", "上海虹桥"),
        ("Narita International Airport", "airport", "Narita"),
        ("驻大阪总领事馆", "consulate", "大阪"),
        ("中華人民共和國駐大阪總領事館", "consulate", "大阪"),
        ("Consulate General in Osaka", "consulate", "Osaka"),
        ("Consulate-General of the People's Republic of China in Osaka", "consulate", "Osaka"),
        ("東京火車站", "station", "東京"),
        ("Port of Rotterdam", "port", "Rotterdam"),
    ],
)
def test_the_kind_and_what_it_is_called_after(name: str, kind: str, of: str) -> None:
    found = facility(name)
    assert found is not None
    assert (found.kind, found.of) == (kind, of)


@pytest.mark.parametrize(
    "name", ["大學城", "College Park", "東京", "Oxford", "大学", "Airport", ""]
)
def test_other_names(name: str) -> None:
    assert facility(name) is None


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("溫哥華島", "CA", "island"),
        ("鹿特丹港", "NL", "port"),
        ("日內瓦湖", "CH", "lake"),
        ("斯坦利港", "FK", None),  # the tables have it, as a town
        ("亚历山大港", "EG", None),
        ("峇里島", "ID", None),
        ("石山", "JP", None),  # called after nothing that the tables have
        ("牛津大學", None, "university"),
    ],
)
def test_what_the_tables_know_decides_where_towns_end_so(
    name: str, country: str | None, kind: str | None
) -> None:
    found = place_name(name, country).facility
    assert (found.kind if found else None) == kind


def test_a_word_of_the_kind_may_stand_anywhere() -> None:
    assert says("Ludwigshafen am Rhein", "port")
    assert says("雷耶斯点站", "station")
    assert not says("Oxford", "university")

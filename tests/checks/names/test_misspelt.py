"""English names that are slips of the pen for the city that their counterpart names."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import misspelt
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(misspelt.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


@pytest.mark.parametrize(
    ("zh", "en", "usual"),
    [
        ("英國伯明翰", "Birmingam, United Kingdom", "Birmingham"),
        ("英國曼徹斯特", "Manchestre, United Kingdom", "Manchester"),
        ("法國斯特拉斯堡", "Strassbourg, France", "Strasbourg"),
        ("台灣高雄", "Kaoshiung, Taiwan", "Kaohsiung"),
        ("美國匹茲堡", "Pittsbrugh, United States", "Pittsburgh"),
        ("德國杜塞爾多夫", "Düseldorf, Germany", "Düsseldorf"),
        ("中國蚌埠", "Bengvu, China", "Bengbu"),
        ("印度孟買", "Mummbai, India", "Mumbai"),
        ("英國倫敦", "Londonn, United Kingdom", "London"),
        ("加拿大沙尼治", "Sanich, Canada", "Saanich"),
        # other spellings, former names, names of other languages, and names of other places
        ("英國伯明翰", "Birmingham, United Kingdom", None),
        ("法國里昂", "Lyons, France", None),
        ("法國馬賽", "Marseilles, France", None),
        ("蒙古烏蘭巴托", "Ulaanbaatar, Mongolia", None),
        ("烏克蘭基輔", "Kiev, Ukraine", None),
        ("亞塞拜然蘇姆蓋特", "Sumgait, Azerbaijan", None),
        ("伊朗德黑蘭", "Teheran, Iran", None),
        ("印度孟買", "Bombay, India", None),
        ("義大利都靈", "Torino, Italy", None),
        ("德國科隆", "Koeln, Germany", None),
        ("德國杜塞爾多夫", "Duesseldorf, Germany", None),
        ("德國紐倫堡", "Nuernberg, Germany", None),
        ("丹麥奧爾堡", "Ålborg, Denmark", None),
        ("美國波士頓", "Houston, United States", None),
        ("日本新潟", "Niigata-shi, Japan", None),
    ],
)
def test_slips_are_told_from_other_spellings(zh: str, en: str, usual: str | None) -> None:
    lists = (
        chinese("日本鹿兒島（1982年10月30日）", f"{zh}（1988年5月9日）"),
        english("Kagoshima, Japan (30 October 1982)", f"{en} (9 May 1988)"),
    )
    found = [d.params["usual"] for d in drafts(misspelt.misspelt_names, *lists)]
    assert found == ([usual] if usual else [])

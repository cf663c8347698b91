"""Names that begin as a country does, or end as a word before dates."""

from __future__ import annotations

import pytest

from reconcile.models import ParsedSource
from reconcile.sources import parse, read_document
from tests.sources.texts import HOME


def read(text: str) -> ParsedSource:
    return parse(read_document(text.encode(), "zh.md", "zh"), HOME)


@pytest.mark.parametrize(
    ("row", "partner", "country"),
    [
        ("沙特尔,法国", "沙特尔", "FR"),
        ("马里博尔,斯洛文尼亚", "马里博尔", "SI"),
        ("印度尔,巴基斯坦", "印度尔", "PK"),
        ("多哥拉,西班牙", "多哥拉", "ES"),
        ("韩国釜山,日本", "釜山", "JP"),  # a place of the country before it: the column is wrong
    ],
)
def test_a_row_that_states_its_country_has_no_other_in_the_name(
    row: str, partner: str, country: str
) -> None:
    (record,) = read(f"主方,友城,国家\n长沙市,{row}\n").records
    assert (record.partner, record.country) == (partner, country)


@pytest.mark.parametrize(
    ("row", "partner", "date"),
    [
        ("美国纽约1980年2月25日", "纽约", "1980-02-25"),
        ("纽约（美国）1980年", "纽约", "1980"),
        ("墨西哥埃莫西约（1976年）", "埃莫西约", "1976"),
        ("西班牙蒙卡约 2001年", "蒙卡约", "2001"),
        ("日本名古屋市约1978年", "名古屋市", "1978"),
        ("法国里昂，约1990年", "里昂", "1990"),
    ],
)
def test_about_a_date_is_no_end_of_a_name(row: str, partner: str, date: str) -> None:
    (record,) = read(f"## 湖南\n### 长沙市\n- {row}\n- 日本鹿儿岛\n").records[:1]
    assert (record.partner, str(record.date)) == (partner, date)

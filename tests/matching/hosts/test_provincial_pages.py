"""Districts, counties and prefectures of a province's page find those of the other list."""

from __future__ import annotations

import pytest

import reconcile
from tests.matching.hosts.provincial_pages import PAGES


@pytest.mark.parametrize("province", PAGES)
def test_every_row_has_its_link(province: str) -> None:
    zh, en = PAGES[province]
    result = reconcile.run((province, zh), (f"{province}-en", en))
    linked = {link.zh for link in result.links}
    rows = [r for r in result.records if r.side == "zh"]
    assert [(r.host, r.name) for r in rows if r.id not in linked] == []
    assert len(result.links) == len(result.records) / 2

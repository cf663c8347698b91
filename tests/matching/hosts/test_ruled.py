"""Names that rules give to hosts."""

from __future__ import annotations

import pytest

from reconcile.matching.hosts.ruled import HostNames
from reconcile.models import Block, SourceRef

NAMES = HostNames({("zh", "甲", ""): "長沙市", ("zh", "甲", "湖北"): "武漢市"})


@pytest.mark.parametrize(
    ("host", "section", "name"),
    [
        ("甲", "", "長沙市"),
        (" 甲", "湖南", "長沙市"),
        ("甲", "湖北 ", "武漢市"),
        ("乙", "湖北", None),
    ],
)
def test_a_name_for_the_section_goes_first(host: str, section: str, name: str | None) -> None:
    block = Block("b", "zh:x", section, host, SourceRef("zh:x", 1, 1, 2, host))
    assert NAMES.of("zh", block) == name
    assert NAMES.of("en", block) is None

"""Whether a host that the English list lacks could have been in it at all."""

import pytest

from reconcile.models import Document
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.places.home.base import Scope
from reconcile.sources.document import read_document

ZH = """\
## 廣東

廣東省

- 日本兵庫縣

廣州市

- 日本福岡市

延邊朝鮮族自治州

- 日本鳥取縣
"""
CITIES = "Guangzhou\n\n- Fukuoka, Japan\n"


def documents(en: str) -> list[Document]:
    """The two lists."""
    return [
        read_document(ZH.encode(), "zh.md", "zh"),
        read_document(en.encode(), "en.txt", "en"),
    ]


@pytest.mark.parametrize(
    ("en", "scope", "province", "prefecture"),
    [
        (CITIES, None, "level-out-of-scope", "level-out-of-scope"),
        (CITIES, "all", "no-host-block", "no-host-block"),
        (CITIES + "\nSichuan\n\n- Lyon, France\n", None, "no-host-block", "level-out-of-scope"),
        (CITIES + "\nSichuan\n\n- Lyon, France\n", "cities", *["level-out-of-scope"] * 2),
    ],
)
def test_scope(en: str, scope: Scope | None, province: str, prefecture: str) -> None:
    result = run(documents(en), load_rules([]), Settings("2026-11-30", scope=scope))
    hosts = {r.id: r.host for r in result.records}
    reasons = {hosts[v.zh]: v.reason for v in result.verdicts if v.zh}
    assert reasons == {
        "廣東省": province,
        "廣州市": "same-place",
        "延邊朝鮮族自治州": prefecture,
    }

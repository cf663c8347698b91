"""Which country a list is about, told from its hosts."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reconcile.places.home.guess import guess_home
from tests.conftest import EN_SEED, ZH_SEED, parsed

HOSTS = Path(__file__).parents[2] / "matching/hosts/hosts.yaml"
LISTS = YAML(typ="safe").load(HOSTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", LISTS, ids=lambda case: str(case["home"]))
def test_each_side_tells(case: dict[str, Any]) -> None:
    zh = [key.rpartition(" > ")[2] for key in case["hosts"]]
    en = [title for title in case["hosts"].values() if title]
    assert [guess_home(zh, en), guess_home(zh, []), guess_home([], en)] == [case["home"]] * 3


@pytest.mark.parametrize(
    "path",
    [
        ZH_SEED,
        "tests/samples/zh_guangdong.md",
        "tests/samples/zh_sichuan.md",
        "tests/samples/zh_zhejiang.md",
    ],
)
def test_china(path: str) -> None:
    zh = [b.host for b in parsed(path, "zh").blocks]
    en = [b.host for b in parsed(EN_SEED, "en").blocks]
    assert guess_home(zh, en) == guess_home(zh, []) == guess_home([], en) == "CN"


def test_a_province_is_no_city_that_is_called_as_it_is() -> None:
    assert guess_home(["云南省"], []) == guess_home(["吉林省", "延边朝鲜族自治州"], []) == "CN"


@pytest.mark.parametrize(("zh", "en"), [([], []), (["東京"], ["Paris"]), (["概要", ""], ["A"])])
def test_undecided(zh: list[str], en: list[str]) -> None:
    assert guess_home(zh, en) is None


@pytest.mark.parametrize(
    ("zh", "en", "home"),
    [
        ("奈良市", "Nara", "JP"),  # there is a Nara in Mali as well
        ("福井市", "Fukui", "JP"),
        ("清州市", "Cheongju", "KR"),
    ],
)
def test_what_both_sides_may_mean_decides(zh: str, en: str, home: str | None) -> None:
    assert guess_home([zh], [en]) == home

"""`reconcile/data/README.md` states the rows of each table as they are."""

import re
from importlib.resources import files

DATA = files("reconcile").joinpath("data")


def test_rows_are_as_stated() -> None:
    readme = DATA.joinpath("README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| `([\w/-]+\.tsv)` \| (\d+) \|", readme, flags=re.MULTILINE))
    assert {f.name for f in DATA.iterdir() if f.name.endswith(".tsv")} <= stated.keys()
    for name, count in stated.items():
        text = DATA.joinpath(*name.split("/")).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        header = 0 if name in ("gazetteer.tsv", "cities.tsv") else 1
        assert len(lines) - header == int(count), name

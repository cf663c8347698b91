"""Training on a handful of names, and the file the model is shipped in."""

from pathlib import Path

import numpy as np
import pytest

from reconcile.names import store as namestore
from reconcile.names.model import Latin, NameModel
from reconcile.names.store import pack, unpack
from tools.names.pairs import NamePair, read_pairs, read_pool, usable
from tools.names.train import train

NAMES = """羅馬 Roma|薩羅納 Sarona|馬納羅 Manaro|納羅薩 Narosa|羅納 Rona|薩馬 Sama|納薩羅 Nasaro
馬羅薩 Marosa|羅薩馬 Rosama|薩納羅馬 Sanaroma|馬薩 Masa|納馬 Nama|羅馬納薩 Romanasa|薩羅 Saro
馬納 Mana|納薩 Nasa|羅薩 Rosa|薩馬納 Samana|馬羅 Maro|納羅 Naro""".replace("\n", "|").split("|")
PAIRS = [NamePair("IT", zh, (en,)) for zh, en in (n.split() for n in NAMES)]


@pytest.fixture(scope="module")
def model() -> NameModel:
    return train([PAIRS], {"IT": ["Roma", "Bologna", "Torino"]}, epochs=1)


def test_what_is_learned_holds_for_another_name(model: NameModel) -> None:
    pool = model.pool([*map_it("Bologna", "Torino", "Sanaro", "Genova")])
    assert model.rank("薩納羅", pool, 1)[0][0].name == "Sanaro"


def map_it(*names: str) -> list[Latin]:
    return [Latin(n, "IT") for n in names]


def test_the_same_training_gives_the_same_bytes(model: NameModel) -> None:
    again = train([PAIRS], {"IT": ["Roma", "Bologna", "Torino"]}, epochs=1)
    assert pack(again.trained) == pack(model.trained)


def test_a_packed_model_says_the_same(model: NameModel) -> None:
    packed = pack(model.trained)
    read = NameModel(unpack(packed))
    candidates = map_it("Roma", "Torino", "Sanaro")
    before = [s.weight for s in model.compare("羅馬", candidates)]
    after = [s.weight for s in read.compare("羅馬", candidates)]
    assert after == pytest.approx(before, abs=0.7)
    assert pack(read.trained) == packed


def test_the_shipped_tables_are_small() -> None:
    data = Path(namestore.__file__).parent.parent / "data"
    sizes = [f.stat().st_size for d in ("names", "readings") for f in (data / d).iterdir()]
    assert sum(sizes) <= 2_500_000


def test_lists_are_read(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("country\tzh\ten\nIT\t羅馬\tRome|Roma\nIT\t罗马\tRoma\nIT\t\tX\n", "utf-8")
    assert usable(read_pairs(table)) == [NamePair("IT", "羅馬", ("Rome", "Roma"))]
    table.write_text("country\ten\nIT\tRoma\nIT\tRoma\nFR\t-\n", "utf-8")
    assert read_pool(table) == {"IT": ["Roma"]}


def test_weights_keep_their_place() -> None:
    gaps = np.array([0, 1, 254, 255, 256, 700])
    assert namestore._gaps(namestore._gap_bytes(gaps)).tolist() == gaps.tolist()

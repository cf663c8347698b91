"""Shared inputs: the seeds and samples, read once for each worker."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from reconcile.models import Document, ParsedSource, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document

# Timings are for benchmarks/; on a busy machine a deadline is a test that fails by chance.
settings.register_profile("reconcile", deadline=None)
settings.load_profile("reconcile")

ROOT = Path(__file__).parent.parent
ZH_SEED = "seeds/zh-sister-cities-of-china.md"
EN_SEED = "seeds/en-twin-towns-and-sister-cities-in-china.txt"
AS_OF = "2026-11-30"


def document_of(path: str, side: Side) -> Document:
    """A document of the repository, under its path from the root."""
    return read_document((ROOT / path).read_bytes(), path, side)


@cache
def parsed(path: str, side: Side) -> ParsedSource:
    """A parsed document of the repository."""
    return parse(document_of(path, side), load_home("CN"))


def parse_text(text: str, side: Side = "zh", name: str = "list.md") -> ParsedSource:
    """A parsed text."""
    return parse(read_document(text.encode(), name, side), load_home("CN"))


@cache
def seed_result() -> Result:
    """The run of the two seeds, without rules."""
    documents = [document_of(ZH_SEED, "zh"), document_of(EN_SEED, "en")]
    return run(documents, load_rules([]), Settings(AS_OF))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew; read the diff before you commit it.

    `--growth-size` is the size in bytes of the documents of the growth test.
    """
    parser.addoption("--update-golden", action="store_true")
    parser.addoption("--growth-size", type=int, default=12_000)


@pytest.fixture(scope="session")
def seeds() -> Result:
    """The run of the two seeds, without rules."""
    return seed_result()


SLOW = (
    "browser/",
    "catalogue/test_catalogue.py",
    "checks/test_damage.py",
    "checks/test_ids.py",
    "checks/test_registry.py",
    "cli/",
    "field/",
    "matching/test_order.py",
    "matching/test_split_lists.py",
    "names/test_store.py",
    "names/test_training.py",
    "overrides/test_seed_rules.py",
    "project/wiki/test_real_wiki.py",
    "report/html/test_proposals.py",
    "report/saved/test_read.py",
    "report/test_outputs.py",
    "report/view/test_entries.py",
    "sources/test_grid.py",
    "sources/test_rewritten.py",
    "sources/test_seed_tables.py",
    "test_api.py",
    "test_properties.py",
)
"""Whole runs, processes and browsers: what `make check` leaves to `make test`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that `make check` leaves out."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(SLOW):
            item.add_marker("slow")

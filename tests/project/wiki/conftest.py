from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.project.wiki.server import Server, serving


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 is asked itself, whatever proxy this machine has."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server that answers as the test wants it to."""
    with serving() as found:
        yield found

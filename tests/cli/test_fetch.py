"""Pages by address on the command line: `run`, `fetch`, `reconcile.toml`, and what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Command
from tests.project.wiki.server import serving
from tests.project.wiki.two_pages import ZH, Wiki


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wiki]:
    """The wiki, asked without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving(Wiki()) as found:
        assert isinstance(found, Wiki)
        yield found


def sources(folder: Path) -> list[dict[str, Any]]:
    report = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))
    return list(report["sources"])


def test_a_run_by_addresses(command: Command, wiki: Wiki) -> None:
    outcome = command("run", f"{wiki.site}/wiki/%E5%8F%8B%E5%9F%8E", f"{wiki.site}/wiki/Twin_towns")
    assert (outcome.code, outcome.err) == (0, "")
    assert "2 agree" in outcome.out
    zh, en = sources(command.folder)
    assert (zh["id"], zh["path"]) == ("zh:友城", f"{wiki.site}/wiki/友城")
    assert (en["id"], en["path"]) == ("en:Twin towns", f"{wiki.site}/wiki/Twin_towns")
    assert len(wiki.asked) == 2


def test_pages_and_files_together_without_the_word_run(command: Command, wiki: Wiki) -> None:
    outcome = command("--zh", f"{wiki.site}/wiki/友城", "--zh", "zh.md", "--en", "en.txt")
    assert outcome.code == 0, outcome.err
    assert [s["id"] for s in sources(command.folder)] == ["zh:友城", "zh:zh.md", "en:en.txt"]


def test_redirects_are_told(command: Command, wiki: Wiki) -> None:
    outcome = command("run", f"{wiki.site}/wiki/姊妹城市", "en.txt")
    assert outcome.err == f"note: {wiki.site}/wiki/姊妹城市 leads to another page: 友城\n"


def test_nothing_is_read_before_all_pages_are_there(command: Command, wiki: Wiki) -> None:
    outcome = command("run", "missing.md", f"{wiki.site}/wiki/Nowhere")
    assert outcome.code == 2
    assert outcome.err == f"error: {wiki.site}/wiki/Nowhere: the wiki has no page 'Nowhere'\n"
    outcome = command("run", f"{wiki.site}/wiki/友城", "ftp://127.0.0.1/wiki/A")
    assert outcome.err == (
        "error: ftp://127.0.0.1/wiki/A: ftp: addresses are not read, only http: and https:\n"
    )
    assert len(wiki.asked) == 1


def test_the_same_page_twice(command: Command, wiki: Wiki) -> None:
    address = f"{wiki.site}/wiki/友城"
    outcome = command("run", "--zh", address, "--zh", f"{address}#A", "--en", "en.txt")
    assert outcome.err == f"error: {address}#A: this is given twice for one side\n"


def test_a_file_of_that_name_goes_first(command: Command) -> None:
    name = "zh:list"
    (command.folder / name).write_bytes((command.folder / "zh.md").read_bytes())
    assert command("run", name, "en.txt").code == 0


def test_an_address_without_scheme(command: Command) -> None:
    outcome = command("run", "zh.wikipedia.org/wiki/A", "en.txt")
    assert "; did you mean https://zh.wikipedia.org/wiki/A?" in outcome.err


def test_addresses_in_the_settings(command: Command, wiki: Wiki) -> None:
    (command.folder / "reconcile.toml").write_text(
        f'[pair]\nzh = "{wiki.site}/wiki/友城"\nen = ["en.txt"]\n', encoding="utf-8"
    )
    outcome = command()
    assert outcome.code == 0, outcome.err
    assert [s["id"] for s in sources(command.folder)] == ["zh:友城", "en:en.txt"]


def test_init_writes_the_addresses(command: Command, wiki: Wiki) -> None:
    addresses = f"{wiki.site}/wiki/Twin_towns", f"{wiki.site}/wiki/友城"
    outcome = command("init", *addresses)
    assert outcome.code == 0, outcome.err
    text = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert f'zh = ["{addresses[1]}"]' in text
    assert len(wiki.asked) == 2


def test_a_wiki_is_asked_once_for_a_command_that_runs_twice(command: Command, wiki: Wiki) -> None:
    labels = "zh_line,host,partner,verdict,en_line,sure\n3,長沙市,鹿兒島,match,3,1\n"
    (command.folder / "labels.csv").write_text(labels, encoding="utf-8")
    addresses = f"{wiki.site}/wiki/友城", f"{wiki.site}/wiki/Twin_towns"
    outcome = command("eval", "labels.csv", *addresses)
    assert outcome.code == 0, outcome.err
    assert len(wiki.asked) == 2


def test_copies_repeat_a_run(command: Command, wiki: Wiki) -> None:
    addresses = f"{wiki.site}/wiki/友城", f"{wiki.site}/wiki/Twin_towns"
    outcome = command("fetch", *addresses, "--out", "copies")
    assert (outcome.code, outcome.err) == (0, "")
    zh, en = "copies/友城.wiki", "copies/Twin towns.wiki"
    assert outcome.out.splitlines() == [
        f"written: {zh}",
        "  友城, revision 11",
        f"written: {en}",
        "  Twin towns, revision 12",
    ]
    assert (command.folder / zh).read_text(encoding="utf-8") == ZH
    wiki.asked.clear()
    outcome = command("run", zh, en)
    assert (outcome.code, outcome.err) == (0, "")
    assert "2 agree" in outcome.out
    assert not wiki.asked


def test_a_changed_copy_is_told(command: Command, wiki: Wiki) -> None:
    command("fetch", f"{wiki.site}/wiki/友城")
    (command.folder / "友城.wiki").write_text(ZH + "\n", encoding="utf-8")
    outcome = command("run", "友城.wiki", "en.txt")
    assert outcome.code == 0
    assert outcome.err == (
        "note: 友城.wiki is not as it was fetched: its lines are not linked to the page\n"
    )


def test_copies_are_all_or_none(command: Command, wiki: Wiki) -> None:
    outcome = command("fetch", f"{wiki.site}/wiki/友城", f"{wiki.site}/wiki/A", "--out", "copies")
    assert outcome.code == 2
    assert not (command.folder / "copies").exists()


def test_what_cannot_be_fetched(command: Command) -> None:
    assert "write https://… or, for Wikipedia, zh:TITLE" in command("fetch", "zh.md").err
    assert command("fetch").code == 2


def test_the_report_links_to_the_revision(command: Command, wiki: Wiki) -> None:
    command("fetch", f"{wiki.site}/wiki/友城")
    for path in (f"{wiki.site}/wiki/友城", "友城.wiki"):
        assert command("run", path, "en.txt").code == 0
        zh, en = sources(command.folder)
        index = f"{wiki.site}/w/index.php?title=%E5%8F%8B%E5%9F%8E"
        assert zh["page"]["address"] == f"{index}&oldid=11"
        assert zh["page"]["edit_address"] == f"{index}&action=edit"
        assert "page" not in en

"""What an editor makes of the schema: the language server that VS Code's YAML extension runs."""

from __future__ import annotations

import contextlib
import json
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reconcile.overrides.file.rule_schema import rules_schema
from reconcile.overrides.rules.kinds import BY_KIND

VERSION = "1.18.0"
PATIENCE = 60.0
"""Seconds after which an answer is not expected to come any more: nothing here is measured."""


def installed() -> Path:
    """The language server's script, installed once into the temporary folder."""
    home = Path(tempfile.gettempdir()) / f"yaml-language-server-{VERSION}"
    script = home / "node_modules/yaml-language-server/bin/yaml-language-server"
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js and npm are not installed, and the YAML language server needs them")
    if not script.is_file():
        with tempfile.TemporaryDirectory(dir=home.parent) as fresh:
            done = subprocess.run(
                ["npm", "install", "--prefix", fresh, f"yaml-language-server@{VERSION}"],
                capture_output=True,
                check=False,
            )
            if done.returncode:
                pytest.skip("the npm registry, where the YAML language server is, is out of reach")
            with contextlib.suppress(OSError):  # another process was faster
                Path(fresh).rename(home)
                Path(fresh).mkdir()
    return script


class Editor:
    """A conversation with the language server about files of one folder."""

    def __init__(self, script: Path, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.reading = threading.Thread(target=self._read, daemon=True)
        self.reading.start()
        self.count = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        settings = {"yaml": {"validate": True, "completion": True, "hover": True}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            while header := stream.readline():
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass
                self.said.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.count += 1
        self._send({"id": self.count, "method": method, "params": params})
        return self._wait(lambda m: m.get("id") == self.count and "method" not in m)["result"]

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self.said.get(timeout=PATIENCE)
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            if wanted(message):
                return message

    def open(self, name: str, *lines: str) -> str:
        """Open a rule file with these lines below `rules:`, the first of which is line 4."""
        text = "\n".join(
            ["# yaml-language-server: $schema=rules.schema.json", "version: 1", "rules:", *lines]
        )
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def faults(self, uri: str) -> list[tuple[int, str]]:
        """Line and message of everything that is underlined."""
        told = self._wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
            )
        )
        return [
            (d["range"]["start"]["line"] + 1, d["message"]) for d in told["params"]["diagnostics"]
        ]

    def at(self, method: str, uri: str, line: int, column: int) -> Any:
        position = {"line": line - 1, "character": column - 1}
        params = {"textDocument": {"uri": uri}, "position": position}
        return self.ask(f"textDocument/{method}", params)

    def offers(self, uri: str, line: int, column: int) -> list[str]:
        return [item["label"] for item in self.at("completion", uri, line, column)["items"]]

    def hover(self, uri: str, line: int, column: int) -> str:
        return str(self.at("hover", uri, line, column)["contents"]["value"]).replace("\\", "")


@contextlib.contextmanager
def editor_in(folder: Path) -> Iterator[Editor]:
    schema = json.dumps(rules_schema())
    (folder / "rules.schema.json").write_text(schema, encoding="utf-8")
    editor = Editor(installed(), folder)
    try:
        yield editor
    finally:
        editor.process.kill()
        editor.process.wait()
        assert editor.process.stdin is not None
        with contextlib.suppress(OSError):
            editor.process.stdin.close()
        editor.reading.join()


def test_an_editor_completes_checks_and_explains(tmp_path: Path) -> None:
    with editor_in(tmp_path) as editor:
        kinds = editor.open("kinds.yaml", "  - id: a", "    kind: ", "    because: x")
        assert editor.offers(kinds, 5, 11) == list(BY_KIND)

        keys = editor.open("keys.yaml", "  - id: a", "    kind: alias", "    because: x", "    ")
        assert {"side", "name", "same-as"} <= set(editor.offers(keys, 7, 5))
        assert "pair" not in editor.offers(keys, 7, 5)

        nested = editor.open("nested.yaml", "  - id: a", "    kind: typo", "    at:", "      ")
        assert {"side", "quote", "near-line", "source"} <= set(editor.offers(nested, 7, 7))

        wrong = editor.open(
            "wrong.yaml",
            "  - {id: a, kind: match, zh: {partner: a}, en: {partner: b}, because: x}",
            "  - id: b",
            "    kind: date",
            "    pair: {zh: {partner: a}}",
            "    value: 1980-01-28",
            "    becuase: x",
        )
        assert (9, "Property becuase is not allowed.") in editor.faults(wrong)

        right = editor.open(
            "right.yaml",
            "  - {id: 7, kind: date, pair: {zh: {partner: a}}, value: 1980, because: x}",
            "  - {id: p, kind: place, side: zh, name: a, is: {country: US}, because: x}",
        )
        assert editor.faults(right) == []
        assert "Why this rule is right" in editor.hover(right, 4, 68)
        assert "A slip in a source" in editor.hover(right, 4, 14)

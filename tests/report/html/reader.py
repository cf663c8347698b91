"""The page as a reader of HTML sees it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Elements, texts with their language, and what is not well-formed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, tuple[str, ...], str]] = []
        self.problems: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1][0] != tag:
            self.problems.append(f"</{tag}> closes {self.stack[-1:]} near {self.getpos()}")
            return
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        langs = [a["lang"] for _, a in self.stack if a.get("lang")]
        path = tuple(t for t, _ in self.stack)
        self.texts.append((langs[-1] or "" if langs else "", path, data))

    def text_of(self, tag: str) -> list[str]:
        return [t for _, path, t in self.texts if path[-1:] == (tag,)]

    def data(self) -> dict[str, Any]:
        loaded = json.loads(self.text_of("script")[0])
        assert isinstance(loaded, dict)
        return loaded

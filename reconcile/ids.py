"""Ids that come from content, so that they survive edits elsewhere."""

from __future__ import annotations

import hashlib


def content_id(*parts: object) -> str:
    """Eight hexadecimal digits that depend on the content of `parts` alone."""
    text = "\x1f".join("" if p is None else str(p) for p in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class IdMaker:
    """Hands out content ids; an exact duplicate gets a counter (`1a2b3c4d-2`)."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def __call__(self, *parts: object) -> str:
        """The id of `parts`, distinct from every id handed out before."""
        base = content_id(*parts)
        count = self._seen[base] = self._seen.get(base, 0) + 1
        return base if count == 1 else f"{base}-{count}"

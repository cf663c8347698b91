"""Puts values into reports, at places as the error messages name them."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

Json = Any
"""What JSON can hold."""


def value_at(data: Json, place: str) -> Json:
    """What stands at a place such as `findings[3].refs[0].line`."""
    for key in _keys(place):
        data = data[key]
    return data


def _keys(place: str) -> list[str | int]:
    return [int(m[2]) if m[2] else m[1] for m in re.finditer(r"(\w+)|\[(\d+)\]", place)]


def damaged(data: Json, case: dict[str, Any]) -> Json:
    """A copy of a report with one thing done to it, as `damaged.yaml` says."""
    broken = copy.deepcopy(data)
    *above, last = _keys(case["at"])
    owner = broken
    for key in above:
        owner = owner[key]
    if "drop" in case:
        del owner[last]
    elif "again" in case:
        owner.append(copy.deepcopy(owner[last]))
    else:
        owner[last] = value_at(data, case["from"]) if "from" in case else case["put"]
    return broken


def sentence(data: Json, text: str) -> str:
    """A sentence with the values of the sound report put in."""
    put: Callable[[re.Match[str]], str] = lambda m: repr(value_at(data, m[1]))  # noqa: E731
    return re.sub(r"\{([\w.\[\]]+)!r\}", put, text)

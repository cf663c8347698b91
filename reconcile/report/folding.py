"""The form in which texts are compared where capitals and script make no difference."""

from __future__ import annotations

from reconcile.scripts import to_simplified


def search_key(text: str) -> str:
    """Lower case and Simplified characters: what is compared."""
    return "".join(simplified(c) for c in text.lower())


def simplified(char: str) -> str:
    """A character in its Simplified form, where that is one character too."""
    if not "\u3400" <= char <= "\ufaff":
        return char
    simple = to_simplified(char)
    return simple if len(simple) == 1 else char

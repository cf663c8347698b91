"""What one name says and the other does not: a word more, or that it is no place's name."""

from __future__ import annotations

from reconcile.evidence import Evidence
from reconcile.names.model import NameScore
from reconcile.names.unsaid import Unsaid, reads
from reconcile.places.facilities import says
from reconcile.places.placename import PlaceName
from reconcile.weights import UNSAID


def called_after(zh: PlaceName, en: PlaceName) -> tuple[str, str] | None:
    """What two facilities of one kind are called after: 大阪 and Osaka, of consulates general."""
    a, b = zh.facility, en.facility
    return (a.of, b.of) if a and b and a.kind == b.kind else None


def word_more(zh: PlaceName, en: PlaceName, score: NameScore) -> Evidence | None:
    """The word that tells two names apart which no table has as those of one place.

    Args:
        zh: the Chinese name.
        en: the Latin name.
        score: how well the two sound alike; with names that do not, no word matters.
    """
    found = _kind_more(zh, en) or (score.unsaid if score.weight > 0 else None)
    if found is None:
        return None
    params = {"words": found.words, "name": found.name, "other": found.other}
    return Evidence("unsaid", "{words} of {name} is not in {other}", params, UNSAID)


def _kind_more(zh: PlaceName, en: PlaceName) -> Unsaid | None:
    """The word for a kind of facility in one name alone: 大學 of 牛津大學, which is not Oxford.

    In a Latin name only where it alone tells the kind: Glace Bay is a town, and its Bay a sound.
    """
    for one, other in ((zh, en.text), (en, zh.text)):
        own = one.facility
        if own is None or says(other, own.kind) or not (own.sure or one.han):
            continue
        if not reads(zh.text, en.text, en.country):
            return Unsaid(own.word, one.text, other)
    return None

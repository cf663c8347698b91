"""What can be wrong with a date: each state of the dates gives both from a true day."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date | None, date | None]
"""The day in the Chinese list and in the English one."""
FIRST = date(1981, 1, 1)
"""The earliest day: China had agreements from 1973 on, with most countries later."""
LENGTH = 13_500
"""The days until the last one, in 2017."""


def any_day(chance: random.Random) -> date:
    """A day on which an agreement can have been signed, that can be swapped with its month."""
    while True:
        day = FIRST + timedelta(chance.randrange(LENGTH))
        if day.day < 13 and day.day != day.month:
            return day


def _digit(day: date, chance: random.Random) -> date:
    """One digit of the year or of the day is another one."""
    if chance.random() < 0.5:
        years = [y for y in range(day.year // 10 * 10, day.year // 10 * 10 + 10) if y != day.year]
        return day.replace(year=chance.choice([y for y in years if y > 1980]))
    tens = day.day // 10 * 10
    return day.replace(
        day=chance.choice([d for d in range(max(tens, 1), tens + 10) if d != day.day and d < 29])
    )


def _years(day: date, chance: random.Random) -> date:
    """Another day, three years away or more."""
    while abs((other := any_day(chance)).year - day.year) < 3 or other.month == day.month:
        pass
    return other


def _either(day: date, other: date | None, chance: random.Random) -> Days:
    return (day, other) if chance.random() < 0.5 else (other, day)


STATES: dict[str, Callable[[date, random.Random], Days]] = {
    "equal": lambda day, chance: (day, day),
    "a digit apart": lambda day, chance: _either(day, _digit(day, chance), chance),
    "day and month swapped": lambda day, chance: _either(
        day, day.replace(day=day.month, month=day.day), chance
    ),
    "years apart": lambda day, chance: _either(day, _years(day, chance), chance),
    "missing on one side": lambda day, chance: _either(day, None, chance),
    "missing on both": lambda day, chance: (None, None),
}
"""State of the dates → the two dates of a row whose true day is given."""

"""The English names of a block, prepared once for all its Chinese rows, and a first choice of them.

In a block of some hundred rows most names have nothing to do with a Chinese one. There only those
are compared in full that a table has under the Chinese name, that are a reading of it, or whose
letters are nearest to those to expect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from reconcile.models import Record
from reconcile.names.model import Latin, NameModel, NamePool
from reconcile.places.known import listed_keys, listing_keys

LARGE = 200
"""Blocks of more rows than this are looked through first; few cities have as many partners."""
NEAREST = 80
"""So many names of a large block are compared in full for their letters; the right one is hardly
ever beyond the tenth."""


@dataclass(frozen=True)
class Spellings:
    """The Latin names of some English records: `first[i]` up to `first[i + 1]` are record `i`'s."""

    records: tuple[Record, ...]
    names: tuple[tuple[str, ...], ...]
    pool: NamePool
    first: tuple[int, ...]
    model: NameModel
    curated: bool

    @classmethod
    def of(
        cls,
        records: Sequence[Record],
        names: Callable[[Record], Sequence[str]],
        model: NameModel,
        *,
        curated: bool,
    ) -> Spellings:
        """Prepare the names that `names` gives for each record.

        Args:
            records: the English records of a block.
            names: the names to try for a record, the one shown first.
            model: compares names.
            curated: whether entries written by hand count as listed.
        """
        found = tuple(tuple(names(r)) for r in records)
        latin = [Latin(x, r.country) for r, own in zip(records, found, strict=True) for x in own]
        first = (0, *accumulate(map(len, found)))
        return cls(tuple(records), found, model.pool(latin), first, model, curated)

    def is_of(self, records: Sequence[Record]) -> bool:
        """Whether these are the names of exactly those records."""
        return len(records) == len(self.records) and all(
            a is b for a, b in zip(records, self.records, strict=True)
        )

    def spelled(self, i: int) -> range:
        """Where the names of record `i` stand in the pool."""
        return range(self.first[i], self.first[i + 1])

    def promising(self, zh: Sequence[str], chosen: Sequence[int]) -> Sequence[int]:
        """Those of the `chosen` records whose name may be one of the Chinese names."""
        if len(chosen) <= LARGE:
            return chosen
        listed = listed_keys(zh, curated=self.curated)
        wanted = {i for key in listed for i in self._by_key.get(key, ())}
        among = [j for i in chosen for j in self.spelled(i)]
        for name in zh:
            near = self.model.nearest(name, self.pool, among, NEAREST)
            wanted |= {self._owners[j] for j in near}
        return [i for i in chosen if i in wanted]

    @cached_property
    def _owners(self) -> list[int]:
        return [i for i in range(len(self.records)) for _ in self.spelled(i)]

    @cached_property
    def _by_key(self) -> dict[tuple[str, str | None], list[int]]:
        """What the tables may list a record under → the numbers of such records."""
        found: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for i, (record, names) in enumerate(zip(self.records, self.names, strict=True)):
            latin = (*names, record.partner)
            for key in listing_keys(latin, record.country, curated=self.curated):
                found[key].append(i)
        return found

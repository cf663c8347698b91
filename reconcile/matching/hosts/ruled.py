"""Hosts that a rule gives another name: the rule's name is looked up in place of the shown one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.matching.hosts.table import HostIndex
from reconcile.models import Block, HostMatch, Side
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han


@dataclass(frozen=True, slots=True)
class ToldHosts:
    """What rules call hosts: (side, host as shown, section or nothing) → the name to look up."""

    names: Mapping[tuple[Side, str, str], str] = field(default_factory=dict)

    def blocks(self, side: Side, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks under the names they are to be looked up by."""
        if not self.names:
            return tuple(blocks)
        told = (self._name(side, b) for b in blocks)
        return tuple(replace(b, host=n) if n else b for b, n in zip(blocks, told, strict=True))

    def _name(self, side: Side, block: Block) -> str | None:
        host = block.host.strip()
        return self.names.get((side, host, block.section.strip())) or self.names.get(
            (side, host, "")
        )

    def index(self, blocks: Sequence[Block], home: HomePlaces) -> HostIndex:
        """The index of the English blocks; one may have been given a Chinese name."""
        index = HostIndex.build(self.blocks("en", blocks), home)
        chinese = {b.index: home.find(b.host) for b in index.blocks if has_han(b.host)}
        return replace(index, places={**index.places, **chinese}) if self.names else index

    def settle(
        self,
        blocks: Sequence[Block],
        matches: Mapping[int, HostMatch],
        index: HostIndex,
    ) -> dict[int, HostMatch]:
        """The matches of Chinese blocks; a name just as the other list shows it decides."""
        if not self.names:
            return dict(matches)
        settled = dict(matches)
        for block, named in zip(blocks, self.blocks("zh", blocks), strict=True):
            shown = named.host.strip().casefold()
            hits = [b.index for b in index.blocks if b.host.strip().casefold() == shown]
            if len(hits) == 1 and (named.host != block.host or has_han(shown)):
                why = f"a rule says that {block.host} is {named.host}"
                settled[block.index] = replace(
                    matches[block.index], block=hits[0], ambiguous=(), why=why
                )
        return settled

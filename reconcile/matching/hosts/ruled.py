"""Hosts that a rule gives another name: the rule's name is looked up in place of the shown one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.models import Block, Side


@dataclass(frozen=True, slots=True)
class HostNames:
    """What rules call hosts: (side, host as shown, section or nothing) → the name to look up."""

    names: Mapping[tuple[Side, str, str], str] = field(default_factory=dict)

    def of(self, side: Side, block: Block) -> str | None:
        """The name that a rule gives the host of a block; one for its section goes first."""
        host = block.host.strip()
        in_section = self.names.get((side, host, block.section.strip()))
        return in_section or self.names.get((side, host, ""))

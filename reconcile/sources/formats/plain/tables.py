"""All tables that plain lines make, whichever way their cells stand apart."""

from __future__ import annotations

from reconcile.models import Document
from reconcile.sources.blocks import Table
from reconcile.sources.formats.plain.lines import Show, line_tables
from reconcile.sources.formats.plain.stacked import stacked_tables


def plain_tables(document: Document, show: Show) -> dict[int, Table]:
    """The tables that plain lines of a document make, by their first line; `show` reads a cell.

    Raises:
        ReconcileError: a table is too wide.
    """
    tables = list(line_tables(document, show))
    taken = {line for table in tables for line in range(table.first, table.last + 1)}
    tables += stacked_tables(document, show, taken)
    return {table.first: table for table in tables}

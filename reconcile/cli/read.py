"""`reconcile read`: what is understood of lists, before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.cli.console import console
from reconcile.errors import ReconcileError
from reconcile.models import Side
from reconcile.pipeline import RunCache, home_places
from reconcile.project.config import Config, read_config
from reconcile.project.prepare import day, home_for, layouts_of
from reconcile.project.request import Request
from reconcile.project.sources import read_documents, source_file
from reconcile.report.reading import render_reading
from reconcile.sources.document import han_share, read_pages

_CHINESE = 0.1
"""The share of Han characters from which on a list is taken for a Chinese one."""


def show_reading(request: Request, files: Sequence[str], rows: int, color: bool | None) -> int:
    """Print what is understood of each file; the exit code is 2 if one holds no rows.

    Raises:
        ReconcileError: a file cannot be read, or none is named.
    """
    config = Config() if files or request.own_sources else read_config()
    request.pages.fetch(files)
    sides: dict[Side, list[str]] = {"zh": [*request.zh], "en": [*request.en]}
    for path in files:
        sides[_side_of(path, request)].append(path)
    zh, en = sides["zh"] or config.zh, sides["en"] or config.en
    if not zh and not en:
        raise ReconcileError("name a list: reconcile read FILE")
    documents = read_documents(zh, en, layouts_of(request, config), request.pages)
    home, _ = home_for(documents, request.home or config.home)
    sources = RunCache().parse(documents, home_places(home), day(request.as_of))
    for source in sources:
        render_reading(source, home, console(color), rows)
    return 0 if all(source.records for source in sources) else 2


def _side_of(path: str, request: Request) -> Side:
    """The language of a file that is named without one."""
    if path == "-":
        raise ReconcileError("say which language the standard input is in: --zh - or --en -")
    encoding = request.encoding or request.encoding_zh or request.encoding_en
    pages = read_pages(source_file(path, request.pages), "zh", encoding=encoding)
    return "zh" if max(map(han_share, pages)) > _CHINESE else "en"

"""The Python interface: `reconcile.run(zh=[...], en=[...])`, for scripts and notebooks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from reconcile.models import Document, Finding, Link, ParsedSource, Record, Result, Side, Verdict
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings
from reconcile.pipeline import run as reconcile
from reconcile.project.files import read_rules, write_all
from reconcile.project.prepare import day, home_for, scope_named
from reconcile.project.sources import source_file
from reconcile.project.wiki.pages import Pages
from reconcile.report import OUTPUTS
from reconcile.report.csv import merged_table
from reconcile.report.html import render_html
from reconcile.report.summary import render_summary
from reconcile.report.view.captions import label
from reconcile.report.view.texts import VERDICTS
from reconcile.report.view.view import View, build_view
from reconcile.sources.blocks import Column
from reconcile.sources.document import Layout, SourceFile, read_side
from reconcile.sources.formats.columns.meaning import column_named

if TYPE_CHECKING:
    import pandas as pd


Source = str | os.PathLike[str] | tuple[str, str]
"""A path, the address of a wiki's page, or a (name, text) pair for a text in memory."""
Sources = Source | Sequence[Source]
"""One source or several; a tuple of two texts is one source, a name and its text."""

_SHOWN = 10


def run(
    zh: Sources = (),
    en: Sources = (),
    *,
    both: Sources = (),
    rules: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    home: str | None = None,
    scope: str | None = None,
    as_of: str | None = None,
    host_zh: str | None = None,
    host_en: str | None = None,
    format_zh: str | None = None,
    format_en: str | None = None,
    encoding: str | None = None,
    encoding_zh: str | None = None,
    encoding_en: str | None = None,
    columns_zh: Mapping[str, str] | None = None,
    columns_en: Mapping[str, str] | None = None,
) -> Reconciliation:
    """Reconcile Chinese and English lists.

    Args:
        zh: the Chinese source, or a list of them: paths, addresses of pages (`https://…`,
            `zh:標題`), or (name, text) pairs.
        en: the English source or sources.
        both: lists with names in both languages: which of their pairs belong together is checked.
        rules: rule files, or folders of them.
        home: ISO 3166-1 alpha-2 code of the country whose cities are the hosts; told from the
            hosts if not given.
        scope: what the English list covers, `cities` or `all`; told from the list if not given.
        as_of: the ISO date that counts as today.
        host_zh: whose partners the Chinese sources list, where they do not say it themselves.
        host_en: the same for the English sources.
        format_zh: the format of the Chinese sources (`csv`, `json`, `markdown`, ...); by default
            it is recognised.
        format_en: the same for the English sources.
        encoding: the encoding of the files, such as `gb18030` or `big5`; by default UTF-8, or what
            is certain.
        encoding_zh: the same for the Chinese sources alone.
        encoding_en: the same for the English sources alone.
        columns_zh: what columns of CSV and JSON hold, such as `{"host": "主方"}`; by default their
            titles say it.
        columns_en: the same for the English sources.

    Raises:
        ReconcileError: a source or rule cannot be used; the message names file and line.
            A page cannot be had; the message says why.
    """
    sources = [*_each(zh)], [*_each(en)], [*_each(both)]
    pages = Pages()
    pages.fetch(os.fspath(x) for side in sources for x in side if not isinstance(x, tuple))
    zh_layout = Layout(format_zh, encoding_zh or encoding, _columns(columns_zh), host_zh)
    en_layout = Layout(format_en, encoding_en or encoding, _columns(columns_en), host_en)
    documents = [
        *_documents(sources[0], sources[2], "zh", zh_layout, pages),
        *_documents(sources[1], sources[2], "en", en_layout, pages),
    ]
    paths = [rules] if isinstance(rules, str | os.PathLike) else list(rules)
    loaded = load_rules(read_rules([os.fspath(p) for p in paths]))
    settings = Settings(
        as_of=day(as_of), home=home_for(documents, home)[0], scope=scope_named(scope)
    )
    return Reconciliation(reconcile(documents, loaded, settings))


def _columns(stated: Mapping[str, str] | None) -> tuple[tuple[Column, str], ...]:
    return tuple((column_named(role), title) for role, title in (stated or {}).items())


def _documents(
    own: Iterable[Source], both: Iterable[Source], side: Side, layout: Layout, pages: Pages
) -> Sequence[Document]:
    files = [_file(source, pages) for source in own]
    files += [replace(_file(source, pages), paired=True) for source in both]
    return read_side(files, side, layout)


def _file(source: Source, pages: Pages) -> SourceFile:
    return (
        SourceFile(*source) if isinstance(source, tuple) else source_file(os.fspath(source), pages)
    )


def _each(sources: Sources) -> Iterator[Source]:
    if isinstance(sources, str | os.PathLike):
        yield sources
    elif isinstance(sources, tuple) and len(sources) == 2 and isinstance(sources[1], str):
        yield str(sources[0]), sources[1]
    else:
        yield from sources


@dataclass(frozen=True)
class Reconciliation:
    """What a run found out: tables and texts of a `Result`.

    `result` holds the whole of it, as the reports do.
    """

    result: Result

    @property
    def sources(self) -> tuple[ParsedSource, ...]:
        """What each source says, with every line of it accounted for."""
        return self.result.sources

    @property
    def records(self) -> tuple[Record, ...]:
        """All rows of both sides, Chinese first, in source order."""
        return self.result.records

    @property
    def links(self) -> tuple[Link, ...]:
        """The pairs of rows that speak of one agreement, with the evidence."""
        return self.result.links

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the lists together say of each agreement; each record stands in exactly one."""
        return self.result.verdicts

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Faults and oddities, each with the lines that prove it."""
        return self.result.findings

    @cached_property
    def view(self) -> View:
        """The counts that all reports show."""
        return build_view(self.result)

    def table(self) -> pd.DataFrame:
        """`reconciled.csv` as a frame: one row per agreement.

        Probabilities are `Float64`, line numbers `Int64`, all else `string`; nothing stated is
        `<NA>`. (The country code of Namibia is the text `NA`.)
        """
        frame = merged_table(self.result).astype("string")
        frame = frame.mask(frame == "")
        types = {"probability": "Float64", "zh_line": "Int64", "en_line": "Int64"}
        return frame.astype(types)

    def summary(self) -> str:
        """`summary.md`: the result on one page, as Markdown."""
        return render_summary(self.view)

    def to_html(self, path: str | os.PathLike[str]) -> str:
        """Write the report as one HTML file that needs no network; returns its path.

        Raises:
            ReconcileError: the file cannot be written.
        """
        folder, name = os.path.split(os.fspath(path))
        return write_all(folder or ".", [(name, render_html(self.view, self.result))])[0]

    def write(self, folder: str | os.PathLike[str]) -> list[str]:
        """Write every report (HTML, JSON, CSV, Markdown) into a folder; returns their paths.

        Raises:
            ReconcileError: the folder or a file cannot be written; then nothing is changed.
        """
        texts = [(o.filename, o.render(self.view, self.result)) for o in OUTPUTS]
        return write_all(os.fspath(folder), texts)

    def __repr__(self) -> str:
        """The result in one sentence."""
        return f"<Reconciliation: {self.view.sentence}>"

    def _repr_html_(self) -> str:
        """A notebook's view: the sentence, the verdicts and what is most worth acting on."""
        verdicts = "".join(
            f"<tr><td>{escape(label(VERDICTS, name))}</td><td>{count:,}</td></tr>"
            for name, count in self.view.verdicts.items()
        )
        findings = "".join(
            f"<tr><td>{escape(e.code)}</td><td>{escape(e.severity)}</td>"
            f"<td>{escape(e.message)}</td></tr>"
            for e in self.view.top(_SHOWN)
        )
        return (
            f"<p>{escape(self.view.sentence)}</p>"
            f"<table><thead><tr><th>verdict</th><th>agreements</th></tr></thead>"
            f"<tbody>{verdicts}</tbody></table>"
            "<table><thead><tr><th>code</th><th>severity</th><th>finding</th></tr></thead>"
            f"<tbody>{findings}</tbody></table>"
        )

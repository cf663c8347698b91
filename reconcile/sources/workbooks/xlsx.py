"""Workbooks of Excel 2007 and later (XLSX, XLSM): Office Open XML, ECMA-376."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.errors import ReconcileError
from reconcile.sources.workbooks.archive import Archive
from reconcile.sources.workbooks.book import Entry
from reconcile.sources.workbooks.sheet import Cells, SheetText, Size, read_cell_name
from reconcile.sources.workbooks.values import (
    PLAIN,
    NumberFormat,
    built_in_format,
    read_format,
    shown_text,
)
from reconcile.sources.workbooks.xml import Attributes, Handler, NotXmlError, walk

_ROOT, _MAIN = "_rels/.rels", "xl/workbook.xml"
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")
_NO_DATE = re.compile(r"T00:00(?::00(?:\.0+)?)?Z?$")


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self.found: dict[str, _Relation] = {}
        self._folder = folder

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join(self._folder, attributes.get("Target", ""))
            self.found[attributes.get("Id", "")] = _Relation(kind, target)


class _Workbook(Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[Entry, str]] = []
        self.date1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            self.date1904 = attributes.get("date1904", "").lower() in _TRUE
        elif name == "sheet":
            entry = Entry(
                attributes.get("name", ""), attributes.get("state", "visible") != "visible"
            )
            self.sheets.append((entry, attributes.get("id", "")))


class _Styles(Handler):
    """The number format of each style of cells."""

    def __init__(self) -> None:
        self.formats: list[NumberFormat] = []
        self._codes: dict[str, str] = {}
        self._of_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._of_cells = True
        elif name == "xf" and self._of_cells:
            self.formats.append(self._format(attributes.get("numFmtId", "0")))

    def _format(self, number: str) -> NumberFormat:
        if code := self._codes.get(number):
            return read_format(code)
        return built_in_format(int(number)) if number.isdecimal() else PLAIN

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._of_cells = False


class _Text(Handler):
    """Collects the text of `<t>`, without that of phonetic guides, and of `<v>`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open = False
        self._guide = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "rPh":
            self._guide = True
        elif name in ("t", "v"):
            self._open = not self._guide

    def text(self, data: str) -> None:
        if self._open:
            self._parts.append(data)

    def end(self, name: str) -> None:
        if name == "rPh":
            self._guide = False
        elif name in ("t", "v"):
            self._open = False

    def taken(self) -> str:
        """What was collected since it was last taken."""
        text = "".join(self._parts)
        self._parts.clear()
        if "_x" in text:
            text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
        return text


class _Strings(_Text):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.found.append(self.taken())


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the sheets of a workbook refer to."""

    strings: Sequence[str] = ()
    formats: Sequence[NumberFormat] = ()
    date1904: bool = False


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    kind: str
    form: NumberFormat
    is_formula: bool = False


class _Sheet(_Text):
    """The cells of one sheet."""

    def __init__(self, cells: Cells, shared: _Shared) -> None:
        super().__init__()
        self.cells = cells
        self._shared = shared
        self._row, self._column = -1, -1
        self._cell: _Cell | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin(attributes)
        elif name == "row":
            stated = attributes.get("r", "")
            self._row = int(stated) - 1 if stated.isdecimal() and stated != "0" else self._row + 1
            self._column = -1
        elif name == "f" and self._cell:
            self._cell.is_formula = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        else:
            super().start(name, attributes)

    def _begin(self, attributes: Attributes) -> None:
        place = read_cell_name(attributes.get("r", "")) or (self._row, self._column + 1)
        self._row, self._column = place
        style = attributes.get("s", "0")
        number = int(style) if style.isdecimal() else 0
        formats = self._shared.formats
        form = formats[number] if number < len(formats) else PLAIN
        self._cell = _Cell(*place, attributes.get("t", "n"), form)
        self.taken()

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        corner, other = read_cell_name(first), read_cell_name(last)
        if corner and other:
            self.cells.merge(*corner, *other)

    def end(self, name: str) -> None:
        if name != "c":
            super().end(name)
        elif self._cell is not None:
            cell, self._cell = self._cell, None
            text = self.taken()
            if cell.is_formula and not text and cell.kind != "str":
                self.cells.unsolved += 1
            self.cells.put(cell.row, cell.column, self._shown(cell, text))

    def _shown(self, cell: _Cell, text: str) -> str:
        if cell.kind == "s":
            number = int(text) if text.strip().isdecimal() else -1
            return self._shared.strings[number] if 0 <= number < len(self._shared.strings) else ""
        if cell.kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(text.strip(), text)
        if cell.kind == "d":
            return _NO_DATE.sub("", text.strip()).replace("T", " ")
        if cell.kind == "n":
            return shown_text(text, cell.form, self._shared.date1904)
        return text


class XlsxBook:
    """An open XLSX workbook."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.entries: list[Entry] = []
        self._parts: list[str] = []
        self._size = Size()
        self._shared: _Shared | None = None
        self._workbook = _Workbook()
        root = self._relations(_ROOT, "")
        main = next((r.target for r in root.values() if r.kind == "officeDocument"), _MAIN)
        self._walk(main, self._workbook)
        folder, name = posixpath.split(main)
        self._related = self._relations(f"{folder}/_rels/{name}.rels", folder)
        for entry, key in self._workbook.sheets:
            relation = self._related.get(key)
            if relation and relation.kind == "worksheet" and relation.target in archive:
                self.entries.append(entry)
                self._parts.append(relation.target)

    def read(self, index: int) -> SheetText:
        """See `Book`."""
        if self._shared is None:
            self._shared = self._read_shared()
        cells = Cells(self.entries[index].name, self.archive.path, self._size)
        cells.date1904 = self._shared.date1904
        self._walk(self._parts[index], _Sheet(cells, self._shared))
        return cells.finished()

    def _read_shared(self) -> _Shared:
        strings, styles = _Strings(), _Styles()
        for name in self._of_kind("sharedStrings"):
            self._walk(name, strings)
        for name in self._of_kind("styles"):
            self._walk(name, styles)
        return _Shared(strings.found, styles.formats, self._workbook.date1904)

    def _of_kind(self, kind: str) -> Iterator[str]:
        found = (r.target for r in self._related.values() if r.kind == kind)
        yield from (name for name in found if name in self.archive)

    def _relations(self, name: str, folder: str) -> dict[str, _Relation]:
        relations = _Relations(folder)
        if name in self.archive:
            self._walk(name, relations)
        return relations.found

    def _walk(self, name: str, handler: Handler) -> None:
        if name not in self.archive:
            raise ReconcileError(f"this workbook has no part {name}", path=self.archive.path)
        try:
            walk(self.archive.chunks(name), handler)
        except NotXmlError as error:
            raise self.archive.damaged(f"{name}: {error}") from None

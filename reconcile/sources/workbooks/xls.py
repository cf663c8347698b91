"""Workbooks of Excel 97 to 2003 (XLS): read by xlrd, which fills no cells that the file has not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reconcile.errors import ReconcileError
from reconcile.sources.workbooks.book import Entry
from reconcile.sources.workbooks.sheet import Cells, SheetText, Size
from reconcile.sources.workbooks.values import read_format, shown_number

if TYPE_CHECKING:
    import xlrd
    from xlrd.sheet import Cell

MAX_XLS = 20_000_000
"""Bytes: xlrd takes a hundred times as much memory."""
_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class XlsBook:
    """An open XLS workbook."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raises ReconcileError where it is protected, damaged, too large, or no workbook."""
        if _PACKAGE in data:
            raise _protected(path)
        if len(data) > MAX_XLS:
            raise ReconcileError(
                f"an old workbook (.xls) may have at most {MAX_XLS / 1e6:.0f} MB; save it as XLSX",
                path=path,
            )
        self._path = path
        self._size = Size()
        self._book = _opened(data, path)
        hidden = [self._book.sheet_by_index(i).visibility != 0 for i in range(self._book.nsheets)]
        self.entries = list(map(Entry, self._book.sheet_names(), hidden))

    def read(self, index: int) -> SheetText:
        """See `Book`."""
        sheet = self._book.sheet_by_index(index)
        cells = Cells(sheet.name, self._path, self._size)
        cells.date1904 = bool(self._book.datemode)
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row)):
                cells.put(row, column, self._shown(cell))
        for top, bottom, left, right in sheet.merged_cells:
            cells.merge(top, left, bottom - 1, right - 1)
        return cells.finished()

    def _shown(self, cell: Cell) -> str:
        import xlrd

        if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            style = self._book.xf_list[cell.xf_index or 0]
            code = self._book.format_map[style.format_key].format_str
            return shown_number(float(cell.value), read_format(code), bool(self._book.datemode))
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(int(cell.value), "#N/A"))
        return str(cell.value)


def _opened(data: bytes, path: str) -> xlrd.Book:
    import xlrd
    from xlrd.biffh import XLRDError

    try:
        return xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
        )
    except XLRDError as error:
        if "encrypted" in str(error):
            raise _protected(path) from None
        raise ReconcileError(
            f"this is an old office document, and no workbook that can be read ({error}); save "
            "its table as XLSX or CSV",
            path=path,
        ) from None
    except Exception as error:  # xlrd meets damage with whatever its steps raise
        raise ReconcileError(
            f"this old workbook is damaged or cut off ({type(error).__name__}); open it and save "
            "it as XLSX",
            path=path,
        ) from None


def _protected(path: str) -> ReconcileError:
    return ReconcileError(
        "this workbook is protected by a password: save it without one", path=path
    )

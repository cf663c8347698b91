"""Reading the XML of a workbook as a stream: nothing of it is kept but what a handler keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.parsers import expat

Attributes = Mapping[str, str]

_DEEPEST = 200
_EXTENSION = "calcext:"
"""LibreOffice's own attributes repeat OpenDocument's, with other values."""


class _LocalNames(dict[str, str]):
    """Names without their prefix; each is taken apart once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


class Handler:
    """What is to be done with the elements of a document; names are without their prefix."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text between tags, in one piece or several."""


class NotXmlError(Exception):
    """Not well-formed, nested too deeply, or with a document type, which no workbook has."""


class _Depth:
    """Hands on what the parser reads, and stops it at `_DEEPEST`."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.depth = 0
        self._local = _LocalNames()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotXmlError("elements are nested too deeply")
        local = self._local
        plain = {local[k]: v for k, v in attributes.items() if not k.startswith(_EXTENSION)}
        self.handler.start(local[name], plain)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(self._local[name])


def _refuse(*_: object) -> None:
    raise NotXmlError("a document type is declared")


def walk(chunks: Iterable[bytes], handler: Handler) -> None:
    """Read a document into a handler. Entities are never expanded: a document type is refused.

    Raises:
        NotXmlError: it cannot be read to its end.
        ReconcileError: as `chunks` does.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = _Depth(handler)
    parser.StartElementHandler = depth.start
    parser.EndElementHandler = depth.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotXmlError(str(error)) from None

"""`reconcile init`: settings and a rule file for the two lists of a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.catalogue import counted
from reconcile.errors import ReconcileError
from reconcile.models import Document, Side
from reconcile.overrides.file.rule_schema import rules_schema
from reconcile.pipeline import check_sides
from reconcile.places.home import load_home
from reconcile.project.config import NAME as SETTINGS
from reconcile.project.config import Config
from reconcile.project.files import write_all
from reconcile.project.prepare import home_for, layouts_of, scope_named
from reconcile.project.request import Request
from reconcile.project.rule_file import DEFAULT as RULES
from reconcile.project.sources import read_documents
from reconcile.project.wiki.pages import Pages
from reconcile.sources import format_of, parse
from reconcile.sources.document import han_share

_SCHEMA = "rules/rules.schema.json"
_LISTS = (".md", ".txt", ".wiki", ".wikitext", ".mediawiki", ".html", ".htm")
_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".ods", ".xls")
_PACKED = (".gz", ".bz2", ".zst")
_CHINESE, _ENGLISH = 0.2, 0.02
"""Shares of Han letters: a Chinese list has more than the first, an English one fewer than the
second."""

_RULE_FILE = """\
# yaml-language-server: $schema=rules.schema.json
# What no general knowledge decides about the two lists: each rule says what holds, and why.
# How to write rules: docs/rules.md of reconcile. Check them with: reconcile check
version: 1
rules:
#  - id: a-short-name
#    kind: match
#    zh: {host: 北京市, partner: 首都地區}
#    en: {host: Beijing, partner: Canberra}
#    because: The first is the territory, whose government is the city's.
"""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What was found out about two lists."""

    documents: Sequence[Document]
    request: Request
    home: str


def run_init(request: Request, dry_run: bool) -> None:
    """Write `reconcile.toml`, a rule file and its schema; what is there stays as it is.

    Raises:
        ReconcileError: there is no pair of lists, or a file cannot be read or written.
    """
    pair = _pair(request)
    for line in _found(pair):
        print(line)
    files = [(SETTINGS, _settings(pair)), (RULES, _RULE_FILE), (_SCHEMA, _schema())]
    for name, _ in files:
        if Path(name).exists():
            print(f"{name} is there already and stays as it is")
    new = [(name, text) for name, text in files if not Path(name).exists()]
    if dry_run:
        for name, text in new:
            shown = text if name != _SCHEMA else "(the JSON Schema of rules, for editors)\n"
            print(f"\n--- {name}\n{shown}", end="")
        return
    if new:
        _make_folder(Path(RULES).parent)
        for path in write_all(".", new, what="settings and rules", advice=""):
            print(f"written: {path}")
    print("Now run: reconcile")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ReconcileError(f"this cannot be made: {error.strerror}", path=str(folder)) from None


def _pair(request: Request) -> _Pair:
    """The documents of both sides, which is which, and the home country."""
    named = [*request.pair, *request.zh, *request.en, *request.both]
    if request.pair and (len(request.pair) != 2 or request.zh or request.en):
        raise ReconcileError("give the two lists, or name files with --zh and --en")
    if not named:
        request = replace(request, pair=_two_lists())
    if request.pair:
        first, second = request.pair
        if _share(first, request.pages) < _share(second, request.pages):
            first, second = second, first
        request = replace(request, pair=(), zh=(first,), en=(second,))

    layouts = layouts_of(request, Config())
    documents = read_documents(request.zh, request.en, layouts, request.pages, _tell, request.both)
    check_sides(documents)
    scope_named(request.scope)
    home, _ = home_for(documents, request.home)
    return _Pair(documents, request, home)


def _tell(note: str) -> None:
    print(f"note: {note}", file=sys.stderr)


def _share(path: str, pages: Pages) -> float:
    """The share of Chinese among the letters of a source."""
    documents = read_documents([path], [], {}, pages)
    return sum(map(han_share, documents)) / len(documents)


def _two_lists() -> tuple[str, str]:
    """The Chinese and the English list of this folder.

    Raises:
        ReconcileError: there are none, or more than one; with what was found.
    """
    found: dict[str, list[str]] = {"Chinese": [], "English": [], "neither": []}
    for file in sorted(Path().iterdir()):
        if not _may_be_list(file):
            continue
        try:
            share = _share(file.name, Pages())
        except ReconcileError:
            continue
        kind = "Chinese" if share > _CHINESE else "English" if share < _ENGLISH else "neither"
        found[kind].append(file.name)
    if len(found["Chinese"]) == len(found["English"]) == 1:
        return found["Chinese"][0], found["English"][0]
    seen = "; ".join(f"{', '.join(names[:8])} ({kind})" for kind, names in found.items() if names)
    raise ReconcileError(
        "name the two lists: reconcile init CHINESE_LIST ENGLISH_LIST. "
        + (f"In this folder stand {seen}" if seen else "In this folder stands no list")
    )


def _may_be_list(file: Path) -> bool:
    kinds = [s.lower() for s in file.suffixes]
    if kinds and kinds[-1] in _PACKED:
        kinds.pop()
    known = bool(kinds) and kinds[-1] in (*_LISTS, *_TABLES)
    about = file.name.partition(".")[0].upper() in ("README", "LICENSE", "CHANGELOG", "NOTICE")
    return known and not about and not file.name.startswith(".") and file.is_file()


def _found(pair: _Pair) -> Iterator[str]:
    """What each file is, with the number of its rows and hosts."""
    home = load_home(pair.home)
    for document in pair.documents:
        source = parse(document, home)
        if not source.records:
            raise ReconcileError(
                "no rows were found in this source: no table and no list that names partners",
                path=document.path,
            )
        hosts = len({r.host for r in source.records})
        language = "Chinese" if document.side == "zh" else "English"
        yield (
            f"{language}: {document.path}, {format_of(document).name}, "
            f"{counted(len(source.records), 'row')} of {counted(hosts, 'host')}"
        )
    yield f"home country: {pair.home}"


def _settings(pair: _Pair) -> str:
    """The text of `reconcile.toml`."""
    request = pair.request
    lines = [
        "# The pair of lists of this folder: what `reconcile` without arguments compares.",
        "[pair]",
        *(
            f"{name} = {_quoted(list(files))}"
            for name, files in (("zh", request.zh), ("en", request.en), ("both", request.both))
            if files
        ),
        f"home = {_quoted(pair.home)}  # the country whose cities are the hosts",
    ]
    if request.scope:
        lines.append(f"scope = {_quoted(request.scope)}")
    else:
        lines.append('# scope = "cities"  # if the English list covers cities alone; or "all"')
    lines += [f"rules = {_quoted(['rules'])}", f"out = {_quoted('reports')}"]
    for side in ("zh", "en"):
        lines += _reading(pair, side)
    return "\n".join(lines) + "\n"


def _reading(pair: _Pair, side: Side) -> Iterator[str]:
    """The format and the host of a side, and what its columns hold where they have names."""
    documents = [d for d in pair.documents if d.side == side]
    names = {format_of(d).name for d in documents}
    if len(names) == 1:
        stated = documents[0].format is not None
        yield f"{'' if stated else '# '}format_{side} = {_quoted(names.pop())}"
    asked = pair.request
    own = asked.encoding_zh if side == "zh" else asked.encoding_en
    if encoding := own or asked.encoding:
        yield f"encoding_{side} = {_quoted(encoding)}"
    if host := asked.host_zh if side == "zh" else asked.host_en:
        yield f"host_{side} = {_quoted(host)}"
    columns = {column: title for d in documents for column, title in _columns(d)}
    if columns:
        pairs = ", ".join(f"{column} = {_quoted(title)}" for column, title in columns.items())
        yield f"map_{side} = {{{pairs}}}"


def _columns(document: Document) -> Iterator[tuple[str, str]]:
    """What named columns hold, and their titles."""
    from reconcile.sources import columns_of

    yield from document.columns or columns_of(document).items()


def _schema() -> str:
    return json.dumps(rules_schema(), indent=2, ensure_ascii=False) + "\n"


def _quoted(value: object) -> str:
    """A text or a list of texts, as TOML writes it (as JSON does)."""
    return json.dumps(value, ensure_ascii=False)

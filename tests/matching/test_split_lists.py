"""A list may come in several files: how it is cut makes no difference to what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from hypothesis import Phase, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from reconcile.models import Document, ParsedSource, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import RunCache, Settings, run
from reconcile.report import OUTPUTS
from reconcile.report.view.view import build_view
from reconcile.sources import read_document
from tests.conftest import AS_OF, EN_SEED, ROOT, ZH_SEED, document_of, seed_result
from tests.sources.rewrite import HTML, TEXT, WIKITEXT, Markup, lines, page, split, write

SIDES: tuple[Side, ...] = ("zh", "en")
MARKUPS: dict[Side, tuple[Markup, ...]] = {"zh": (WIKITEXT, HTML), "en": (WIKITEXT, HTML, TEXT)}

WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)
"""Smaller cuts tell no more than the first ones that were found."""


class Lists:
    """Two lists, and what is said of them in one piece."""

    def __init__(self, documents: Sequence[Document], home: str) -> None:
        self.home = home
        self.cache = RunCache()
        self.result = self.run(documents)
        self.said = said(self.result)

    def run(self, documents: Sequence[Document]) -> Result:
        """Reconcile documents; what names were compared before is not compared anew."""
        settings = Settings(AS_OF, home=self.home)
        return run(documents, load_rules([]), settings, cache=self.cache)

    def source(self, side: Side) -> ParsedSource:
        """A list in one piece."""
        return next(s for s in self.result.sources if s.document.side == side)


@cache
def china() -> Lists:
    """Lists of a country whose places a table has: the seeds, with the hosts that both have."""
    result = seed_result()
    blocks = {result.hosts[r.id].block for r in result.records if r.side == "zh"}
    zh, en = result.sources
    shared = [line for line in lines(en) if line.block in blocks]
    text = write("en", en.sections, shared, TEXT)
    return Lists([zh.document, read_document(text.encode(), "en.txt", "en")], "CN")


@cache
def japan() -> Lists:
    """Lists of a country of which the gazetteer tells."""
    zh, en = "sister-cities-of-japan.wiki", "twin-towns-and-sister-cities-in-japan.wiki"
    return Lists(
        [document_of(f"examples/zh-{zh}", "zh"), document_of(f"examples/en-{en}", "en")], "JP"
    )


def said(result: Result) -> Counter[tuple[object, ...]]:
    """All links and verdicts, by what the rows say.

    Rewritten lists have no blank lines inside of a block, from which `lost-in-copy` is told.
    """
    shown = {r.id: (r.side, r.host, r.partner) for r in result.records}
    links = [(shown[x.zh], shown[x.en], x.relation, round(x.probability, 3)) for x in result.links]
    verdicts = [
        (
            shown.get(v.zh or ""),
            shown.get(v.en or ""),
            *(("only-zh", "") if v.reason in _BY_GAPS else (v.verdict, v.reason)),
        )
        for v in result.verdicts
    ]
    return Counter([*links, *verdicts])


def differences(lists: Lists, documents: Sequence[Document]) -> list[tuple[object, ...]]:
    """What is said only of the documents, or only of the lists in one piece."""
    found = said(lists.run(documents))
    return sorted([*(found - lists.said), *(lists.said - found)], key=str)


_BY_GAPS = ("lost-in-copy", "partner-missing")


@st.composite
def files(draw: st.DrawFn, source: ParsedSource) -> list[Document]:
    """A list in one to three files of several formats, in any order."""
    side = source.document.side
    last = len(lines(source)) - 1
    cuts = sorted(draw(st.sets(st.integers(1, last), max_size=2)))
    markups = [draw(st.sampled_from(MARKUPS[side])) for _ in range(len(cuts) + 1)]
    return draw(st.permutations(list(_documents(source, cuts, markups))))


def _documents(
    source: ParsedSource, cuts: Sequence[int], markups: Sequence[Markup]
) -> Iterator[Document]:
    side = source.document.side
    for n, (text, markup) in enumerate(split(source, cuts, markups)):
        whole = page(text) if markup is HTML else text
        yield read_document(whole.encode(), f"{side}{n}.txt", side)


@hypothesis(max_examples=15, phases=WITHOUT_SHRINKING)
@given(st.data())
def test_a_split_list_says_the_same(data: st.DataObject) -> None:
    zh, en = (data.draw(files(china().source(side))) for side in SIDES)
    assert differences(china(), [*zh, *en]) == []


@hypothesis(max_examples=25, phases=WITHOUT_SHRINKING)
@given(st.data())
def test_so_it_does_where_no_table_has_the_hosts(data: st.DataObject) -> None:
    zh, en = (data.draw(files(japan().source(side))) for side in SIDES)
    assert differences(japan(), [*zh, *en]) == []


def test_a_list_may_be_cut_before_a_letter() -> None:
    text = (ROOT / EN_SEED).read_text(encoding="utf-8")
    cut = text.index("==M==")
    parts = [text[:cut], f"= List of twin towns, M to Z =\n\n{text[cut:]}"]
    documents = [read_document(p.encode(), f"en{n}.txt", "en") for n, p in enumerate(parts)]
    whole = said(seed_result())
    for order in (documents, documents[::-1]):
        result = run([document_of(ZH_SEED, "zh"), *order], load_rules([]), Settings(AS_OF))
        assert said(result) == whole
        outputs = {o.name: o.render(build_view(result), result) for o in OUTPUTS}
        assert len(outputs["summary"]) > 500
        sentences = [f.message for f in result.findings if f.name == "missing-date" and f.systemic]
        assert len(sentences) == len(documents)


def test_blocks_have_ids_that_come_from_content_and_are_unique() -> None:
    zh, en = seed_result().sources
    text = zh.document.text
    again = read_document(f"\n\n{text}".encode(), "again.md", "zh")
    result = run([zh.document, again, en.document], load_rules([]), Settings(AS_OF))
    ids = [b.id for s in result.sources for b in s.blocks]
    assert len(set(ids)) == len(ids)
    assert {b.id for b in zh.blocks} < set(ids)
    assert {r.block for s in result.sources for r in s.records} <= set(ids)

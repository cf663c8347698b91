"""Pages with headings of many kinds, and the lines of those that MediaWiki numbers.

The numbers are those of a real MediaWiki: `tests/project/wiki/test_real_wiki.py` asks one.
"""

from __future__ import annotations

PAGES: dict[str, tuple[str, tuple[int, ...]]] = {
    "plain": ("lead\n== A ==\nx\n=== B ===\ny\n== C ==\nz", (2, 4, 6)),
    "comment": (
        "<!-- == N == -->\n<!--\n== N ==\n-->\n== A == <!-- c -->\n== B ==\n<!-- c -->\n== C ==",
        (5, 6, 8),
    ),
    "comment before": ("<!-- c -->== X ==\n== A ==\n<!--\n-->== B ==", (2,)),
    "comment inside": ("== A <!-- x\n y --> ==\n== B ==", (1, 3)),
    "comment open": ("== A ==\n<!-- x\n== B ==", (1,)),
    "nowiki": ("<nowiki>\n== N ==\n</nowiki>\n== A ==\n<pre>\n== P ==\n</pre>\n== B ==", (4, 8)),
    "notes": ("x<ref>\n== R ==\n</ref>\n== A ==\n<gallery>\n== G ==\n</gallery>\n== B ==", (4, 8)),
    "upper case": (
        "<NOWIKI>\n== N ==\n</nowiki >\n<ref name=a/>\n== A ==\n<pre\n>\n== P ==\n</pre>\n==B==",
        (5, 10),
    ),
    "nested": (
        "<ref><nowiki>\n== N ==\n</ref>\n== A ==</nowiki>\n== B ==\n"
        "<references>\n<ref>\n== R ==\n</ref>\n</references>\n== C ==",
        (5, 11),
    ),
    "open": ("<nowiki>\n== A ==\n<ref>\n== B ==\n{{foo\n== C ==\n[[x\n== D ==", (2, 4, 6, 8)),
    "html": ("<h2>Html</h2>\n== A ==\n<div>\n== B ==\n</div>", (2, 4)),
    "odd": ("=== A ==\n== B ===\n=\n==\n===\n====\n=====\n======\n== D ==", (1, 2, 5, 6, 7, 8, 9)),
    "behind": (
        "== A == \n==B==\t\n== C == x\n==D==<!-- a --> <!-- b -->\n == E ==\n== F ==<ref>x</ref>\n"
        "== G ==\n======= H =======",
        (1, 2, 4, 7, 8),
    ),
    "table": ("{|\n|\n== A ==\nx\n|-\n|\n== B ==\n|}\n== C ==", (3, 7, 9)),
    "template": ("{{foo|\n== T ==\n}}\n== A ==\n{{bar|x=\n=== U ===\n}}\n== B ==", (2, 4, 6, 8)),
    "link": ("[[File:x.png|thumb|\n== L ==\n]]\n-{zh-hans:\n== V ==\n;}-\n== A ==", (2, 5, 7)),
    "included": (
        "<noinclude>\n== A ==\n</noinclude>\n<includeonly>\n== I ==\n</includeonly>\n"
        "<onlyinclude>\n== O ==\n</onlyinclude>\n== B ==",
        (2, 8, 10),
    ),
}

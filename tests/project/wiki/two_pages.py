"""A small wiki that answers as MediaWiki does, for tests that are about something else."""

from __future__ import annotations

from typing import Any

from tests.project.wiki.server import Asked, Reply, Server

ZH = """\
== 湖南 ==
=== 長沙市 ===
* [[日本]][[鹿兒島]]（1982年10月30日）
* [[美國]][[聖保羅 (明尼蘇達州)|聖保羅]]
"""
EN = """\
== Hunan ==
=== Changsha ===
* {{flagicon|JPN}} [[Kagoshima]], Japan
* {{flagicon|USA}} [[Saint Paul, Minnesota|Saint Paul]], United States
"""
PAGES = {"友城": (1, ZH), "Twin towns": (2, EN)}


class Wiki(Server):
    """A wiki with two pages and a redirect."""

    def reply(self, asked: Asked) -> Reply:
        """What its API answers."""
        super().reply(asked)
        if asked.path != "/w/api.php":
            return Reply(404)
        title = asked.query["titles"]
        query: dict[str, Any] = {"general": {"sitename": "Wiki"}}
        if title == "姊妹城市":
            query["redirects"], title = [{"from": title, "to": "友城"}], "友城"
        if title not in PAGES:
            return Reply.json({"query": query | {"pages": [{"title": title, "missing": True}]}})
        number, text = PAGES[title]
        slots = {"main": {"contentmodel": "wikitext", "content": text}}
        revisions = [{"revid": 10 + number, "slots": slots}]
        page = {"title": title, "pageid": number, "revisions": revisions}
        return Reply.json({"query": query | {"pages": [page]}})

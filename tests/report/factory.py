"""A hand-made result for the tests of the reports: real lines of the seeds, invented verdicts.

The reports must not depend on how well the program reads or links, so this does both in the
crudest way: two regular expressions for the texts, and a short list of links written by hand.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.dates import DateInterval, whole_date
from reconcile.evidence import Evidence
from reconcile.ids import IdMaker
from reconcile.models import (
    Block,
    Document,
    Finding,
    HostMatch,
    Link,
    ParsedSource,
    Record,
    Result,
    Rival,
    RuleUse,
    Section,
    Side,
    SourceRef,
    Verdict,
    VerdictName,
)
from reconcile.provenance import Licence, PageRevision

SEEDS = Path(__file__).parents[2] / "seeds"
ZH_NAME, EN_NAME = "zh-sister-cities-of-china.md", "en-twin-towns-and-sister-cities-in-china.txt"

# Chinese host → English block and its province.
HOSTS = {
    "北京市": ("Beijing", "Beijing"),
    "東城區": (None, "Beijing"),
    "澳門": ("Macau", "Macau"),
    "天津市": ("Tianjin", "Tianjin"),
    "貴陽市": ("Guiyang", "Guizhou"),
    "昆明市": ("Kunming", "Yunnan"),
    "麗江市": ("Lijiang", "Yunnan"),
    "雲南省": (None, "Yunnan"),
    "貴州省": (None, "Guizhou"),
    "拉薩市": ("Lhasa", "Tibet"),
    "日喀則市": ("Shigatse", "Tibet"),
    "蘭州市": ("Lanzhou", "Gansu"),
    "甘肅省": (None, "Gansu"),
    "西寧市": ("Xining", "Qinghai"),
    "銀川市": ("Yinchuan", "Ningxia"),
    "吳忠市": ("Wuzhong", "Ningxia"),
    "烏魯木齊市": ("Ürümqi", "Xinjiang"),
}
PROVINCE_OF_BLOCK = {en: province for en, province in HOSTS.values() if en}

_PAIRS = """
東京=Tokyo 利馬=Lima 科隆=Cologne 安卡拉=Ankara 開羅=Cairo 雅加達=Jakarta 伊斯蘭堡=Islamabad
曼谷=Bangkok 首爾=Seoul 基輔=Kyiv 柏林=Berlin 法蘭西島大區=Île-de-France 布達佩斯=Budapest
布加勒斯特=Bucharest 哈瓦那=Havana 馬尼拉=Manila 里斯本=Lisbon 波爾圖=Porto 科英布拉=Coimbra
普拉亞=Praia 藤澤市=Fujisawa 蘇黎世=Zürich 沙溫=Chefchaouen 丹佛=Denver 科恰班巴=Cochabamba
曼德勒=Mandalay 于韦斯屈莱=Jyväskylä 高山=Takayama 博爾德=Boulder 波托西=Potosí 埃利斯塔=Elista
秋田=Akita 阿布奎基=Albuquerque 奔薩=Penza 比什凱克=Bishkek 烏蘭巴托=Ulaanbaatar 松江市=Matsue
神戶=Kobe 費城=Philadelphia 墨爾本=Melbourne 薩拉熱窩=Sarajevo 哈爾科夫=Kharkiv
新普利茅斯=New_Plymouth 吉大港=Chittagong 清邁=Chiang_Mai 瓦加瓦加=Wagga_Wagga
沃思堡=Fort_Worth 北帕默斯頓=Palmerston_North 里約熱內盧=Rio_de_Janeiro 紐約=New_York_City
布宜諾斯艾利斯=Buenos_Aires 華盛頓=Washington_D.C.
"""
NAMES = dict(pair.replace("_", " ").split("=") for pair in _PAIRS.split())
DIFFERENTLY = {"清邁": "level", "首爾": "renamed", "里約熱內盧": "other-host"}

COUNTRIES = {
    "日本": "JP",
    "美國": "US",
    "新西蘭": "NZ",
    "加拿大": "CA",
    "俄羅斯": "RU",
    "瑞士": "CH",
    "納米比亞": "NA",
    "Japan": "JP",
    "United States": "US",
    "New Zealand": "NZ",
    "Canada": "CA",
    "Russia": "RU",
    "Namibia": "NA",
    "Switzerland": "CH",
    "Germany": "DE",
    "South Korea": "KR",
    "France": "FR",
    "Brazil": "BR",
    "Australia": "AU",
    "Portugal": "PT",
    "Turkey": "TR",
    "Italy": "IT",
    "Thailand": "TH",
    "Mexico": "MX",
    "England, United Kingdom": "GB",
}

_CELL = re.compile(r"<td><p>(.*?)</p>")
_ANCHOR = re.compile(r'<a href="[^"]*" title="wikilink">([^<]*)</a>')
_LINK = re.compile(r'\[([^\]]+)\]\([^)]*? "wikilink"\)')
_ENGLISH = re.compile(r"- ([A-Z]{3}) (.*)")


@dataclass
class Builder:
    """Collects one source, with the line each record stands on."""

    document: Document
    records: list[Record] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)
    make_id: IdMaker = field(default_factory=IdMaker)

    def ref(self, line: int, text: str, start: int = 0) -> SourceRef:
        at = self.document.lines[line - 1].index(text, start)
        return SourceRef(self.document.id, line, at + 1, at + 1 + len(text), text)

    def section(self, line: int, title: str, level: int = 2) -> None:
        ref = self.ref(line, title)
        self.sections.append(Section(self.document.id, title, ref, level, 0))

    def block(self, line: int, host: str) -> None:
        section = self.sections[-1].title if self.sections else ""
        ref = self.ref(line, host)
        key = self.make_id("block", self.document.side, host, section)
        self.blocks.append(Block(key, self.document.id, section, host, ref))

    def record(
        self,
        line: int,
        partner: str,
        date: str | None = None,
        country: str | None = None,
        row_line: int | None = None,
        date_line: int | None = None,
        code: str | None = None,
    ) -> None:
        block = self.blocks[-1]
        side = self.document.side
        self.records.append(
            Record(
                id=self.make_id(side, block.host, partner),
                side=side,
                source=self.document.id,
                line=line,
                row_line=row_line or line,
                section=block.section,
                host=block.host,
                host_ref=block.ref,
                partner=partner,
                partner_ref=self.ref(line, partner),
                name=partner,
                block=block.id,
                position=sum(r.block == block.id for r in self.records),
                raw=self.document.lines[line - 1].strip(),
                country=COUNTRIES.get(country or ""),
                country_text=country,
                country_ref=self.ref(line, country) if country else None,
                code=code,
                code_ref=self.ref(line, code) if code else None,
                date=_date(date),
                date_ref=self.ref(date_line or line, date) if date else None,
            )
        )

    def done(self) -> ParsedSource:
        rows = [sum(r.section == s.title for r in self.records) for s in self.sections]
        sections = (
            Section(s.source, s.title, s.ref, s.level, n)
            for s, n in zip(self.sections, rows, strict=True)
        )
        return ParsedSource(
            document=self.document,
            records=tuple(self.records),
            partnerless=(),
            sections=tuple(sections),
            blocks=tuple(self.blocks),
            uses=tuple(self.uses),
        )


def _date(text: str | None) -> DateInterval | None:
    found = whole_date(text) if text else None
    return found.date if found else None


def document(name: str, text: str, side: Side) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(f"{side}:{name}", side, f"seeds/{name}", text, digest)


def parse_zh(text: str) -> ParsedSource:
    b = Builder(document(ZH_NAME, text, "zh"))
    for number, line in enumerate(b.document.lines, 1):
        use = "structure"
        if line.startswith("## "):
            b.section(number, line[3:])
        elif cell := _CELL.match(line):
            use = _html_cell(b, number, cell[1])
        elif line.startswith("|") and "<small>" in line:
            use = _pipe_row(b, number, line)
        elif line.startswith("此") or line.startswith("[Category"):
            use = "ignored:prose" if line.startswith("此") else "ignored:category"
        elif line.startswith("???"):
            use = "not-understood"
        b.uses.append(use)
    return b.done()


def _html_cell(b: Builder, number: int, cell: str) -> str:
    names = _ANCHOR.findall(cell)
    if not names:
        return "record"  # a date, taken with its partner
    first = b.document.lines[number - 2].startswith("<tr")
    following = b.document.lines[number : number + 2]
    dates = [(i, m[1]) for i, t in enumerate(following) if (m := _CELL.match(t)) and _date(m[1])]
    if first and not dates[:1] and following and _ANCHOR.search(following[0]):
        b.block(number, names[0])
        return "record"
    if first and following and _ANCHOR.search(following[0]):
        b.block(number, names[0])
        return "record"
    if not b.blocks or b.blocks[-1].section != b.sections[-1].title:
        section = b.sections[-1]
        b.block(section.ref.line, section.title)
    date, date_line = (dates[0][1], number + 1 + dates[0][0]) if dates else (None, None)
    b.record(number, names[-1], date, row_line=number - 1, date_line=date_line)
    return "record"


def _pipe_row(b: Builder, number: int, line: str) -> str:
    host, _, rest = line.partition("| <small>")
    if "〖" in host:
        names = _LINK.findall(host)
        b.block(number, names[-1] if names else host.split("〖")[1].split("〗")[0])
    names = _LINK.findall(rest)
    if len(names) < 2:
        return "record"
    date = re.search(r"（(\d{4}年[^）]*)）", rest)
    b.record(number, names[-1], date[1] if date else None, names[0])
    return "record"


def parse_en(text: str) -> ParsedSource:
    b = Builder(document(EN_NAME, text, "en"))
    for number, line in enumerate(b.document.lines, 1):
        use = "structure"
        if line.startswith("=="):
            b.section(number, line.strip("= "))
        elif row := _ENGLISH.match(line):
            partner, _, country = row[2].partition(", ")
            b.record(number, partner, None, country or None, code=row[1])
            use = "record"
        elif line.startswith("This is"):
            use = "ignored:prose"
        elif line and not line.startswith("="):
            b.block(number, line)
        b.uses.append(use)
    return b.done()


def links_and_verdicts(
    zh: ParsedSource, en: ParsedSource
) -> tuple[tuple[Link, ...], tuple[Verdict, ...]]:
    by_place = {(r.host, r.partner): r for r in en.records}
    links: list[Link] = []
    verdicts: list[Verdict] = []
    for r in zh.records:
        host = HOSTS.get(r.host, (None, ""))[0]
        other = by_place.get((host or "", NAMES.get(r.partner, "")))
        if other:
            link = _link(r, other, en.records[0])
            links.append(link)
            verdicts.append(_linked_verdict(r, other, link))
        elif host:
            why = f"{host} has its block in the English list, without this partner."
            verdicts.append(Verdict(r.id, None, "only-zh", "not-listed", why))
        else:
            why = f"The English list has no block for {r.host}."
            verdicts.append(Verdict(r.id, None, "not-comparable", "no-host-block", why))
    linked = {link.en for link in links}
    shared = {HOSTS[r.host][0] for r in zh.records if r.host in HOSTS}
    for r in en.records:
        if r.id in linked:
            continue
        if r.host in shared:
            why = f"The Chinese list has {r.host}, without this partner."
            verdicts.append(Verdict(None, r.id, "only-en", "not-listed", why))
        else:
            why = "The Chinese list leaves the section of this host empty."
            verdicts.append(Verdict(None, r.id, "not-comparable", "section-empty", why))
    return tuple(links), tuple(verdicts)


def _link(zh: Record, en: Record, rival: Record) -> Link:
    seed = int(zh.id[:4], 16) / 65536
    evidence = (
        Evidence("prior", "one of {count} rows that could be meant", {"count": 180}, -5.187),
        Evidence(
            "exonym",
            "{name} is an established name of {latin}",
            {"name": zh.name, "latin": en.name},
            7.0 * seed + 1.2,
        ),
        Evidence("parent", "both in {parent}", {"parent": en.country_text or ""}, 1.934),
        Evidence("reading", "{zh} has no known reading", {"zh": zh.host}, 2.4172),
    )
    total = sum(e.weight for e in evidence)
    relation = DIFFERENTLY.get(zh.partner, "same")
    return Link(
        id=f"{zh.id[:4]}{en.id[:4]}",
        zh=zh.id,
        en=en.id,
        relation=relation,  # type: ignore[arg-type]
        probability=1 / (1 + math.exp(-total)),
        method="score",
        evidence=evidence,
        runner_up=Rival(rival.id, "Santa Fe, United States", 0.0412) if seed > 0.5 else None,
        rule="muni" if zh.partner == "沙溫" else None,
    )


def _linked_verdict(zh: Record, en: Record, link: Link) -> Verdict:
    if zh.partner == "丹佛":
        why = "The Chinese row says Canada, the English row United States."
        return Verdict(zh.id, en.id, "conflict", "country", why)
    name: VerdictName = "agree" if link.relation == "same" else "agree-differently"
    reason = "same-place" if name == "agree" else link.relation
    return Verdict(zh.id, en.id, name, reason, f"{zh.partner} and {en.partner} are one place.")


def _texts(whole: bool) -> tuple[str, str]:
    zh = (SEEDS / ZH_NAME).read_text(encoding="utf-8")
    en = (SEEDS / EN_NAME).read_text(encoding="utf-8")
    if whole:
        return zh, en
    lines = zh.splitlines(keepends=True)
    keep = [*range(30), *range(204, 258), *range(380, 386), *range(714, 757), *range(803, 821)]
    blocks = {"Beijing", "Bengbu", "Kunming", "Lhasa", "Macau", "Yinchuan", "Ürümqi", "Wuzhong"}
    return "".join(lines[i] for i in keep), "".join(_blocks(en, blocks))


def _blocks(text: str, wanted: set[str]) -> Iterator[str]:
    keep = True
    for line in text.splitlines(keepends=True):
        if not line.startswith(("- ", "\n", "=", "This")):
            keep = line.strip() in wanted
        if keep or line.startswith("="):
            yield line


def make_result(*, whole: bool = False, texts: tuple[str, str] | None = None) -> Result:
    """A result from parts of the seeds, from the `whole` of them, or from other `texts`."""
    from tests.report.findings import make_findings

    zh_text, en_text = texts or _texts(whole)
    zh, en = parse_zh(zh_text), parse_en(en_text)
    links, verdicts = links_and_verdicts(zh, en)
    index = {b.host: b.id for b in en.blocks}
    hosts = {}
    for r in (*zh.records, *en.records):
        block, province = HOSTS.get(r.host, (r.host, PROVINCE_OF_BLOCK.get(r.host)))
        hosts[r.id] = HostMatch(index.get(block or ""), province, "prefecture")
    used = tuple(link.id for link in links if link.rule)
    path = "rules/names.yaml"
    return Result(
        as_of="2025-06-30",
        threshold=0.5,
        sources=(zh, en),
        hosts=hosts,
        links=links,
        findings=make_findings(zh, en, links),
        verdicts=verdicts,
        rules=(
            RuleUse("muni", "match", path, 4, "Same town; 沙溫 is the Cantonese form.", used),
            RuleUse("lost", "no-match", path, 9, "No such row any more.", ()),
        ),
    )


def with_page(result: Result, index: str | None = "https://wiki.example.org/w/index.php") -> Result:
    """The result, its English source being a revision of a page of the wiki with this `index`."""
    zh, en = result.sources
    licence = Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/")
    page = PageRevision(
        'Twin towns "<b>', 3, 12, "2026-11-28T06:58:03Z", "en", "Wiki", None, index, licence
    )
    known = replace(en, document=replace(en.document, page=page))
    return replace(result, sources=(zh, known))


SPOKEN = {"host": "日喀則市", "block": "Shigatse", "place": "zh:list.md", "together": "hosts"}
"""What the catalogue's sentences for groups are filled from."""


def finding(
    code: str,
    name: str,
    severity: str,
    origin: str,
    message: str,
    refs: tuple[SourceRef, ...],
    **more: object,
) -> Finding:
    """A finding with as little ceremony as a test wants."""
    made = IdMaker()(code, message, *(x for r in refs for x in (r.line, r.column)))
    values: dict[str, object] = {"id": made, "params": SPOKEN, **more}
    return Finding(
        code=code,
        name=name,
        severity=severity,  # type: ignore[arg-type]
        origin=origin,  # type: ignore[arg-type]
        message=message,
        refs=refs,
        **values,  # type: ignore[arg-type]
    )

"""Clean pairs of lists, made from one table, in several layouts: nothing is wrong with them.

Both lists say the same: hosts of eight provinces, six twin towns each, every one dated. The
Chinese list is in order of date, the English one in alphabetical order.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reconcile.models import Document, Side
from reconcile.places.countries import code_of, name_of
from reconcile.scripts import fold
from reconcile.sources import read_document

Layout = Literal["table", "items", "extract", "markdown"]
LAYOUTS: tuple[tuple[Layout, Layout], ...] = (("table", "extract"), ("items", "markdown"))
"""The layouts of the Chinese and the English list of a pair."""
PARTNERS_EACH = 6

_HOSTS = """\
河北 Hebei: 石家庄 Shijiazhuang, 唐山 Tangshan, 保定 Baoding
山西 Shanxi: 太原 Taiyuan, 大同 Datong
辽宁 Liaoning: 沈阳 Shenyang, 大连 Dalian, 鞍山 Anshan
江苏 Jiangsu: 南京 Nanjing, 无锡 Wuxi, 徐州 Xuzhou
浙江 Zhejiang: 杭州 Hangzhou, 宁波 Ningbo, 温州 Wenzhou
福建 Fujian: 厦门 Xiamen, 泉州 Quanzhou
湖北 Hubei: 武汉 Wuhan, 宜昌 Yichang
四川 Sichuan: 成都 Chengdu, 绵阳 Mianyang
"""
_PARTNERS = """\
JP: 横滨 Yokohama, 名古屋 Nagoya, 札幌 Sapporo, 京都 Kyoto, 长崎 Nagasaki, 广岛 Hiroshima
JP: 仙台 Sendai, 金泽 Kanazawa, 冈山 Okayama, 熊本 Kumamoto, 北九州 Kitakyushu, 鹿儿岛 Kagoshima
KR: 仁川 Incheon, 大邱 Daegu, 蔚山 Ulsan, 水原 Suwon, 浦项 Pohang, 昌原 Changwon
US: 芝加哥 Chicago, 西雅图 Seattle, 休斯敦 Houston, 波士顿 Boston, 底特律 Detroit, 匹兹堡 Pittsburgh
CA: 多伦多 Toronto, 渥太华 Ottawa, 卡尔加里 Calgary, 埃德蒙顿 Edmonton, 温尼伯 Winnipeg
DE: 汉堡 Hamburg, 慕尼黑 Munich, 科隆 Cologne, 斯图加特 Stuttgart, 不来梅 Bremen, 汉诺威 Hanover
DE: 德累斯顿 Dresden, 莱比锡 Leipzig, 纽伦堡 Nuremberg, 多特蒙德 Dortmund
FR: 里昂 Lyon, 马赛 Marseille, 波尔多 Bordeaux, 图卢兹 Toulouse, 斯特拉斯堡 Strasbourg, 雷恩 Rennes
IT: 米兰 Milan, 都灵 Turin, 那不勒斯 Naples, 热那亚 Genoa, 博洛尼亚 Bologna, 威尼斯 Venice
ES: 巴塞罗那 Barcelona, 塞维利亚 Seville, 萨拉戈萨 Zaragoza, 马拉加 Málaga
GB: 曼彻斯特 Manchester, 利物浦 Liverpool, 利兹 Leeds, 诺丁汉 Nottingham, 谢菲尔德 Sheffield
NL: 鹿特丹 Rotterdam, 阿姆斯特丹 Amsterdam, 乌得勒支 Utrecht
BE: 安特卫普 Antwerp, 布鲁塞尔 Brussels
SE: 哥德堡 Gothenburg, 斯德哥尔摩 Stockholm, 马尔默 Malmö
DK: 哥本哈根 Copenhagen, 奥胡斯 Aarhus
FI: 赫尔辛基 Helsinki, 坦佩雷 Tampere, 图尔库 Turku
PL: 华沙 Warsaw, 克拉科夫 Kraków, 波兹南 Poznań, 格但斯克 Gdańsk
CZ: 布拉格 Prague, 布尔诺 Brno
HU: 布达佩斯 Budapest, 德布勒森 Debrecen
AT: 维也纳 Vienna, 格拉茨 Graz, 林茨 Linz
CH: 苏黎世 Zürich, 日内瓦 Geneva
RU: 莫斯科 Moscow, 喀山 Kazan, 萨马拉 Samara, 伊尔库茨克 Irkutsk, 叶卡捷琳堡 Yekaterinburg
UA: 基辅 Kyiv, 敖德萨 Odesa
AU: 悉尼 Sydney, 墨尔本 Melbourne, 布里斯班 Brisbane, 阿德莱德 Adelaide
BR: 里约热内卢 Rio de Janeiro, 库里蒂巴 Curitiba
MX: 瓜达拉哈拉 Guadalajara, 蒙特雷 Monterrey
EG: 开罗 Cairo, 亚历山大 Alexandria
ZA: 开普敦 Cape Town, 德班 Durban
TH: 曼谷 Bangkok, 清迈 Chiang Mai
VN: 河内 Hanoi, 海防 Hai Phong
PH: 马尼拉 Manila, 达沃 Davao City
ID: 雅加达 Jakarta, 泗水 Surabaya, 万隆 Bandung
IN: 孟买 Mumbai, 加尔各答 Kolkata
PK: 卡拉奇 Karachi, 拉合尔 Lahore
TR: 安卡拉 Ankara, 伊兹密尔 Izmir
KZ: 阿拉木图 Almaty, 卡拉干达 Karaganda
"""


@dataclass(frozen=True)
class Row:
    """One row of one list as its text has it; a damage changes fields. `key` survives it.

    `slid` rows lost their host cell, `gap` rows stand behind a blank line, `blank` rows are empty.
    """

    key: str
    section: str
    host: str
    partner: str
    country: str
    code: str
    date: str
    target: str
    note: str = ""
    slid: bool = False
    gap: bool = False
    blank: bool = False


@dataclass(frozen=True)
class Sheet:
    """One list: its rows in the order of the text, and the layout that it is written in.

    `empty` are titles of sections that are announced and hold nothing.
    """

    side: Side
    layout: Layout
    rows: tuple[Row, ...]
    empty: tuple[str, ...] = ()

    def changed(self, key: str, **fields: object) -> Sheet:
        """The list with other values in one row."""
        rows = (replace(r, **fields) if r.key == key else r for r in self.rows)  # type: ignore[arg-type]  # field names are checked when a test runs
        return replace(self, rows=tuple(rows))


@dataclass(frozen=True)
class Written:
    """The text of a list, the line of each row and of each heading."""

    text: str
    line_of: dict[str, int]

    def document(self, side: Side) -> Document:
        """The text as a document."""
        return read_document(self.text.encode(), "zh.md" if side == "zh" else "en.txt", side)


def clean_pair(seed: int, layouts: tuple[Layout, Layout] = LAYOUTS[0]) -> tuple[Sheet, Sheet]:
    """A Chinese and an English list that say the same."""
    rng = random.Random(seed)
    partners = list(_listed(_PARTNERS))
    rng.shuffle(partners)
    days = rng.sample(range(datetime.date(1999, 1, 1).toordinal(), 736_000), len(partners))
    zh: list[Row] = []
    en: list[Row] = []
    at = 0
    for title, zh_host, en_host in _hosts():
        block = partners[at : at + PARTNERS_EACH]
        dates = sorted(days[at : at + PARTNERS_EACH])
        at += PARTNERS_EACH
        for (iso, name, latin), day in zip(block, dates, strict=True):
            date = datetime.date.fromordinal(day)
            zh_date = f"{date.year}年{date.month}月{date.day}日"
            country, nation = name_of(iso, "zh-Hans"), name_of(iso, "en")
            key = f"{en_host}/{latin}"
            # The bare titles of Japanese and Korean cities are lists of namesakes.
            page = f"{name}市" if iso in ("JP", "KR") and name[-1] not in "市町村區区" else name
            zh.append(Row(key, title[0], f"{zh_host}市", name, country, "", zh_date, page))
            en_date = f"{date.day} {date:%B} {date.year}"
            code = code_of(iso, "iso3") or ""
            en.append(Row(key, title[1], en_host, latin, nation, code, en_date, latin))
    by_section = layouts[1] == "markdown"
    en.sort(key=lambda r: (fold(r.section) * by_section, fold(r.host), fold(r.partner)))
    return Sheet("zh", layouts[0], tuple(zh)), Sheet("en", layouts[1], tuple(en))


def _listed(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines():
        head, _, names = line.partition(": ")
        for pair in names.split(", "):
            zh, _, latin = pair.partition(" ")
            yield head, zh, latin


def _hosts() -> Iterator[tuple[tuple[str, str], str, str]]:
    for head, zh, latin in _listed(_HOSTS):
        zh_title, _, en_title = head.partition(" ")
        yield (zh_title, en_title), zh, latin


def write(sheet: Sheet) -> Written:
    """The text of a list."""
    writer = _Writer()
    for title in sheet.empty:
        writer.heading(sheet, title)
    before: Row | None = None
    for row in sheet.rows:
        new_section = before is None or before.section != row.section
        if sheet.layout == "extract":
            letter = row.host[0]
            new_section = before is None or before.host[0] != letter
            if new_section:
                writer.heading(sheet, letter)
        elif new_section:
            writer.heading(sheet, row.section)
        new_host = new_section or before is None or before.host != row.host
        _write_row(writer, sheet.layout, row, new_section, new_host)
        before = row
    return Written("\n".join(writer.lines) + "\n", writer.line_of)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line_of: dict[str, int] = {}

    def put(self, text: str, key: str | None = None) -> None:
        self.lines.append(text)
        if key is not None:
            self.line_of[key] = len(self.lines)

    def heading(self, sheet: Sheet, title: str) -> None:
        self.put("")
        self.put(f"=={title}==" if sheet.layout == "extract" else f"## {title}", title)
        self.put("")


def _write_row(
    writer: _Writer, layout: Layout, row: Row, new_section: bool, new_host: bool
) -> None:
    if layout == "table":
        if new_section:
            writer.put("| 己方城市 | 国家 | 友城 | 日期 |")
            writer.put("| --- | --- | --- | --- |")
        link = f"[{row.partner}]({row.target}.md){row.note}" if row.partner else ""
        cells = [row.host if new_host else "", row.country, link, row.date]
        if row.blank:
            cells = ["", "", "", ""]
        if row.slid:
            cells = [*cells[1:], ""]
        writer.put("| " + " | ".join(cells) + " |", row.key)
        return
    if new_host:
        if layout == "extract" and not new_section:
            writer.put("")
        writer.put(row.host if layout == "extract" else f"### {row.host}", row.host)
        writer.put("")
    if row.gap:
        writer.put("", f"gap {row.key}")
    writer.put(_item(layout, row), row.key)


def _item(layout: Layout, row: Row) -> str:
    link = f"[{row.partner}]({row.target.replace(' ', '_')}.md)" if row.partner else ""
    if layout == "items":
        country = f"[{row.country}]({row.country}.md)" if row.country else ""
        return f"- {country}{link}{row.note}" + (f"（{row.date}）" if row.date else "")
    name = row.partner if layout == "extract" else link
    code = f"{row.code} " if row.code and layout == "extract" else ""
    date = f" ({row.date})" if row.date else ""
    return f"- {code}{name}{row.note}" + (f", {row.country}" if row.country else "") + date

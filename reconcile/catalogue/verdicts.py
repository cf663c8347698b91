"""Why a verdict came out as it did: one sentence for each reason."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.catalogue.agreements import AGREEMENT_KINDS, RENAMING
from reconcile.catalogue.code import Lang, Text
from reconcile.catalogue.wording import say
from reconcile.models import Param

REASONS: dict[str, Text] = {
    "same-place": Text(
        "{zh} is {en}, under {zh_host} and {en_host}", "{zh}即 {en}，屬{zh_host}和 {en_host}"
    ),
    "renamed": Text("{zh} is {en}: {why}", "{zh}即 {en}：{why}"),
    "level": Text(
        "{zh} and {en} are of two administrative levels",
        "{zh}與 {en} 行政級別不同",
    ),
    "name": Text(
        "{zh} and {en} have the same host and day ({zh_date}), but {zh} is {place}",
        "{zh}與 {en} 主辦城市和日期（{zh_date}）相同，但{zh}是 {place}",
    ),
    "country": Text(
        "{zh} and {en} are linked, and one says {zh_country:the}, the other {en_country:the}",
        "{zh}與 {en} 相連，一方說在{zh_country:country}，另一方說在 {en_country:country}",
    ),
    "date": Text(
        "{zh} and {en} are linked, and their dates {zh_date} and {en_date} differ",
        "{zh}與 {en} 相連，日期 {zh_date} 與 {en_date} 不同",
    ),
    "host": Text(
        "{zh} and {en} are linked, and stand under {zh_host} and {en_host}",
        "{zh}與 {en} 相連，分屬{zh_host}和 {en_host}",
    ),
    "kind": Text(
        "{zh} and {en} are linked, and one says {zh_kind}, the other {en_kind}",
        "{zh}與 {en} 相連，一方說是{zh_kind}，另一方說是 {en_kind}",
    ),
    "partner-missing": Text(
        "the {other:side} rows of {block} do not have {partner}",
        "{other:side}列表的{block}沒有{partner}",
    ),
    "probably-newer": Text(
        "the {other:side} rows of {block} do not have {partner}, of {date}, which is probably newer than that list",
        "{other:side}列表的{block}沒有{partner}；{date}的協議很可能比該列表新",
    ),
    "undecided": Text(
        "{rival} may be meant, which is too uncertain to link",
        "可能是 {rival}，把握不足，未予連結",
    ),
    "wrong-pair": Text(
        "{rival} stands in its row and does not belong to it", "同列的 {rival} 與它不相配"
    ),
    "unnamed": Text(
        "a row of {host} with {country_text} names no partner and may be this one",
        "{host}有一列只寫{country_text}而無友城名，可能就是它",
    ),
    "kept-apart": Text("rule {rule} says that it is not {rival}", "規則 {rule} 說它不是 {rival}"),
    "only-in": Text("rule {rule} says that only this list has it", "規則 {rule} 說只有本列表有"),
    "stated-twice": Text(
        "the same agreement stands in line {line:n} of {place}",
        "同一協議也見於 {place} 第{line:n}行",
    ),
    "section-empty": Text(
        "nothing stands under {sections:list} in the other list",
        "另一列表的章節「{sections:list}」是空的",
    ),
    "no-host-block": Text(
        "the {other:side} list has no rows for {host}", "{other:side}列表沒有{host}"
    ),
    "level-out-of-scope": Text(
        "the {other:side} list has cities as hosts; {host} is none",
        "{other:side}列表只收城市；{host}不是城市",
    ),
    "host-ambiguous": Text(
        "{host} may be {blocks:or}; nothing decides", "{host}可能是 {blocks:or}，無從判斷"
    ),
    "newer-than-source": Text(
        "the agreement of {date} is newer than the revision of the {other:side} list",
        "{date}的協議比{other:side}列表的版本新",
    ),
    "lost-in-copy": Text(
        "a blank line splits the block {block} between {before} and {after}, just where {latin} would stand",
        "{block} 在 {before} 與 {after} 之間有空行，正是 {latin} 應在之處",
    ),
}


def why(reason: str, params: Mapping[str, Param], lang: Lang = "en") -> str:
    """The sentence for a verdict's reason."""
    return say(
        REASONS[reason],
        params,
        lang,
        {"why": RENAMING, "zh_kind": AGREEMENT_KINDS, "en_kind": AGREEMENT_KINDS},
    )

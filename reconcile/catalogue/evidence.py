"""Evidence in each language: what a piece is called, and its sentence.

Whoever finds a piece gives it with its English sentence as a template; here that sentence is the
key to the others. A template that is not known here, as of a report of another version, is said
in English.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.catalogue.code import Lang, Phrases, Text
from reconcile.catalogue.wording import say
from reconcile.evidence import BY, Param

LABELS: dict[str, Text] = {
    "alternatives": Text("alternatives", "其他候選"),
    "competition": Text("competition", "競爭"),
    "country": Text("country", "國家"),
    "date": Text("date", "日期"),
    "exonym": Text("exonym", "通用譯名"),
    "gazetteer": Text("gazetteer", "地名錄"),
    "host": Text("host", "城市"),
    "level": Text("level", "級別"),
    "other-place": Text("another place", "另一地方"),
    "parent": Text("parent", "上級"),
    "pinyin": Text("pinyin", "拼音"),
    "prior": Text("prior", "先驗"),
    "reading": Text("reading", "讀音"),
    "region": Text("region", "地區"),
    "row": Text("row", "列"),
    "rule": Text("rule", "規則"),
    "seat": Text("seat", "首府"),
    "size": Text("size", "規模"),
    "sound": Text("sound", "音譯"),
    "unlike": Text("unlike names", "名稱不符"),
    "translated-part": Text("translated part", "意譯成分"),
    "unsaid": Text("unsaid word", "未譯之詞"),
}
"""What the pieces of evidence are called."""

_SENTENCES = (
    # priors, and what the other candidates take
    Text("one of {count} rows that could be meant", "可能所指的{count}列之一"),
    Text("one of {count} candidates", "{count}個候選之一"),
    Text("how well the other candidates fit", "其他候選的符合程度"),
    Text("another row fits as well", "另一列同樣符合"),
    Text("the small chances of all other rows", "其他各列的些微可能"),
    Text("no link is shown as more certain than {highest}", "連結的把握最高只顯示到 {highest}"),
    Text("rule {rule} says that {zh} is {en}", "規則 {rule} 說{zh}即 {en}"),
    # two records
    Text("both stand in one row", "同在一列"),
    Text("both in {country}", "都在{iso:country}"),
    Text("{zh_country} is not {en_country}", "{zh_iso:country}不是{en_iso:country}"),
    Text("both on {date}", "日期都是 {date}"),
    Text("both in {date}", "日期都在 {date}"),
    Text("{zh_date} is not {en_date}", "{zh_date} 不是 {en_date}"),
    Text("one of the names may be wrong", "可能有一方名稱有誤"),
    Text("both a {level}", "都是{level:level}"),
    Text("a {zh_level} and a {en_level}", "{zh_level:level}與{en_level:level}"),
    Text("both in {parent}", "都屬 {parent}"),
    Text("{zh} is not {en}", "{zh}不是 {en}"),
    Text("{name} is known as {place} there", "該國的{name}已知是 {place}"),
    Text("{words} of {name} is not in {other}", "{name} 的「{words}」不見於 {other}"),
    Text("under {en_host}, not {zh_host}", "列在 {en_host} 之下，而非{zh_host}"),
    # what the tables say of two names
    Text("{name} is an established name of {latin}", "{name}是 {latin} 的通用譯名"),
    Text("{name} is {former}", "{name}即 {former}"),
    Text("{name} is {former}, renamed {latin}", "{name}即 {former}，已改名 {latin}"),
    Text(
        "{name} is {former}, renamed {latin} in {year}", "{name}即 {former}，{year} 年改名 {latin}"
    ),
    Text("{name} is {former}, merged into {latin}", "{name}即 {former}，已併入 {latin}"),
    Text(
        "{name} is {former}, merged into {latin} in {year}",
        "{name}即 {former}，{year} 年併入 {latin}",
    ),
    Text("{name} was renamed {latin} in {year}", "{name}已於{year}年改名 {latin}"),
    Text("{name} became part of {latin} in {year}", "{name}已於{year}年併入 {latin}"),
    Text(
        "{name}: GeoNames lists it among the names of {place} ({country})",
        "{name}：GeoNames 列為 {place} 的名稱之一（{country:country}）",
    ),
    Text(
        "{name} is the {kind} {region} ({country})",
        "{name}即 {region}（{country:country}；{kind:level}）",
    ),
    Text("{name} is the seat of {other}", "{name}是 {other} 的首府"),
    Text("the seat of {name} is {other}", "{name}的首府是 {other}"),
    Text("{people:,} people", "{people:n} 人"),
    # how two names sound; which letters stand for which character is the same in any language
    Text("{zh} ~ {name}: {units}", "{zh} ~ {name}: {units}"),
    Text("{zh} ~ {name}: too long to align", "{zh} ~ {name}：太長，無法對齊"),
    Text("{words}", "{words}"),
    Text("{zh} reads {name} in {language}", "{zh}的{language}讀音是 {name}"),
    Text("{zh} does not quite read {name} in {language}", "{zh}的{language}讀音與 {name} 不盡相同"),
    Text("{zh} has no known reading", "{zh}沒有已知的讀音"),
)
SENTENCES: dict[str, Text] = {text.en: text for text in _SENTENCES}
"""English template → the sentence in each language."""

_BY = Text(BY, "（據{by}）")
_PHRASES: Phrases = {
    "language": {
        "Japanese": Text("Japanese", "日語"),
        "Korean": Text("Korean", "韓語"),
        "Vietnamese": Text("Vietnamese", "越南語"),
        "Mandarin": Text("Mandarin", "漢語"),
        "Cantonese": Text("Cantonese", "粵語"),
    },
    "by": {
        "its link target": Text("its link target", "其連結目標"),
        "a rule": Text("a rule", "規則"),
    },
}


def sentence(detail: str, template: str, params: Mapping[str, Param], lang: Lang) -> str:
    """What a piece of evidence says.

    Args:
        detail: the sentence in English, which is said where there is none in the language.
        template: the template of that sentence.
        params: what the template is filled from.
        lang: the language.

    Raises:
        KeyError: a parameter of the sentence is not given, or stands for no known word.
    """
    known = SENTENCES.get(template.removesuffix(BY))
    if lang == "en" or known is None:
        return detail
    ending = say(_BY, params, lang, _PHRASES) if template.endswith(BY) else ""
    return say(known, params, lang, _PHRASES) + ending

"""The codes of findings: what each means, and the sentence it says.

A code is lasting: it is never given to another meaning. Its letter is the family. Severity is a
field and not part of the code. `template` is filled from a finding's `params` by `str.format`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.models import Severity

FAMILIES = {
    "S": "structure",
    "D": "dates",
    "N": "names",
    "A": "agreements",
    "L": "links",
    "R": "rules",
}


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    `rule_kind` names the kind of override rule that settles it, if one does.
    """

    code: str
    name: str
    severity: Severity
    title: str
    template: str
    meaning: str
    action: str
    rule_kind: str | None = "ignore"
    systemic: str | None = None
    """The sentence where a whole list has the fault, and not some of its rows."""
    grouped: str | None = None
    """The sentence for `{n}` findings of one group, filled from the first one's params."""

    @property
    def family(self) -> str:
        """The family's name: `structure`, `dates`, `names`, `agreements`, `links` or `rules`."""
        return FAMILIES[self.code[0]]


CODES: tuple[Code, ...] = (
    Code(
        "S101",
        "empty-row",
        "warning",
        "Row without any content",
        "{host} has a row that holds nothing: no partner, no country, no date.",
        "A row of the table is empty. Whatever it held is lost, or it never held anything.",
        "Restore the content from the page history, or delete the row.",
        "ignore",
        grouped="{host} has {n} rows that hold nothing: no partner, no country, no date.",
    ),
    Code(
        "S102",
        "missing-partner",
        "error",
        "Row without a partner",
        "{host} has a row with {given} whose partner is not named{elsewhere}.",
        "A row states a country, a date or a number, and no partner. It cannot be compared with anything.",
        "Add the partner's name.",
        "ignore",
    ),
    Code(
        "S103",
        "empty-section",
        "warning",
        "Section without rows",
        "The section {section} has a heading and no rows{elsewhere}.",
        "A heading stands in the list with nothing under it: nothing of it can be compared.",
        "Fill the section, or remove the heading. If the rows stand on another page, give that page as a further source.",
        "ignore",
        grouped="{n} sections have a heading and no rows.",
    ),
    Code(
        "S104",
        "missing-code",
        "notice",
        "Row without its country code",
        "{partner} under {host} has no country code, which {share} of the rows have.",
        "The list prints a country code before nearly every row; this row has none.",
        "Add the code.",
        "ignore",
    ),
    Code(
        "S105",
        "inconsistent-code",
        "notice",
        "Two codes for one country",
        "{partner} under {host} has the code {code}; {count} other rows give {country} as {usual}.",
        "One country stands under two codes in one list, so sorting and counting by code go wrong.",
        "Use the list's usual code.",
        "ignore",
    ),
    Code(
        "S106",
        "repeated-block",
        "warning",
        "A block that repeats another",
        "{host} lists the same {count} partners, in the same order, as {other}.",
        "Two hosts have the same partners entry for entry. Most likely one block was copied and never changed.",
        "Check both blocks against a source and replace the copied one.",
        "ignore",
    ),
    Code(
        "S107",
        "split-list",
        "notice",
        "Blank line inside a block",
        "A blank line splits the block of {host} before {partner}.",
        "A block of rows is interrupted by a blank line. An entry may have been lost there.",
        "Compare with the page: restore the entry that is missing, or close the gap.",
        "ignore",
        grouped="{n} blank lines split blocks of the list.",
    ),
    Code(
        "S108",
        "line-not-understood",
        "notice",
        "Line not understood",
        "This line of {place} fits nothing the program knows: {text}",
        "The line is neither a row, a heading nor a known kind of remark, so what it says was not used.",
        "If the line states an agreement, report it as a bug; else ignore it by a rule.",
        "ignore",
        grouped="{n} lines of {place} fit nothing the program knows.",
    ),
    Code(
        "D101",
        "missing-date",
        "notice",
        "No date",
        "{partner} under {host} has no date.",
        "The row states no date, so it cannot be compared by date.",
        "Add the date with a source.",
        "ignore",
        "The {side} list gives no dates at all: none of its {count} rows has one.",
        grouped="{n} rows under {host} have no date.",
    ),
    Code(
        "D102",
        "imprecise-date",
        "notice",
        "Year or month only",
        "{partner} under {host} gives only {precision}: {date}.",
        "The date is exact to the year or month only.",
        "Add the day if a source gives it.",
        "ignore",
    ),
    Code(
        "D103",
        "impossible-date",
        "error",
        "No such date",
        "{partner} under {host} has the date {date}, which {problem}.",
        "The text has the form of a date, and no such day, month or year exists or it lies in the future.",
        "Correct the date from a source.",
        "ignore",
    ),
    Code(
        "N101",
        "country-name",
        "warning",
        "Country misspelt or unclear",
        "{text} {problem}.",
        "The country is misspelt, shortened or ambiguous.",
        "Write the usual name.",
        "ignore",
    ),
    Code(
        "N102",
        "label-target",
        "notice",
        "Label and link differ",
        "{label} links to {target}: {difference}.",
        "The displayed name and the page it links to are spelt differently, or are different places.",
        "Check which is meant and use one name, or link to the place meant.",
        "ignore",
    ),
    Code(
        "N103",
        "note-in-name",
        "notice",
        "Remark in the partner's cell",
        "The cell of {partner} under {host} also holds a remark: {note}.",
        "A remark or a disambiguation stands in the cell of the name, so the cell is not just a name.",
        "Move the remark to a column or footnote of its own.",
        "ignore",
    ),
    Code(
        "N104",
        "ambiguous-host",
        "notice",
        "Host name with several readings",
        "It stays open whether {host} is the English block {block}, which may be {readings}.",
        "Several places share this name, and neither province nor partners tell which is meant.",
        "Add the province to the heading, or write a rule.",
        "match",
    ),
    Code(
        "A101",
        "conflict-country",
        "error",
        "Countries differ",
        "{zh} / {en}: the Chinese list says {zh_country}, the English one {en_country}.",
        "The linked rows name different countries.",
        "Check which is right.",
        "match",
    ),
    Code(
        "A102",
        "conflict-host",
        "warning",
        "Hosts differ",
        "{zh} stands under {zh_host} in the Chinese list; the English one has {en} under {en_host}. {part} is part of {whole}.",
        "The same partner stands under two hosts of which one is part of the other.",
        "Check which of the two made the agreement.",
        "no-match",
    ),
    Code(
        "A103",
        "conflict-date",
        "error",
        "Dates differ",
        "{zh} / {en}: the Chinese list says {zh_date}, the English one {en_date}.",
        "The linked rows state dates that cannot both be right.",
        "Check the date against a source.",
        "ignore",
    ),
    Code(
        "A104",
        "level-difference",
        "notice",
        "Administrative levels differ",
        "{zh} is {zh_level} in the Chinese list; {en} is {en_level} in the English one.",
        "The linked rows name places of different administrative levels, such as a city and the county around it.",
        "Check which of the two made the agreement.",
        "ignore",
    ),
    Code(
        "A105",
        "renamed",
        "info",
        "The place has another name now",
        "{zh} in the Chinese list is {en} in the English one: {why}.",
        "The place was renamed or merged, and the lists use names of different times.",
        "Use one name in both lists, or keep both with a remark.",
        "ignore",
    ),
    Code(
        "A201",
        "only-zh",
        "notice",
        "Only in the Chinese list",
        "{partner} stands under {host} in the Chinese list; the English block {block} does not have it.",
        "The other list has a block for this host, and this partner is not in it.",
        "Check the agreement, and add it to the English list or remove it from the Chinese one.",
        "match",
        grouped="{n} partners of {host} stand only in the Chinese list; the English block {block} does not have them.",
    ),
    Code(
        "A202",
        "only-en",
        "notice",
        "Only in the English list",
        "{partner} stands under {host} in the English list; the Chinese rows of {block} do not have it.",
        "The other list has rows for this host, and this partner is not among them.",
        "Check the agreement, and add it to the Chinese list or remove it from the English one.",
        "match",
        grouped="{n} partners of {host} stand only in the English list; the Chinese rows of {block} do not have them.",
    ),
    Code(
        "A203",
        "not-comparable",
        "info",
        "Cannot be compared",
        "{rows} of the {side} list cannot be compared: {why}.",
        "The other list could not have said it, so its silence means nothing.",
        "Nothing to mend here; a further source may cover them.",
        None,
        grouped="{n} {together}.",
    ),
    Code(
        "A204",
        "likely-dropped",
        "notice",
        "Probably lost in the copy",
        "{partner} ({latin}) is missing from {block} just where a blank line splits it, between {before} and {after}; by chance alone a gap falls there in {chance} of such blocks.",
        "The block is in alphabetical order and has a gap exactly where the partner would stand: the copy most likely lost the entry, and the page has it.",
        "Look at the page itself before adding or removing anything.",
        "ignore",
    ),
    Code(
        "A205",
        "duplicate-agreement",
        "notice",
        "The same agreement twice",
        "{partner} under {host} also stands in line {line} of {place}.",
        "Two rows of one side have the same host and partner: one agreement stands in the list twice, or in two files that are read together.",
        "Keep one of the two rows, unless they are two agreements.",
        "ignore",
    ),
    Code(
        "L101",
        "tied-link",
        "notice",
        "Two rows fit equally well",
        "{zh} under {host} may be {en} or {other}; nothing decides.",
        "Two rows of the other list fit this one equally well, so it is left open.",
        "Decide by a match rule.",
        "match",
    ),
    Code(
        "L102",
        "weak-link",
        "notice",
        "Possible link, left open",
        "{zh} under {host} may be {en} ({percent}); that is too uncertain to link.",
        "A counterpart is possible, and the evidence does not reach the threshold.",
        "Decide by a match or no-match rule.",
        "match",
    ),
    Code(
        "R101",
        "rule-unused",
        "warning",
        "Rule without effect",
        "Rule {rule} ({path}:{line}) had no effect in this run. Its reason was: {because}",
        "The rule matched, and changed nothing, or what it settles is gone.",
        "Delete the rule, or correct what it names.",
        None,
    ),
    Code(
        "R102",
        "rule-expired",
        "warning",
        "Rule past its end",
        "Rule {rule} ({path}:{line}) ended on {until} and was not applied.",
        "The rule names a last day that has passed.",
        "Renew or delete the rule.",
        None,
    ),
    Code(
        "R103",
        "rule-count",
        "warning",
        "Rule with another count than expected",
        "Rule {rule} ({path}:{line}) touched {actual}; it expects {expected}.",
        "The rule says how many findings it settles, and the run found another number.",
        "Look at what is new, then correct the count.",
        None,
    ),
)

BY_NAME = {c.name: c for c in CODES}
BY_CODE = {c.code: c for c in CODES}

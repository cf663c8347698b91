"""`reconcile accept`: settle one finding, group or link with one rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from reconcile.errors import ReconcileError
from reconcile.models import Finding, Link, Result
from reconcile.overrides.file.write import NewRule
from reconcile.overrides.propose import Choice, rules_for, rules_for_group, rules_for_link
from reconcile.pipeline import RunCache
from reconcile.project.prepare import prepare
from reconcile.project.request import Request
from reconcile.project.rule_file import RuleFile, target_of, with_rules
from reconcile.report.changes import changes, print_changes
from reconcile.report.view.entries import build_entries
from reconcile.suggest import did_you_mean

Make = Callable[["Choice"], "list[NewRule]"]


def accept(
    request: Request,
    key: str,
    *,
    use: Literal["zh", "en", "neither"] | None,
    value: str | None,
    because: str | None,
    dry_run: bool,
) -> None:
    """Write the rule that settles what `key` names, and say what it changes.

    Raises:
        ReconcileError: there is no such finding, group or link, or the options are not enough.
    """
    target = target_of(request)
    ready = prepare(with_rules(request, target))
    cache = RunCache()
    old = ready.run(cache=cache)
    make = maker_of(key, old)
    file = RuleFile(target, ready.rule_paths, dry_run)
    taken = frozenset(r.id for r in ready.rules.rules)
    rules = make(Choice(ready.settings.as_of, use, value, because, taken))
    addition = file.preview(rules)
    new = ready.run(file.rules(addition.after), cache=cache)
    if not dry_run:
        addition = file.add(rules)
    print(file.diff(addition.before, addition.after))
    print(f"\n{'this would change' if dry_run else 'this changes'}:")
    print_changes(changes(old, new))
    if dry_run:
        print(f"\nnothing was written ({target})")


def maker_of(key: str, result: Result) -> Make:
    """What makes the rules for the finding, group, entry or link that `key` names.

    Raises:
        ReconcileError: nothing has this id, or several things begin with it.
    """
    makers = _makers(result)
    hits = [key] if key in makers else [k for k in makers if k.startswith(key) and key]
    if len(hits) > 1:
        raise ReconcileError(
            f"{len(hits)} ids begin with {key!r}: {', '.join(hits[:5])}"
            + (" …" if len(hits) > 5 else "")
        )
    if not hits:
        raise ReconcileError(
            f"no finding, group or link has the id {key!r}{did_you_mean(key, makers)}"
        )
    return makers[hits[0]]


def _makers(result: Result) -> Mapping[str, Make]:
    def of_link(link: Link) -> Make:
        return lambda choice: rules_for_link(link, result, choice)

    def of_group(group: str, findings: Sequence[Finding]) -> Make:
        return lambda choice: rules_for_group(group, _open(findings, result), choice)

    makers: dict[str, Make] = {link.id: of_link(link) for link in result.links}
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.group:
            groups.setdefault(finding.group, []).append(finding)
    makers |= {group: of_group(group, found) for group, found in groups.items()}
    links = {link.id: link for link in result.links}
    for entry in build_entries(result.findings, links, [s.document.id for s in result.sources]):
        inside = {f.group for f in entry.findings}
        if entry.count > 1 and len(inside) == 1 and entry.head.group:
            makers.setdefault(entry.id, of_group(entry.head.group, entry.findings))
    makers |= {f.id: _of_finding(f, result) for f in result.findings}
    return makers


def _of_finding(finding: Finding, result: Result) -> Make:
    return lambda choice: rules_for(_open([finding], result)[0], result, choice)


def _open(findings: Sequence[Finding], result: Result) -> Sequence[Finding]:
    """The findings that no rule has settled. Raises ReconcileError if there are none."""
    left = [f for f in findings if f.rule is None]
    if not left:
        rule = next(r for r in result.rules if r.id == findings[0].rule)
        raise ReconcileError(
            f"the rule {rule.id} has settled this already", path=rule.path, line=rule.line
        )
    return left

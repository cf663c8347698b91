"""`reconcile accept`: settle a finding, all of a group, or a link by rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.catalogue import counted
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Link, Result
from reconcile.overrides.build import Choice, Use
from reconcile.overrides.file.write import NewRule
from reconcile.overrides.propose import ignoring, rules_for, rules_for_all, rules_for_link
from reconcile.pipeline import RunCache
from reconcile.project.journal import Journal
from reconcile.project.prepare import prepare
from reconcile.project.request import Request
from reconcile.project.rule_file import RuleFile, target_of, with_rules
from reconcile.report.carried import between
from reconcile.report.changes import changes, print_changes
from reconcile.report.view.entries import named_entries
from reconcile.suggest import did_you_mean

Named = Link | tuple[Finding, ...]
"""What an id stands for: a link, or the findings of an entry or group."""


def accept(
    request: Request,
    key: str,
    *,
    use: Use | None,
    value: str | None,
    kind: str | None,
    ignore: bool,
    because: str | None,
    dry_run: bool,
) -> None:
    """Write the rules that settle what `key` names, all or none, and say what they change.

    Raises:
        ReconcileError: there is no such finding, group or link, the options are not enough or
            cannot be honoured, or the rules would not settle it.
    """
    target = target_of(request)
    ready = prepare(with_rules(request, target))
    cache = RunCache()
    old = ready.run(cache=cache)
    named = named_by(key, old)
    file = RuleFile(target, ready.rule_paths, dry_run, Journal(ready.config.out))
    taken = frozenset(r.id for r in ready.rules.rules)
    choice = Choice(ready.settings.as_of, use, value, because, taken, kind)
    rules = _rules(named, old, choice, ignore)
    addition = file.preview(rules)
    new = ready.run(file.rules(addition.after), cache=cache)
    _see_that_it_settles(named, rules, old, new)
    if not dry_run:
        addition = file.add(rules)
    print(file.diff(addition.before, addition.after))
    print(f"\n{_done(named, rules, dry_run)}:")
    print_changes(changes(old, new))
    if dry_run:
        print(f"\nnothing was written ({target})")


def _done(named: Named, rules: Sequence[NewRule], dry_run: bool) -> str:
    """What the rules do, and that they change the following."""
    change = "this would change" if dry_run else "this changes"
    if rules[0]["kind"] != "ignore":
        return change
    count = counted(len(named), "finding") if isinstance(named, tuple) else "1 link"
    return f"ignored, not settled: {count}, counted and no longer put forward; {change}"


def _rules(named: Named, result: Result, choice: Choice, ignore: bool) -> list[NewRule]:
    if isinstance(named, Link):
        if ignore:
            raise ReconcileError("a link is not to be ignored: --as match or --as no-match")
        return rules_for_link(named, result, choice)
    if ignore:
        return ignoring(named, result, choice)
    if len(named) == 1:
        return rules_for(named[0], result, choice)
    return rules_for_all(named, result, choice)


def _see_that_it_settles(named: Named, rules: Sequence[NewRule], old: Result, new: Result) -> None:
    """Raise ReconcileError where a finding would stay open for all the rules."""
    if isinstance(named, Link):
        return
    ids = {r["id"] for r in rules}
    for stale in new.findings:
        if stale.name in ("rule-stale", "rule-unused") and stale.params["rule"] in ids:
            raise ReconcileError(
                f"this rule would do nothing, so nothing was written: {stale.message}"
            )
    for rule in (r for r in rules if r["kind"] == "host"):
        if not _is_known_host(rule["id"], new):
            raise ReconcileError(
                f"no host and no place called {rule['is']!r} is known, so nothing was written"
            )
    same = between(old, new).findings
    left = {same.get(f.id, f.id): f for f in new.findings if f.rule is None}
    for finding in named:
        if finding.id in left:
            raise ReconcileError(
                f"a rule of the kind {rules[0]['kind']} would not settle this, so nothing was "
                f"written: {left[finding.id].message}"
            )


def _is_known_host(rule: str, result: Result) -> bool:
    """Whether the name that a `host` rule gives means anything; if it has rows, they tell."""
    rows = next(r.effects for r in result.rules if r.id == rule)
    meant = [match for i in rows if (match := result.hosts.get(i))]
    return not meant or any(m.block or m.part_of or m.province or m.ambiguous for m in meant)


def named_by(key: str, result: Result) -> Named:
    """The link, or the open findings of the entry or group, that `key` or its beginning names.

    Raises:
        ReconcileError: nothing has this id, several things begin with it, or rules have settled
            all of it.
    """
    links = {link.id: link for link in result.links}
    known: Mapping[str, Named] = {
        **links,
        **named_entries(result.findings, links, [s.document.id for s in result.sources]),
        **{f.id: (f,) for f in result.findings},
    }
    hits = [key] if key in known else [k for k in known if k.startswith(key) and key]
    if len(hits) > 1:
        raise ReconcileError(
            f"{len(hits)} ids begin with {key!r}: {', '.join(hits[:5])}"
            + (" …" if len(hits) > 5 else "")
        )
    if not hits:
        raise ReconcileError(
            f"no finding, group or link has the id {key!r}{did_you_mean(key, known)}"
        )
    found = known[hits[0]]
    return found if isinstance(found, Link) else _open(found, result)


def _open(findings: Sequence[Finding], result: Result) -> tuple[Finding, ...]:
    """The findings that no rule has settled. Raises ReconcileError if there are none."""
    left = tuple(f for f in findings if f.rule is None)
    if not left:
        rule = next(r for r in result.rules if r.id == findings[0].rule)
        raise ReconcileError(
            f"the rule {rule.id} has settled this already", path=rule.path, line=rule.line
        )
    return left

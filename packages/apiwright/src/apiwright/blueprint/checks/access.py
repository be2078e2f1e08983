"""Each resource says who may do what, and somebody can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.ranks import ranks
from apiwright.blueprint.access.row_terms import is_of_members
from apiwright.blueprint.access.rules import OWNER, SIGNED_IN, covers
from apiwright.blueprint.access.settle import said_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_ON_ROW = ("update", "delete", "restore", "purge")
_OPERATIONS = ("list", "read", "create", *_ON_ROW)


@dataclass(frozen=True, slots=True)
class _Said:
    """The rule of an operation that exists, and where it is written."""

    operation: str
    rule: Rule
    path: Path
    needs_row: bool = False

    @property
    def deed(self) -> str:
        """What they do with a row."""
        return "see the history of" if self.operation == "history" else "change"


def check_access(blueprint: Blueprint, report: Report) -> None:
    """Check the rules of every resource."""
    for resource in blueprint.resources:
        path = ("resources", resource.name, "access")
        if report.is_wrong(*path) or not report.places.has(path):
            continue
        rules = list(_rules(resource, report))
        if not rules:
            what = f"Nobody may do anything with `{resource.name}`."
            report.add(path, what, "Say who may: `read: anyone`.", at_key=True)
        for said in (*rules, *_actions(resource)):
            if not report.is_wrong(*said.path):
                _check_rule(said, resource, blueprint, report)


def _rules(resource: Resource, report: Report) -> Iterator[_Said]:
    for operation in _OPERATIONS:
        rule: Rule | None = getattr(resource.access, operation)
        if rule:
            at = said_at(resource, operation, report)
            yield _Said(operation, rule, at, needs_row=operation in _ON_ROW)
    if rule := resource.history:
        yield _Said("history", rule, said_at(resource, "history", report), needs_row=True)


def _actions(resource: Resource) -> Iterator[_Said]:
    for action in resource.actions:
        path = ("resources", resource.name, "actions", action.name, "by")
        if action.by:
            yield _Said("act", action.by, path, needs_row=not action.on_collection)


def _check_rule(said: _Said, resource: Resource, blueprint: Blueprint, report: Report) -> None:
    rule = said.rule
    if blueprint.auth is None and not rule.is_public:
        what = f"Nobody can meet `{rule}`: there are no accounts."
        report.add(said.path, what, "Write `anyone`, or add `auth: {sign_up: open}`.")
    elif OWNER in rule.terms and not resource.owned:
        _refuse_owner(said, resource, report)
    elif said.operation == "create" and rule.is_public and resource.owned:
        what = f"Strangers cannot own a row of `{resource.name}`."
        report.add(said.path, what, f"Write `{SIGNED_IN}`, or take `owned` out.")
    elif said.operation == "create" and rule.is_public and resource.members:
        what = f"Strangers cannot be the first member of a `{resource.name}`."
        report.add(said.path, what, f"Write `{SIGNED_IN}`, or take `members` out.")
    elif said.operation == "create" and resource.members and _is_of_its_members(rule):
        what = f"Nobody can meet `{rule}`: a `{resource.name}` that is not there has no members."
        report.add(said.path, what, f"Write `{SIGNED_IN}`.")
    else:
        if said.needs_row:
            _check_visible(said, resource, blueprint, report)
        if said.operation in ("create", "update") and resource.is_account:
            _check_giving_of_roles(said, blueprint, report)


def _refuse_owner(said: _Said, resource: Resource, report: Report) -> None:
    advice = f"Write `owned: true` for `{resource.name}`."
    if resource.is_account:
        advice = "Take it out; people reach their own account at `/users/me`."
    what = f"Nobody can meet `{said.rule}`: rows of `{resource.name}` have no owner."
    report.add(said.path, what, advice)


def _check_giving_of_roles(said: _Said, blueprint: Blueprint, report: Report) -> None:
    strongest = Rule(blueprint.roles[-1:])
    if said.rule != strongest:
        what = f"Who may add or change accounts can make themselves `{strongest}`."
        report.add(said.path, what, f"Write `{strongest}`.")


def _check_visible(said: _Said, resource: Resource, blueprint: Blueprint, report: Report) -> None:
    """Who changes a row must see it: what one may not read is not found."""
    read = resource.access.read
    terms = (*said.rule.terms, *(read.terms if read else ()))
    orders = ranks(blueprint, resource, Rule(terms))
    blind = tuple(
        term
        for term in said.rule.terms
        if not covers(read, Rule((term,)), blueprint.roles, orders)
        and not (term == OWNER and _makers_may_read(resource, blueprint))
    )
    if blind:
        who = Rule(blind)
        what = f"`{who}` may {said.deed} what `{who}` may not read, and so cannot find."
        wider = Rule((*(read.terms if read else ()), *blind))
        report.add(said.path, what, f"Write `read: {wider}`.")


def _makers_may_read(resource: Resource, blueprint: Blueprint) -> bool:
    """Whether owners may read their row for having been a member when they made it."""
    read, create = resource.access.read, resource.access.create
    if read is None or create is None or not any(map(is_of_members, read.terms)):
        return False
    orders = ranks(blueprint, resource, Rule((*read.terms, *create.terms)))
    return covers(read, create, blueprint.roles, orders)


def _is_of_its_members(rule: Rule) -> bool:
    """Whether members of the row itself are asked for, in whatever role."""
    return any(is_of_members(term) and " of " not in term for term in rule.terms)

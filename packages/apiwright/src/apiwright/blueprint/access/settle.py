"""What terms of rules that hold on some rows mean, once every resource is known."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Access
from apiwright.blueprint.access.chains import chains, leading
from apiwright.blueprint.access.memberships import has_memberships, member_roles
from apiwright.blueprint.access.permissions import permission_of, widened
from apiwright.blueprint.access.ranks import ranks
from apiwright.blueprint.access.row_terms import RowTerm, read_term
from apiwright.blueprint.access.rules import join
from apiwright.blueprint.access.settled_fields import with_fields
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.access.chains import Chain
    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def settled(blueprint: Blueprint, report: Report) -> Blueprint:
    """The blueprint with each such term as short as it can be said; the report has the others."""
    return replace(
        blueprint,
        resources=tuple(
            with_fields(
                replace(
                    resource,
                    access=_access(resource, blueprint, report),
                    actions=_actions(resource, blueprint, report),
                    history=_history(resource, blueprint, report),
                ),
                partial(_rule, resource=resource, blueprint=blueprint, report=report),
            )
            for resource in blueprint.resources
        ),
        endpoints=tuple(
            replace(endpoint, access=_of_endpoint(endpoint, blueprint, report))
            for endpoint in blueprint.endpoints
        ),
    )


def said_at(resource: Resource, operation: str, report: Report) -> Path:
    """Where the rule of an operation is written."""
    path: Path = ("resources", resource.name, "access")
    words = (operation, "read" if operation in ("list", "history") else "write")
    return next(((*path, word) for word in words if report.places.has((*path, word))), path)


def _access(resource: Resource, blueprint: Blueprint, report: Report) -> Access:
    rules: dict[str, Rule | None] = {}
    for operation in (field.name for field in fields(Access)):
        rule: Rule | None = getattr(resource.access, operation)
        path = said_at(resource, operation, report)
        rules[operation] = rule and _rule(rule, path, resource, blueprint, report)
    return Access(**rules)


def _history(resource: Resource, blueprint: Blueprint, report: Report) -> Rule | None:
    path = said_at(resource, "history", report)
    return resource.history and _rule(resource.history, path, resource, blueprint, report)


def _actions(resource: Resource, blueprint: Blueprint, report: Report) -> tuple[Action, ...]:
    said: list[Action] = []
    for action in resource.actions:
        path = ("resources", resource.name, "actions", action.name, "by")
        rule = action.by and _rule(action.by, path, resource, blueprint, report)
        said.append(replace(action, by=rule))
    return tuple(said)


def _of_endpoint(endpoint: OwnEndpoint, blueprint: Blueprint, report: Report) -> Rule | None:
    if endpoint.access is None:
        return None
    terms = _widened(endpoint.access, blueprint, ("endpoints", endpoint.key, "access"), report)
    return join(terms, blueprint.roles)


def _rule(
    rule: Rule, path: Path, resource: Resource, blueprint: Blueprint, report: Report
) -> Rule | None:
    said = _widened(rule, blueprint, path, report)
    terms = {_term(term, resource, blueprint, path, report) for term in said}
    shorter = replace(rule, terms=tuple(terms))
    return join(terms, blueprint.roles, ranks(blueprint, resource, shorter))


def _widened(rule: Rule, blueprint: Blueprint, path: Path, report: Report) -> set[str]:
    """The terms of a rule, with the roles that have a permission anyway."""
    known = [each.name for each in blueprint.permissions]
    for term in rule.terms:
        name = permission_of(term)
        if name and name not in known and not report.is_wrong("permissions"):
            advice = correction(name, known) or f"Add `permissions: {{{name}: nobody}}`."
            at = report.places.find((*path, term))
            report.add_at(at, path, f"`{name}` is no permission.", advice)
    return {each for term in rule.terms for each in widened(term, blueprint.permissions)}


def _term(said: str, resource: Resource, blueprint: Blueprint, path: Path, report: Report) -> str:
    term = read_term(said)
    if term is None or said in blueprint.roles or (term.word == "owner" and not term.path):
        return said
    meant = leading(blueprint, resource, term)
    place = report.places.find((*path, said))
    if len(meant) != 1:
        if meant or not _is_unsure(term, blueprint, report):
            report.add_at(place, path, *_unclear(term, meant, resource, blueprint))
        return said
    roles = member_roles(blueprint, meant[0].end) if term.role else ()
    if term.role and term.role not in roles and has_memberships(blueprint, meant[0].end):
        what = f"`{term.role}` is no role of a member."
        advice = correction(term.role, roles) or f"Write `{term.stem}`: members have no roles."
        report.add_at(place, path, what, advice)
    return str(_shortest(term, meant[0], resource, blueprint, roles))


def _is_unsure(term: RowTerm, blueprint: Blueprint, report: Report) -> bool:
    """Whether some rows may have members of whom the page does not say well who they are."""
    wrong = (report.is_wrong("resources", each.name, "members") for each in blueprint.resources)
    return term.word == "member" and any(wrong)


def _shortest(
    term: RowTerm, meant: Chain, resource: Resource, blueprint: Blueprint, roles: tuple[str, ...]
) -> RowTerm:
    """The term with no more of its path than tells what it means, and no role that all have."""
    role = "" if term.role in roles[:1] else term.role
    steps = meant.steps
    paths = [".".join(steps[len(steps) - length :]) for length in range(len(steps) + 1)]
    terms = (replace(term, path=path, role=role) for path in paths)
    return next(each for each in terms if leading(blueprint, resource, each) == (meant,))


def _unclear(
    term: RowTerm, meant: tuple[Chain, ...], resource: Resource, blueprint: Blueprint
) -> tuple[str, str]:
    if meant:
        found = [str(replace(term, path=chain.path)) for chain in meant]
        return f"`{term}` may be {' or '.join(f'`{each}`' for each in found)}.", "Say which."
    words = f"rows with {'owners' if term.word == 'owner' else 'members'}"
    what = f"Nobody can meet `{term}`: no required reference of `{resource.name}` leads to {words}."
    bare = RowTerm(term.word, role=term.role)
    others = [
        str(_shortest(bare, chain, resource, blueprint, ()))
        for chain in chains(blueprint, resource)
        if leading(blueprint, resource, replace(bare, path=chain.path)) == (chain,)
    ]
    if others and term.path:
        return what, f"Write {' or '.join(f'`{each}`' for each in others)}."
    key = "owned: true" if term.word == "owner" else "members: …"
    return what, f"Refer to a resource that has them, without `?`, or say its `{key}`."

"""Endpoints of their own: each is there once, somebody may call it, and can be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names, reserved
from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.row_terms import read_term
from apiwright.blueprint.access.rules import ANYONE, OWNER, SIGNED_IN, covers
from apiwright.blueprint.checks.forms import FIELD, PLURAL, check_form
from apiwright.blueprint.checks.members import check_members
from apiwright.blueprint.checks.taken import taken_routes, taken_schemas
from apiwright.blueprint.endpoints.own_endpoint import owned_row
from apiwright.blueprint.page.spelling import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

STATUSES = (200, 201, 202)
NO_CONTENT = 204
ERRORS = (400, 404, 409)
_BODILESS = ("GET", "DELETE")


def check_endpoints(blueprint: Blueprint, report: Report) -> None:
    """Check every endpoint, and all of them against what is there already."""
    _check_taken(blueprint, report)
    for endpoint in blueprint.endpoints:
        path = ("endpoints", endpoint.key)
        _check_domain(endpoint, blueprint, path, report)
        _check_answer(endpoint, path, report)
        _check_access(endpoint, blueprint, path, report)
        check_members(endpoint, path, report)


def _check_taken(blueprint: Blueprint, report: Report) -> None:
    """Check that no route, name or schema is there twice."""
    routes = taken_routes(blueprint)
    operations = {name: route for route, name in routes.items()}
    schemas = taken_schemas(blueprint)
    for endpoint in blueprint.endpoints:
        path = ("endpoints", endpoint.key)
        if endpoint.shape in routes:
            what = f"`{endpoint}` is there already: `{routes[endpoint.shape]}`."
            report.add(path, what, "Take it out, or write another path.", at_key=True)
        elif other := operations.get(endpoint.name):
            what = f"`{endpoint.key}` and `{other}` are both called `{endpoint.name}`."
            report.add(path, what, "Say what this one is called: `name: …`.", at_key=True)
        elif twin := schemas.get(names.pascal(endpoint.name)):
            what = f"`{endpoint.name}` gives its body a name that is taken by {twin}."
            report.add(path, what, "Say what it is called: `name: …`.", at_key=True)
        routes[endpoint.shape] = endpoint.name
        operations[endpoint.name] = str(endpoint)


def _check_domain(endpoint: OwnEndpoint, blueprint: Blueprint, path: Path, report: Report) -> None:
    if report.places.has((*path, "name")):
        check_form(FIELD, endpoint.name, (*path, "name"), report)
        if why := reserved.member(endpoint.name):
            report.add((*path, "name"), f"`{endpoint.name}` {why}.", "Write another.")
    elif len(endpoint.name) > FIELD.most:
        what = f"`{endpoint.name}` is longer than {FIELD.most} characters."
        report.add(path, what, "Say what it is called: `name: …`.", at_key=True)
    if endpoint.domain in {each.nouns for each in blueprint.resources}:
        return
    if endpoint.domain == "users" and blueprint.auth:
        return
    segment = f"/{names.kebab(endpoint.domain)}"
    check_form(PLURAL, endpoint.domain, path, report)
    why = reserved.table(endpoint.domain)
    if names.pascal(endpoint.domain) in {each.name for each in blueprint.resources}:
        why = "is the name of a resource, whose path is in the plural"
    if why or reserved.model(names.pascal(endpoint.domain)):
        what = f"No folder can be called `{endpoint.domain}`: it {why or 'is a name of ours'}."
        report.add(path, what, f"Start the path otherwise than with `{segment}`.", at_key=True)


def _check_answer(endpoint: OwnEndpoint, path: Path, report: Report) -> None:
    if endpoint.body and endpoint.method in _BODILESS:
        what = f"`{endpoint.method}` has no body."
        report.add((*path, "body"), what, "Write `query`, or another method.", at_key=True)
    if endpoint.returns and endpoint.status not in STATUSES:
        what = f"{endpoint.status} is no status of an answer that holds something."
        report.add((*path, "status"), what, f"Choose from {listed(map(str, STATUSES))}.")
    is_empty = not (endpoint.returns or report.is_wrong(*path, "returns"))
    if is_empty and endpoint.status != NO_CONTENT:
        what = f"An answer of {endpoint.status} holds something, and nothing comes back."
        report.add((*path, "status"), what, "Take it out, or say what comes back: `returns`.")
    for index, status in enumerate(endpoint.errors):
        if status not in ERRORS:
            what = f"{status} is not to be said."
            known = f"Choose from {listed(map(str, ERRORS))}; others come by themselves."
            report.add((*path, "errors", index), what, known)
        elif status in endpoint.errors[:index]:
            report.add((*path, "errors", index), f"{status} stands here twice.", "Take one out.")


def _check_access(endpoint: OwnEndpoint, blueprint: Blueprint, path: Path, report: Report) -> None:
    rule, path = endpoint.access, (*path, "access")
    if report.is_wrong(*path) or not report.places.has(path):
        return
    if rule is None:
        what = "What nobody may call does not exist."
        report.add(path, what, "Say who may, or take the endpoint out.")
    elif blueprint.auth is None and not rule.is_public:
        what = f"Nobody can meet `{rule}`: there are no accounts."
        report.add(path, what, "Write `anyone`, or add `auth: {sign_up: open}`.")
    elif others := [term for term in rule.terms if _is_of_other_rows(term, blueprint)]:
        what = f"Endpoints do not look for `{others[0]}`."
        report.add(path, what, f"Write `{SIGNED_IN}`, and let its logic ask the row's repository.")
    elif OWNER in rule.terms and owned_row(endpoint, blueprint) is None:
        what = f"Nobody can meet `{rule}`: no row of the path has an owner."
        report.add(path, what, f"Write `{SIGNED_IN}`, or a path with a row that is owned.")
    else:
        for row in endpoint.rows:
            _check_visible(rule, str(row.target), blueprint, path, report)


def _check_visible(
    rule: Rule, target: str, blueprint: Blueprint, path: Path, report: Report
) -> None:
    """Who calls it must see at least some rows: what one may not read is not found."""
    resource = blueprint.find(target)
    if report.is_wrong("resources", target):
        return
    read = resource.access.read if resource else None
    blind = tuple(term for term in rule.terms if not _sees(read, term, blueprint.roles))
    if blind:
        what = f"`{Rule(blind)}` may call it but not read `{target}`, and so never finds one."
        wider = Rule((*(read.terms if read else ()), *blind))
        report.add(path, what, f"Write `{target}: {{access: {{read: {wider}}}}}`.")


def _sees(read: Rule | None, term: str, roles: Sequence[str]) -> bool:
    finds_some = read is not None and any(map(read_term, read.terms)) and term != ANYONE
    return finds_some or covers(read, Rule((term,)), roles)


def _is_of_other_rows(term: str, blueprint: Blueprint) -> bool:
    """Whether members, or owners of another row than that of the path, are asked for."""
    return term not in (OWNER, *blueprint.roles) and read_term(term) is not None

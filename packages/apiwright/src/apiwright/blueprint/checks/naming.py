"""Rows that each new row names: somebody who may create one may read some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.covering import is_of_rows
from apiwright.blueprint.access.rules import ANYONE, SIGNED_IN, covers, join

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_naming(
    resource: Resource, target: str, blueprint: Blueprint, path: Path, report: Report
) -> None:
    """Check who may create rows of a resource, each of which names one of `target`."""
    named = blueprint.find(target)
    create, read = resource.access.create, named.access.read if named else None
    known = not report.is_wrong("resources", target, "access")
    if not known or create is None or read is None or _may_name(create, read, blueprint):
        return
    callers = {_caller(term, blueprint) for term in create.terms}
    wider = join({*read.terms, *callers}, blueprint.roles)
    what = (
        f"A new `{resource.name}` names a `{target}`, and `{create}`, who may create it, "
        f"may read none."
    )
    report.add(path, what, f"Write `{target}: {{access: {{read: {wider}}}}}`.")


def _may_name(create: Rule, read: Rule, blueprint: Blueprint) -> bool:
    callers = [_caller(term, blueprint) for term in create.terms]
    if any(is_of_rows(term, blueprint) for term in read.terms):
        return callers != [ANYONE]
    return any(covers(read, Rule((caller,)), blueprint.roles) for caller in callers)


def _caller(term: str, blueprint: Blueprint) -> str:
    """What a term says of the caller, whatever they are to a row."""
    return SIGNED_IN if is_of_rows(term, blueprint) else term

"""Lists of rows: their bounds, their names, and who can fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.checks.forms import FIELD, check_form
from apiwright.blueprint.checks.naming import check_naming
from apiwright.blueprint.checks.taken import classes_of_histories, tables_of_histories
from apiwright.blueprint.model import ACCOUNT, BROKEN

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Link, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_MOST = 1000


def check_links(blueprint: Blueprint, report: Report) -> None:
    """Check every list that was understood."""
    resources = [resource.name for resource in blueprint.resources]
    taken = {*reserved.classes(resources), *resources, *map(blueprint.nouns, resources)}
    taken |= {*tables_of_histories(blueprint), *classes_of_histories(blueprint)}
    for resource in blueprint.resources:
        for link in resource.links:
            path = ("resources", resource.name, "fields", link.name)
            if link.target == BROKEN or not check_form(FIELD, link.name, path, report):
                continue
            if resource.name == ACCOUNT:
                _refuse_accounts(link, path, report)
            _check_bounds(link, path, report)
            _check_name(link, resource, path, report)
            _check_table(link, resource, taken, report)
            _check_filling(link, resource, blueprint, path, report)


def _refuse_accounts(link: Link, path: Path, report: Report) -> None:
    what = f"`{ACCOUNT}` has no lists: who opens an account sees nothing to choose from."
    advice = f"Say `[{ACCOUNT}]` in `{link.target}`, or make a resource of the two."
    report.add(path, what, advice, at_key=True)


def _check_bounds(link: Link, path: Path, report: Report) -> None:
    if not 1 <= link.maximum <= _MOST:
        what = f"A list has at most 1 to {_MOST:,} rows."
        report.add((*path, "max"), what, f'Write `"[{link.target}] ..100"`.')
    elif not 0 <= link.minimum <= link.maximum:
        what = f"The fewest, {link.minimum}, is not between 0 and {link.maximum}."
        report.add((*path, "min"), what, "Write the lower bound first.")
    elif link.minimum and link.read_only:
        what = "It is read-only and never empty: nobody could ever fill it."
        report.add((*path, "min"), what, "Take the bound out.")


def _check_name(link: Link, resource: Resource, path: Path, report: Report) -> None:
    near = f"{resource.noun}_id"
    why = reserved.column(link.member) or reserved.column(link.name)
    if link.column == near:
        what = f"A pair of `{resource.name}` and `{link.name}` has `{near}` twice."
        report.add(path, what, "Write another name, such as `related`.", at_key=True)
    elif why:
        report.add(path, f"`{link.name}` {why}.", "Write another name.", at_key=True)
    elif link.member in {field.column for field in resource.fields}:
        report.add(path, f"`{link.member}` is a field too.", "Rename one.", at_key=True)


def _check_table(link: Link, resource: Resource, taken: set[str], report: Report) -> None:
    """Check the names of the table of pairs, which others may not have from then on."""
    table, model = link.table(resource), link.model(resource)
    if {table, model} & taken:
        path = ("resources", resource.name, "fields", link.name)
        what = f"Its table of pairs, `{table}` of `{model}`, has a name that is taken."
        report.add(path, what, "Write another name.", at_key=True)
    taken |= {table, model}


def _check_filling(
    link: Link, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    target = blueprint.find(link.target)
    if report.is_wrong("resources", link.target, "access"):
        return
    if target is None or target.access.read is None:
        what = f"Nobody may read `{link.target}`, so nobody could say or see which ones."
        advice = f"Say who may: `{link.target}: {{access: {{read: …}}}}`."
        report.add(path, what, advice, at_key=True)
    elif link.minimum and link.target == resource.name:
        what = f"No `{resource.name}` can be the first: each needs another."
        report.add((*path, "min"), what, "Take the bound out.")
    elif link.minimum:
        check_naming(resource, link.target, blueprint, path, report)

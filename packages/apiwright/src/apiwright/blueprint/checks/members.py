"""What an endpoint takes and answers: members that bodies, queries and paths can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.checks.choices import check_choices
from apiwright.blueprint.checks.fields import check_field
from apiwright.blueprint.checks.forms import FIELD, check_form
from apiwright.blueprint.checks.twins import refuse_twins
from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.model import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OF_TABLES = (
    *("unique", "index", "search", "read_only", "write_only", "on_delete", "was"),
    *("read", "write", "sensitive"),
)
_OUT = "Take it out."
NO_FILE = "Bodies and answers hold no files."
FILE_OF_ROW = "Write it as a field of a resource; `PUT` at its own path sends it."
_NO_PATH = {"text", "json", "email", "url", "float", "decimal", "bool", "datetime"} | {
    "duration",
    "list",
    "time",
}


def check_members(endpoint: OwnEndpoint, path: Path, report: Report) -> None:
    """Check the fields of an endpoint, each where it stands."""
    returns = endpoint.returns
    _check_all(endpoint.query, (*path, "query"), report)
    _check_all(endpoint.body, (*path, "body"), report)
    if returns and returns.fields:
        inner = (*path, "returns", 0) if returns.is_list else (*path, "returns")
        _check_all(returns.fields, inner, report)
    for field in endpoint.query:
        if field.type == "json":
            report.add((*path, "query", field.name), "A query holds no JSON.", "Write `body`.")
    _check_parameters(endpoint, path, report)


def _check_parameters(endpoint: OwnEndpoint, path: Path, report: Report) -> None:
    inner = (*path, "path")
    said = [field for field in endpoint.parameters if report.places.has((*inner, field.name))]
    _check_all(said, inner, report)
    for field in said:
        at = (*inner, field.name)
        if field.type in _NO_PATH:
            what = f"A path holds no `{field.type}`."
            report.add(at, what, "Write `str`, `int`, `uuid`, `date` or another single word.")
        elif field.optional or field.has_default:
            report.add(at, "A part of a path is always there.", "Take `?` and the default out.")
        if field.name in {"body", "query", "self", endpoint.domain}:
            what = f"`{field.name}` is what built code calls something else."
            report.add(at, what, "Write another name.", at_key=True)
    columns = [field.column for field in endpoint.parameters]
    if len(columns) > len({*columns}):
        advice = "Write another, and say whose it is: `path: {other: User}`."
        report.add(path, "Two parameters have one name.", advice, at_key=True)


def _check_all(fields: Iterable[Field], path: Path, report: Report) -> None:
    columns = {field.name: field.column for field in fields}
    refuse_twins(
        [(name, (*path, name)) for name in columns], columns.__getitem__, "name in JSON", report
    )
    for field in fields:
        _check_one(field, (*path, field.name), report)


def _check_one(field: Field, path: Path, report: Report) -> None:
    check_form(FIELD, field.name, path, report)
    if why := reserved.member(field.column):
        advice = f"Write another, such as `{field.name}_said`."
        report.add(path, f"`{field.column}` {why}.", advice, at_key=True)
    for word in _OF_TABLES:
        if report.places.has((*path, word)):
            what = f"`{word.replace('_', ' ')}` means something for a table only."
            report.add((*path, word), what, _OUT)
    if field.origin == "caller":
        what = "The caller is not sent: your code knows who calls."
        report.add((*path, "default"), what, _OUT)
    check_choices([field], path[:-1], report)
    for each, place in scalars([field], path[:-1]):
        if field.is_file:
            report.add(path, NO_FILE, FILE_OF_ROW)
        elif field.type != BROKEN and not report.is_wrong(*path):
            check_field(each, place, report)

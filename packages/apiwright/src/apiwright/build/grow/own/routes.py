"""Routes of endpoints: each hands what it takes to the method of its name."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.build.grow.own.inline import parameters
from apiwright.build.grow.retirement import retirement
from apiwright.build.grow.text import docstring
from apiwright.plan.own import body_schema, query_schema, returned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint

_PROBLEMS = {400: "BadRequest", 404: "NotFound", 409: "Conflict"}
_USUAL = 200


def routes(blueprint: Blueprint, endpoints: Iterable[OwnEndpoint]) -> str:
    """The routes of these endpoints, in their order."""
    return "\n\n\n".join(_route(blueprint, each) for each in endpoints)


def hides_rows(endpoint: OwnEndpoint) -> bool:
    """Whether `/books/{book_id}` would be taken for it, if that came first."""
    parts = endpoint.path.split("/")[2:]
    return len(parts) == 1 and not parts[0].startswith("{")


def _route(blueprint: Blueprint, endpoint: OwnEndpoint) -> str:
    path = "/" + "/".join(endpoint.path.split("/")[2:])
    held = parameters(blueprint, endpoint)
    takes = {"query": query_schema(endpoint), "body": body_schema(endpoint)}
    annotations = {
        "query": f"Annotated[{takes['query']}, Query()]",
        "body": str(takes["body"]),
    }
    said = [name for name, schema in takes.items() if schema]
    lines = [*(each.parameter for each in held), *(f"{it}: {annotations[it]}" for it in said)]
    lines.append(f"{endpoint.domain}: {names.pascal(endpoint.domain)}")
    given = ", ".join([*(each.name for each in held), *said])
    call = f"await {endpoint.domain}.{endpoint.logic}({given})"
    about = docstring(endpoint.about, f"{endpoint.name.replace('_', ' ').capitalize()}.")
    return "\n".join(
        [
            _decorator(endpoint, path if path != "/" else ""),
            f"async def {endpoint.name}({', '.join(lines)}) -> {returned(endpoint)}:",
            indent(about, "    "),
            f"    {'return ' if endpoint.returns else ''}{call}",
        ]
    )


def _decorator(endpoint: OwnEndpoint, path: str) -> str:
    problems = [*(_PROBLEMS[status] for status in endpoint.errors), "Unwritten"]
    said = [f'"{path}"']
    if endpoint.status != _USUAL:
        said.append(f"status_code={endpoint.status}")
    if endpoint.terms.deprecated:
        said.append("deprecated=True")
    needs = [f"allow({names.constant(endpoint.name)})", retirement(endpoint.terms)]
    said.append(f"dependencies=[{', '.join(filter(None, needs))}]")
    said.append(f"responses=answers({', '.join(problems)})")
    return f"@router.{endpoint.method.lower()}({', '.join(said)})"

"""Methods of services that their owner writes; until then each says what it is to do."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.access.rules import OWNER
from apiwright.blueprint.endpoints.own_endpoint import owned_row
from apiwright.build.grow.own.inline import parameters
from apiwright.build.grow.text import docstring, literal
from apiwright.plan.own import body_schema, query_schema, returned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Field

_ROOM = 72
_PIECES = "(\n"
_MISSING = "    NotFound: There is no such row, or none that the caller may read."
_ANOTHERS = "    Forbidden: It belongs to somebody else."


def methods(blueprint: Blueprint, endpoints: Iterable[OwnEndpoint], *, own: bool) -> str:
    """The methods of these endpoints.

    Args:
        blueprint: What they are part of.
        endpoints: All of one domain.
        own: Whether the domain has no table, so that its service has no rows of its own.
    """
    return "\n\n".join(_method(blueprint, each, own=own) for each in endpoints)


def _method(blueprint: Blueprint, endpoint: OwnEndpoint, *, own: bool) -> str:
    takes = {"query": query_schema(endpoint), "body": body_schema(endpoint)}
    said = [f"{each.name}: {each.plain}" for each in parameters(blueprint, endpoint)]
    said += [f"{name}: {schema}" for name, schema in takes.items() if schema]
    about = " ".join(endpoint.about.split()) or f"`{endpoint}`."
    task = literal(f"To be written: {about}", room=_ROOM)
    lines = [
        _docstring(endpoint),
        *(line for row in endpoint.rows for line in _find(row, blueprint, endpoint, own=own)),
        f"raise Unwritten({task[1:-1] if task.startswith(_PIECES) else task})",
    ]
    head = f"async def {endpoint.logic}({', '.join(['self', *said])}) -> {returned(endpoint)}:"
    return "\n".join([head, *(indent(line, "    ") for line in lines)])


def _docstring(endpoint: OwnEndpoint) -> str:
    summary = f"{endpoint.name.replace('_', ' ').capitalize()}."
    said = docstring(endpoint.about, summary, margin=8)
    raised = [_MISSING] if endpoint.rows else []
    raised += [_ANOTHERS] if _is_for_owners(endpoint) else []
    if not raised:
        return said
    return "\n".join([said.removesuffix('"""').rstrip("\n"), "", "Raises:", *raised, '"""'])


def _is_for_owners(endpoint: OwnEndpoint) -> bool:
    return bool(endpoint.access and OWNER in endpoint.access.terms)


def _find(row: Field, blueprint: Blueprint, endpoint: OwnEndpoint, *, own: bool) -> Iterator[str]:
    """The lines that find a row; they end the call when it is not there or not to be used."""
    lock = "" if endpoint.method == "GET" else ", lock=True"
    nouns = blueprint.nouns(str(row.target))
    holder = "self" if own else "self.repository"
    caller = "self.caller" if own else "self.repository.scope.caller"
    rows = f"{row.target}Repository({holder}.session, {caller})"
    if nouns == endpoint.domain:
        rows = "self.repository"
    if not _is_for_owners(endpoint) or row is not owned_row(endpoint, blueprint):
        yield f"await {rows}.get({row.column}{lock})"
        return
    if rows != "self.repository":
        yield f"{nouns} = {rows}"
        rows = nouns
    yield f"{row.name} = await {rows}.get({row.column}{lock})"
    yield f"await {rows}.require({names.constant(endpoint.name)}, {row.name})"

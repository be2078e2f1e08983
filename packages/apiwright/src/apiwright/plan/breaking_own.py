"""What breaks clients that call endpoints beside the resources, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.breaking_values import given, taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint


def asking(before: Blueprint, after: Blueprint) -> Iterator[str]:
    """A sentence for each thing that an endpoint took or answered, and does no longer."""
    kept = {str(endpoint): endpoint for endpoint in after.endpoints}
    for was in before.endpoints:
        if now := kept.get(str(was)):
            yield from (f"`{was}` {change}." for change in _changes(was, now))


def _changes(was: OwnEndpoint, now: OwnEndpoint) -> Iterator[str]:
    yield from taken(was.parameters, now.parameters, "in its path")
    yield from taken(was.query, now.query, "behind `?`")
    yield from taken(was.body, now.body, "in its body")
    if was.returns and now.returns:
        yield from given(was.returns.fields, now.returns.fields)

"""Routes of the app beside those of the blueprint, and who may call them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.access.chains import leading
from apiwright.blueprint.access.row_terms import read_term
from apiwright.plan.contract import endpoints
from apiwright.plan.drift.drift import Drift

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.endpoint import Endpoint
    from apiwright.survey.standing import Code, StandingRoute

UNGUARDED = "no guard"


def route_drifts(built: Blueprint, page: Blueprint, code: Code) -> Iterator[Drift]:
    """Routes that are gone, and those that let others in than was built and than is asked for."""
    asked = {str(each): each for each in endpoints(page)}
    served = {str(each): each for each in code.routes}
    for endpoint in endpoints(built):
        name, found = str(endpoint), served.get(str(endpoint))
        if found is None:
            if name in asked:
                yield Drift("route", name, endpoint.access, "")
        elif not _lets_in(found, endpoint, built) and not (
            name in asked and _lets_in(found, asked[name], page)
        ):
            yield Drift("access", name, endpoint.access, found.access or UNGUARDED)


def own_routes(built: Blueprint, page: Blueprint, code: Code) -> tuple[StandingRoute, ...]:
    """Routes that the owner wrote beside what is built."""
    known = {str(each) for each in (*endpoints(built), *endpoints(page))}
    return tuple(each for each in code.routes if str(each) not in known)


def _lets_in(route: StandingRoute, endpoint: Endpoint, blueprint: Blueprint) -> bool:
    """Whether a route lets in whom the blueprint says."""
    if route.access is None:
        return False
    return {*route.access.split(" | ")} == {*in_full(endpoint, blueprint)}


def in_full(endpoint: Endpoint, blueprint: Blueprint) -> Iterator[str]:
    """The terms of its rule as keel says them: with the whole path to what decides."""
    resource = next((each for each in blueprint.resources if each.nouns == endpoint.domain), None)
    for said in endpoint.access.split(" | "):
        term = None if said in blueprint.roles else read_term(said)
        chains = leading(blueprint, resource, term) if resource and term else ()
        yield str(replace(term, path=chains[0].path)) if term and chains else said

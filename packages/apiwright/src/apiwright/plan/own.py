"""What the Python of an endpoint of its own is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names

if TYPE_CHECKING:
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint


def body_schema(endpoint: OwnEndpoint) -> str | None:
    """The schema of its body: `RestockBook`."""
    return names.pascal(endpoint.name) if endpoint.body else None


def query_schema(endpoint: OwnEndpoint) -> str | None:
    """The schema of what it takes behind `?`: `BestSellersQuery`."""
    return f"{names.pascal(endpoint.name)}Query" if endpoint.query else None


def answer_schema(endpoint: OwnEndpoint) -> str | None:
    """The schema of its answer, or of each member of a list: `BookRead`, `SalesAnswer`."""
    if endpoint.returns is None:
        return None
    if resource := endpoint.returns.resource:
        return f"{resource}Read"
    return f"{names.pascal(endpoint.name)}Answer"


def returned(endpoint: OwnEndpoint) -> str | None:
    """The annotation of what comes back: `list[BookRead]`."""
    schema = answer_schema(endpoint)
    return f"list[{schema}]" if endpoint.returns and endpoint.returns.is_list else schema


def service_class(blueprint: Blueprint, domain: str) -> str:
    """The service of a domain: `BookService`, or `StatsService` where there is no table."""
    nouns = {each.nouns: each.name for each in blueprint.resources}
    if blueprint.auth:
        nouns["users"] = "User"
    return f"{nouns.get(domain) or names.pascal(domain)}Service"


def own_domains(blueprint: Blueprint) -> tuple[str, ...]:
    """The domains that no resource has, in the order of their first endpoints."""
    nouns = {each.nouns for each in blueprint.resources}
    nouns |= {"users"} if blueprint.auth else set[str]()
    domains = dict.fromkeys(each.domain for each in blueprint.endpoints)
    return tuple(domain for domain in domains if domain not in nouns)


def own_of(blueprint: Blueprint, domain: str) -> list[OwnEndpoint]:
    """The endpoints of a domain, those whose path is plainest first."""
    found = [each for each in blueprint.endpoints if each.domain == domain]
    return sorted(found, key=lambda each: [part[:1] == "{" for part in each.path.split("/")])

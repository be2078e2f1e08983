"""The endpoints of the built app, in each version that it serves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.routes import KEYS, LIVE, METADATA, READY
from apiwright.blueprint.versions.then import as_of
from apiwright.plan.endpoint import ANYONE, Endpoint
from apiwright.plan.older import older_endpoint, older_schemas
from apiwright.plan.operations import operations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint

__all__ = ["Endpoint", "endpoints"]


def endpoints(blueprint: Blueprint) -> tuple[Endpoint, ...]:
    """Every endpoint: those of the page, of older versions, and what has one place for all."""
    keys = (_KEYS,) if blueprint.auth else ()
    metadata = (_METADATA,) if blueprint.has_method("client_credentials") else ()
    return (*_current(blueprint), *_older(blueprint), *keys, *metadata, *_HEALTH)


def _current(blueprint: Blueprint) -> Iterator[Endpoint]:
    for each in operations(blueprint):
        yield replace(each, path=f"{blueprint.prefix}{each.path}", below=each.domain)


def _older(blueprint: Blueprint) -> Iterator[Endpoint]:
    for version in blueprint.versions:
        schemas = older_schemas(blueprint, version)
        for each in operations(as_of(blueprint, version)):
            yield older_endpoint(each, version, schemas)


_KEYS = Endpoint(*KEYS, "Read the public keys that verify access tokens", ANYONE, None, "JwkSet")
_METADATA = Endpoint(
    *METADATA,
    "Read where clients get tokens, revoke them and ask about them",
    ANYONE,
    None,
    "ServerMetadata",
)
_HEALTH = (
    Endpoint(*LIVE, "Tell that the process answers", ANYONE, None, "Health"),
    Endpoint(*READY, "Tell that the database answers", ANYONE, None, "Health"),
)

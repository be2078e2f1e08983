"""The resource behind a router and a repository."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access import ANONYMOUS
from keel.data import Repository
from keel.data.computing.computed import Aggregate
from keel.data.computing.terms import Term
from keel.testing.action import Action
from keel.testing.endpoints import (
    actions_at,
    bulk_of,
    exports_of,
    files_of,
    has_history,
    operations_at,
)
from keel.testing.resource import Resource, path_of


def resource_behind(
    endpoints: APIRouter, rows: type[Repository[Any]], actions: Sequence[Action] = ()
) -> Resource:
    """What a router offers of the rows of a repository.

    Args:
        endpoints: The router.
        rows: The repository.
        actions: What its actions shall do; of others only who may do them is known.
    """
    repository: Any = rows
    path = endpoints.prefix or path_of(repository.model)
    offered = actions_at(path, endpoints.routes)
    told = {action.name: action for action in actions}
    return Resource(
        path=path,
        model=repository.model,
        policy=repository.policy,
        endpoints=operations_at(path, endpoints.routes, repository.model),
        members=repository.members,
        tree=repository.tree,
        exports=exports_of(endpoints.routes),
        has_history=repository.history is not None and has_history(path, endpoints.routes),
        bulk=bulk_of(path, endpoints.routes),
        files=files_of(endpoints.routes),
        actions=tuple(told.get(name, Action(name)) for name in repository.policy.actions),
        action_endpoints={name: offered[name] for name in repository.policy.actions},
        computed={
            name: computed
            for name, computed in repository(AsyncSession(), ANONYMOUS).computed.items()
            if isinstance(computed, Aggregate | Term)
        },
    )

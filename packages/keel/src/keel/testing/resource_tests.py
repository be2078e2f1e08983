"""`ResourceTests`: what every resource must do, proved from its routes, policy and schemas."""

from typing import Any, ClassVar

from fastapi import APIRouter
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access import ANONYMOUS
from keel.data import Repository
from keel.data.computed import Aggregate
from keel.data.terms import Term
from keel.testing.action import Action
from keel.testing.cases import hide_tests_without_cases
from keel.testing.resource import Resource, actions_at, exports_of, operations_at, path_of
from keel.testing.suites.access import AccessTests
from keel.testing.suites.actions import ActionTests
from keel.testing.suites.bounds import BoundsTests
from keel.testing.suites.computed import ComputedTests
from keel.testing.suites.deletes import DeleteTests
from keel.testing.suites.exports import ExportTests
from keel.testing.suites.finds import FindTests
from keel.testing.suites.includes import IncludeTests
from keel.testing.suites.links import LinkTests
from keel.testing.suites.lists import ListTests
from keel.testing.suites.members import MemberTests
from keel.testing.suites.nesting import NestingTests
from keel.testing.suites.reads import ReadTests
from keel.testing.suites.rules import RuleTests
from keel.testing.suites.trees import TreeTests
from keel.testing.suites.writes import WriteTests


class ResourceTests(
    TreeTests,
    NestingTests,
    IncludeTests,
    LinkTests,
    ExportTests,
    FindTests,
    ListTests,
    DeleteTests,
    BoundsTests,
    RuleTests,
    ActionTests,
    ComputedTests,
    WriteTests,
    ReadTests,
    MemberTests,
    AccessTests,
):
    """Tests of one resource; subclass it as `TestBooks`, say where it is, add your own.

    Attributes:
        endpoints: The router with the resource's routes.
        repository: Whose model and policy the routes serve.
        actions: What its actions shall do; of others only who may do them is tried.
    """

    endpoints: ClassVar[APIRouter]
    repository: ClassVar[type[Repository[Any]]]
    actions: ClassVar[tuple[Action, ...]] = ()
    resource: ClassVar[Resource]

    def __init_subclass__(cls) -> None:
        """Find what the resource has, and drop the tests of what it does not have."""
        super().__init_subclass__()
        repository: Any = cls.repository
        path = cls.endpoints.prefix or path_of(repository.model)
        offered = actions_at(path, cls.endpoints.routes)
        told = {action.name: action for action in cls.actions}
        cls.resource = Resource(
            path=path,
            model=repository.model,
            policy=repository.policy,
            endpoints=operations_at(path, cls.endpoints.routes, repository.model),
            searched=tuple(repository.searched),
            members=repository.members,
            tree=repository.tree,
            exports=exports_of(cls.endpoints.routes),
            actions=tuple(told.get(name, Action(name)) for name in repository.policy.actions),
            action_endpoints={name: offered[name] for name in repository.policy.actions},
            computed={
                name: computed
                for name, computed in repository(AsyncSession(), ANONYMOUS).computed.items()
                if isinstance(computed, Aggregate | Term)
            },
        )
        hide_tests_without_cases(cls)

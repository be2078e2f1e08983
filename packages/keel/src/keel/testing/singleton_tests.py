"""`SingletonTests`: what the one row of each account must do, proved from routes and schemas."""

from typing import Any, ClassVar

from fastapi import APIRouter

from keel.data import Repository
from keel.testing.cases import hide_tests_without_cases
from keel.testing.endpoints import endpoints_of
from keel.testing.resource import Resource
from keel.testing.suites.bounds import BoundsTests
from keel.testing.suites.rules import RuleTests
from keel.testing.suites.singletons import OwnRowTests

_OPERATIONS = {"GET": "read", "PATCH": "update"}


class SingletonTests(BoundsTests, RuleTests, OwnRowTests):
    """Tests of one singleton; subclass it as `TestUserPreferences`, say where it is.

    Attributes:
        endpoints: The router with its routes.
        repository: Whose model and policy the routes serve.
    """

    endpoints: ClassVar[APIRouter]
    repository: ClassVar[type[Repository[Any]]]
    resource: ClassVar[Resource]

    def __init_subclass__(cls) -> None:
        """Find what the singleton has, and drop the tests of what it does not have."""
        super().__init_subclass__()
        repository: Any = cls.repository
        path = cls.endpoints.prefix
        own = (each for each in endpoints_of(cls.endpoints.routes) if each.path == path)
        cls.resource = Resource(
            path=path,
            model=repository.model,
            policy=repository.policy,
            endpoints={_OPERATIONS[each.method]: each for each in own},
            is_singleton=True,
        )
        hide_tests_without_cases(cls)

"""`OlderTests` and `VersionTests`: what an older version must do."""

from typing import Any, ClassVar

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from keel.data import Repository
from keel.testing.behind import resource_behind
from keel.testing.cases import hide_tests_without_cases
from keel.testing.endpoints import Endpoint, endpoints_of
from keel.testing.older import OlderResource
from keel.testing.scene import Scene
from keel.testing.suites.older import OlderAnswerTests, OlderBodyTests, OlderListTests
from keel.versions import OlderVersion, Shape


class OlderTests(OlderListTests, OlderBodyTests, OlderAnswerTests):
    """Tests of one resource in an older version; subclass it as `TestBooksV1`, add your own.

    Attributes:
        version: The first part of its paths: `v1`.
        shape: How it has the resource.
        repository: Whose model and policy the routes serve.
    """

    version: ClassVar[str]
    shape: ClassVar[Shape]
    repository: ClassVar[type[Repository[Any]]]
    resource: ClassVar[OlderResource]

    def __init_subclass__(cls) -> None:
        """Find what the resource has, and drop the tests of what does not differ."""
        super().__init_subclass__()
        today = resource_behind(cls.shape.router, cls.repository)
        cls.resource = OlderResource.of(today, cls.version, cls.shape)
        hide_tests_without_cases(cls)

    @pytest.fixture
    def older(self, scene: Scene) -> OlderResource:
        """The resource of the scene, as the older version has it."""
        assert isinstance(scene.resource, OlderResource)
        return scene.resource


class VersionTests:
    """Tests of an older version as a whole; subclass it as `TestV1`.

    Attributes:
        version: The version.
    """

    version: ClassVar[OlderVersion]

    def test_every_answer_says_when_it_ends(self, app: FastAPI, client: TestClient) -> None:
        wanted = {name.decode(): said.decode() for name, said in self.version.retirement.headers}
        for endpoint in self._endpoints(app):
            headers = client.request(endpoint.method, endpoint.path).headers
            assert headers.keys() >= wanted.keys(), f"{endpoint} does not say when it ends"
        unknown = client.get(f"/{self.version.name}").headers
        assert unknown.items() >= wanted.items(), "What is not there does not say when it ends"

    def test_the_documentation_says_that_it_is_deprecated(self, app: FastAPI) -> None:
        paths = app.openapi()["paths"]
        for endpoint in self._endpoints(app):
            operation = paths[endpoint.path][endpoint.method.lower()]
            today = paths[self._path_now(endpoint, app)][endpoint.method.lower()]
            is_over = bool(self.version.deprecated) or today.get("deprecated", False)
            assert operation.get("deprecated", False) == is_over, endpoint

    def test_guards_are_those_of_today(self, app: FastAPI) -> None:
        today = {str(each): each.rule for each in endpoints_of(app.routes)}
        for endpoint in self._endpoints(app):
            now = f"{endpoint.method} {self._path_now(endpoint, app)}"
            assert endpoint.rule == today[now], f"{endpoint} has another guard than {now}"

    def test_what_it_does_not_have_is_not_there(self, app: FastAPI) -> None:
        there = {str(each) for each in self._endpoints(app)}
        for router in self.version.without:
            for each in endpoints_of(router.routes):
                assert str(each.below(f"/{self.version.name}")) not in there

    def _path_now(self, endpoint: Endpoint, app: FastAPI) -> str:
        """Where today's version has an endpoint."""
        return f"{app.state.prefix}{endpoint.path.removeprefix(f'/{self.version.name}')}"

    def _endpoints(self, app: FastAPI) -> list[Endpoint]:
        below = f"/{self.version.name}/"
        return [each for each in endpoints_of(app.routes) if each.path.startswith(below)]

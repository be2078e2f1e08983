"""The pytest plugin: `pytest_plugins = ["keel.testing.plugin"]` in a project's conftest.

The conftest gives one fixture, `app_path`. Everything runs in one process on one event loop, with
a database of its own: a SQLite file, or one on the server of `TEST_DATABASE_URL`.
"""

import os
import secrets
from collections.abc import Callable, Generator, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import SQLModel
from starlette.testclient import TestClient

from keel.auth.throttling.limits import limits_of
from keel.auth.throttling.memory import MemoryWindows
from keel.auth.throttling.throttle import Throttle
from keel.testing.able import NobodyCan
from keel.testing.call import Call
from keel.testing.callers import Callers
from keel.testing.cases import cases_of
from keel.testing.database import empty, migrate, new_database, plain_engine
from keel.testing.resource import Resource, resources_of
from keel.testing.room import NoRoom
from keel.testing.rows import NoMoreRows, Rows
from keel.testing.samples import Samples
from keel.testing.scene import Scene
from keel.testing.store import Store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test marked by `each` its cases."""
    owner: type | None = getattr(metafunc, "cls", None)
    cases = cases_of(metafunc.function, owner) if owner else []
    if cases and "case" in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=str)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Skip a test that needs more rows than can be, or a caller whom no rule lets be."""
    try:
        return (yield)
    except (NoMoreRows, NobodyCan, NoRoom) as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def app_path() -> str:
    """Where the app is, as `uvicorn` takes it; a project's conftest says so."""
    raise pytest.UsageError(
        "No fixture says where the app is. In tests/conftest.py, make a session fixture "
        "`app_path` that returns it, for example 'shop.main:app'."
    )


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty database of this run's own."""
    server = os.environ.get("TEST_DATABASE_URL")
    with new_database(server, tmp_path_factory.mktemp("database")) as url:
        yield url


@pytest.fixture(scope="session")
def app(
    app_path: str, database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FastAPI]:
    """The app, with settings for tests, on a migrated database."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ENVIRONMENT", "test")
        environment.setenv("DATABASE_URL", database_url)
        environment.setenv("SECRET_KEY", secrets.token_urlsafe(48))
        environment.setenv("LOG_LEVEL", "warning")
        environment.setenv("FILES_DIR", str(tmp_path_factory.mktemp("files")))
        module_name, _, name = app_path.partition(":")
        module = import_module(module_name)
        app: FastAPI = getattr(module, name)
        if app.state.settings.database_url != database_url:
            raise pytest.UsageError(
                f"{app_path} was imported before the tests could choose its database, "
                "and they would empty yours. Import it nowhere in the tests."
            )
        project = Path(str(module.__file__)).parents[1]
        migrate(project, SQLModel.metadata, database_url)
        yield app


@pytest.fixture(scope="session")
def _running(app: FastAPI, database_url: str) -> Iterator[tuple[TestClient, Callable[[], None]]]:
    """The running app, and what empties its database."""
    engine = plain_engine(database_url)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        portal = client.portal
        assert portal is not None, "an entered client has a portal"
        yield client, lambda: portal.call(empty, engine, SQLModel.metadata)
        portal.call(engine.dispose)


@pytest.fixture
def client(app: FastAPI, _running: tuple[TestClient, Callable[[], None]]) -> TestClient:
    """The running app, its database empty."""
    client, empty_database = _running
    empty_database()
    client.cookies.clear()
    if app.state.user:
        # Tries of one test are not held against the next, and tests need no Redis.
        app.state.throttle = Throttle(MemoryWindows(), limits_of(app.state.settings))
        app.state.post.mails.clear()
    return client


@pytest.fixture
def store(app: FastAPI, client: TestClient) -> Store:
    """The app's database."""
    return Store(app, client)


@pytest.fixture
def samples() -> Samples:
    """A maker of values; override it with a subclass where a service has rules of its own."""
    return Samples()


@pytest.fixture(scope="session")
def _resources(app: FastAPI) -> tuple[Resource, ...]:
    """What the app serves."""
    return tuple(resources_of(app))


@pytest.fixture
def rows(store: Store, samples: Samples, _resources: tuple[Resource, ...]) -> Rows:
    """A maker of rows and bodies."""
    return Rows(store, samples, {resource.table.name: resource for resource in _resources})


@pytest.fixture
def callers(app: FastAPI, client: TestClient, rows: Rows) -> Callers:
    """Every kind of caller."""
    return Callers(app, client, rows)


@pytest.fixture
def scene(
    request: pytest.FixtureRequest,
    app: FastAPI,
    callers: Callers,
    rows: Rows,
    _resources: tuple[Resource, ...],
) -> Scene:
    """The resource of the test's class, in the running app."""
    owner: Any = getattr(request, "cls", None)
    resource = owner.resource.below(app.state.prefix)
    return Scene(resource, callers, rows, _resources)


@pytest.fixture
def call(request: pytest.FixtureRequest, app: FastAPI, callers: Callers, rows: Rows) -> Call:
    """The endpoint of the test's class, in the running app."""
    owner: Any = getattr(request, "cls", None)
    operation = owner.resource.operation.below(app.state.prefix)
    return Call(operation, owner.resource.rows, callers, rows)

"""The exemplar's accounts behind a running app, on the database that the tests were given."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel import Settings, create_app
from keel.audit import AuditEntry
from keel.auth import AccountChange, AuthSession, OneTimeToken, auth_router
from keel.data.database.engine import async_url
from sqlalchemy import Table
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(HERE), str(ROOT), str(ROOT / "exemplar")]

from exemplar.notes.models import Note  # noqa: E402
from exemplar.topics.models import Topic  # noqa: E402
from exemplar.topics.routes import router as topics_router  # noqa: E402
from exemplar.users.models import User  # noqa: E402
from exemplar.users.routes import router as users_router  # noqa: E402
from people import KEY, People, Tokens  # noqa: E402


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(_env_file=None, environment="test", database_url=database_url, secret_key=KEY)


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    names = [
        model.__tablename__
        for model in (User, AuthSession, AccountChange, OneTimeToken, AuditEntry, Topic, Note)
    ]
    names += ["users_search", "topics_search", "notes_search"]
    names += ["auth_second_factors", "auth_recovery_codes", "auth_api_keys", "auth_revoked_tokens"]
    app = create_app(
        settings,
        title="People",
        description="Knows people.",
        version="1.0.0",
        routers=[auth_router, users_router, topics_router],
        user=User,
        methods=["password", "second_factor", "api_key", "client_credentials"],
    )
    asyncio.run(_create(settings, [SQLModel.metadata.tables[name] for name in names]))
    return app


async def _create(settings: Settings, tables: list[Table]) -> None:
    engine = create_async_engine(async_url(settings.database_url))
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all, tables=tables)
    await engine.dispose()


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def people(app: FastAPI, client: TestClient) -> People:
    return People(app, client)


@pytest.fixture
def ada(people: People) -> Tokens:
    return people.join()


@pytest.fixture
def root(people: People) -> Tokens:
    return people.join("root@example.com", "admin")


@pytest.fixture
def elsewhere(people: People) -> Iterator[People]:
    """The same backend in another process, as far as it knows: an app of its own."""
    app = FastAPI.__new__(type(people.app))
    app.__dict__.update(people.app.__dict__)
    app.state = type(people.app.state)(dict(people.app.state._state))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield People(app, client)

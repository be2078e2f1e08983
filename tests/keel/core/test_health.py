"""An app is ready when its database has what its models say."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from exemplar.topics.models import Topic
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel.data.database.engine import async_url
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

Making = Callable[..., FastAPI]


async def change(url: str, statement: str) -> None:
    engine = create_async_engine(async_url(url))
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def make_tables(url: str) -> None:
    engine = create_async_engine(async_url(url))
    async with engine.begin() as connection:
        await connection.run_sync(Topic.metadata.create_all)
    await engine.dispose()


@pytest.fixture
def client(making: Making, database_url: str) -> Iterator[TestClient]:
    asyncio.run(make_tables(database_url))
    with TestClient(making(database_url=database_url)) as client:
        yield client


def test_an_app_is_ready_when_its_database_is_migrated(client: TestClient) -> None:
    assert client.get("/health/ready").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("lacking", "change_and_back"),
    [
        ("topics", ("topics RENAME TO subjects", "subjects RENAME TO topics")),
        ("about", ("topics RENAME about TO story", "topics RENAME story TO about")),
    ],
)
def test_an_app_whose_database_lacks_something_is_not_ready_until_it_is_migrated(
    client: TestClient,
    database_url: str,
    caplog: pytest.LogCaptureFixture,
    lacking: str,
    change_and_back: tuple[str, str],
) -> None:
    there, back = change_and_back
    asyncio.run(change(database_url, f"ALTER TABLE {there}"))
    refused = client.get("/health/ready")
    assert refused.status_code == 503
    assert refused.json()["detail"] == "The database is not migrated; the log says what it lacks."
    assert lacking in caplog.text
    assert client.get("/health/live").status_code == 200
    asyncio.run(change(database_url, f"ALTER TABLE {back}"))
    assert client.get("/health/ready").status_code == 200


def test_an_app_whose_database_is_a_migration_ahead_is_ready(
    client: TestClient, database_url: str
) -> None:
    asyncio.run(change(database_url, "ALTER TABLE topics ADD COLUMN later INTEGER"))
    assert client.get("/health/ready").status_code == 200


def test_an_app_whose_database_does_not_answer_lives_but_is_not_ready(making: Making) -> None:
    with TestClient(making(database_url="sqlite:////no/such/folder/x.db")) as client:
        assert client.get("/health/live").status_code == 200
        ready = client.get("/health/ready")
    assert ready.status_code == 503
    assert ready.headers["retry-after"]
    assert ready.headers["content-type"] == "application/problem+json"

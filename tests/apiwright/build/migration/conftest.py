"""A database to migrate: SQLite and Postgres in turn."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import keel.data.migrations  # noqa: F401 - as in every project, gives text its collation
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from apiwright.build.migration import Revision
from keel.data.database.sqlite import add_functions
from keel.data.searching.autogenerate import is_compared, is_compared_index
from keel.testing.database import new_database
from sqlalchemy import Connection, MetaData, event, inspect, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

ENVIRONMENT = """
from keel.data.migrations import run_migrations
from sqlalchemy import MetaData

run_migrations(MetaData(), "{url}")
"""
EXCLUSIONS = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = 'x' AND conrelid = CAST(:table AS regclass)"
)
_COMPARED = {
    "compare_type": True,
    "include_name": is_compared,
    "include_object": is_compared_index,
}
_PER_REVISION = {"transactional_ddl": True, "transaction_per_migration": True}
Result = TypeVar("Result")
Revisions = Sequence[Revision]


class Scratch:
    """A database that stays open; `clear` it before use."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._runner = asyncio.Runner()
        self._engine = create_async_engine(url)
        if url.startswith("sqlite"):
            event.listen(self._engine.sync_engine, "connect", lambda it, _: add_functions(it))

    def do(self, work: Callable[[Connection], Result]) -> Result:
        """Do something in one transaction."""

        async def run() -> Result:
            async with self._engine.begin() as connection:
                return await connection.run_sync(work)

        return self._runner.run(run())

    def execute(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""

        def run(connection: Connection) -> list[tuple[Any, ...]]:
            result = connection.execute(text(sql))
            return [tuple(row) for row in result] if result.returns_rows else []

        return self.do(run)

    def clear(self) -> None:
        """Drop every table."""

        def drop(connection: Connection) -> None:
            rest = " CASCADE" if connection.dialect.name == "postgresql" else ""
            for table in inspect(connection).get_table_names():
                connection.execute(text(f"DROP TABLE IF EXISTS {table}{rest}"))

        self.do(drop)

    @contextmanager
    def in_time_zone(self, zone: str) -> Iterator[None]:
        """Let new connections start in a time zone, where a database has one."""
        name = make_url(self.url).database
        has_one = not self.url.startswith("sqlite")
        if has_one:
            self.execute(f"ALTER DATABASE {name} SET TIME ZONE '{zone}'")
        yield
        if has_one:
            self.execute(f"ALTER DATABASE {name} RESET TIME ZONE")

    def upgrade(self, revisions: Revisions) -> None:
        """Go through revisions."""
        for revision in revisions:
            self._step(revision.text, "upgrade")

    def downgrade(self, revisions: Revisions) -> None:
        """Go back through revisions, the last one first."""
        for revision in reversed(revisions):
            self._step(revision.text, "downgrade")

    def _step(self, revision: str, way: str) -> None:
        found: dict[str, Any] = {}
        exec(compile(revision, "revision", "exec"), found)  # noqa: S102

        def run(connection: Connection) -> None:
            context = MigrationContext.configure(connection, opts=_PER_REVISION)
            with Operations.context(context), context.begin_transaction(_per_migration=True):
                found[way]()

        async def connected() -> None:
            async with self._engine.connect() as connection:
                await connection.run_sync(run)
                await connection.commit()

        self._runner.run(connected())

    def difference_to(self, metadata: MetaData) -> list[Any]:
        """What `alembic check` finds."""

        def run(connection: Connection) -> list[Any]:
            context = MigrationContext.configure(connection, opts=_COMPARED)
            return list(compare_metadata(context, metadata))

        return self.do(run)

    def schema(self) -> dict[str, object]:
        """All that a database says of its tables, the order of columns aside."""
        return self.do(lambda connection: dict(_described(connection)))

    def close(self) -> None:
        """Let go of it."""
        self._runner.run(self._engine.dispose())
        self._runner.close()


class AlembicProject:
    """A folder of revisions that Alembic itself runs."""

    def __init__(self, folder: Path, url: str) -> None:
        self._versions = folder / "versions"
        self._versions.mkdir()
        (folder / "env.py").write_text(ENVIRONMENT.format(url=url))
        self._config = Config()
        self._config.set_main_option("script_location", str(folder))
        self._config.set_main_option("path_separator", "os")

    def add(self, revisions: Revisions) -> None:
        """Add revisions."""
        for revision in revisions:
            (self._versions / revision.file_name).write_text(revision.text)

    def upgrade(self, revision: str) -> None:
        """Do as `alembic upgrade`."""
        command.upgrade(self._config, revision)

    def downgrade(self, revision: str) -> None:
        """Do as `alembic downgrade`."""
        command.downgrade(self._config, revision)


@pytest.fixture
def alembic(scratch: Scratch, tmp_path: Path) -> AlembicProject:
    """A project without revisions, on the database of `scratch`."""
    return AlembicProject(tmp_path, scratch.url)


def _described(connection: Connection) -> Iterator[tuple[str, object]]:
    inspector = inspect(connection)
    for table in inspector.get_table_names():
        yield (
            table,
            {
                "columns": sorted(
                    (column["name"], str(column["type"]), column["nullable"], column["default"])
                    for column in inspector.get_columns(table)
                ),
                "key": inspector.get_pk_constraint(table),
                "indexes": sorted(map(_index, inspector.get_indexes(table))),
                "unique": sorted(map(str, inspector.get_unique_constraints(table))),
                "foreign": sorted(map(str, inspector.get_foreign_keys(table))),
                "checks": sorted(map(str, inspector.get_check_constraints(table))),
                "exclusions": _exclusions(connection, table),
            },
        )


def _exclusions(connection: Connection, table: str) -> list[tuple[str, str]]:
    """By name, what Postgres keeps apart; alembic does not ask."""
    if connection.dialect.name == "sqlite":
        return []
    found = connection.execute(text(EXCLUSIONS), {"table": table})
    return sorted((name, definition) for name, definition in found)


def _index(index: Any) -> str:
    options = {name: str(said) for name, said in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": options})


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def _database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scratch]:
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    with new_database(server, tmp_path_factory.mktemp("migration")) as url:
        scratch = Scratch(url)
        yield scratch
        scratch.close()


@pytest.fixture
def scratch(_database: Scratch) -> Scratch:
    """An empty database."""
    _database.clear()
    return _database

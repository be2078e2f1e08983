"""Fills a backend with believable rows: `python -m keel.testing.seed PACKAGE.main:app`.

The rows are made through the app's own API, by accounts of the roles that it asks for, so what is
not allowed or not valid never gets in; only what all tenants share is put beside it. The same seed
makes the same rows.
"""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError
from starlette.testclient import TestClient

from keel.auth.passwords.hashing import hash_password
from keel.data.model import models
from keel.problems import Unavailable
from keel.testing.callers import Callers
from keel.testing.planting import Plantation, RefusedSample
from keel.testing.resource import Resource, resources_of
from keel.testing.rows import NoMoreRows, Rows
from keel.testing.samples import Samples
from keel.testing.store import Store
from keel.testing.visitors import Visitor

PASSWORD = "seven-quiet-otters-rowing"  # noqa: S105 - of accounts with invented data
EXTRA_PEOPLE = 4


class SeedError(Exception):
    """Why nothing was seeded, and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        report = seed(_load(wanted.app), rows=wanted.rows, seed_number=wanted.seed)
    except (SeedError, RefusedSample) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write(f"{json.dumps(report) if wanted.json else _words(report)}\n")
    return 0


def seed(app: FastAPI, *, rows: int, seed_number: int = 0) -> dict[str, Any]:
    """Make `rows` rows of each resource in an empty database.

    Returns:
        `rows`, how many by path; `account`, the e-mail and password of the strongest role.

    Raises:
        SeedError: This is production, or the database does not serve, has no tables, or has rows.
        RefusedSample: The API refuses what its own schemas allow.
    """
    if app.state.settings.is_production:
        raise SeedError("This is production, and seeded accounts have a password known to all.")
    with TestClient(app, raise_server_exceptions=False) as client:
        store, samples = Store(app, client), Samples(seed_number)
        _refuse_used(store)
        resources = {resource.table.name: resource for resource in resources_of(app)}
        maker = Rows(store, samples, resources)
        people = list(_people(app, client, Callers(app, client, maker), samples))
        shared = {each.path: _share(maker, each, rows) for each in _shared(resources.values())}
        made = Plantation(people, resources, samples, app.state.user, store).plant(rows)
    account = {"email": people[-1].name, "password": PASSWORD} if app.state.user else None
    return {"rows": shared | made, "account": account}


def _refuse_used(store: Store) -> None:
    try:
        used = [str(model.__tablename__) for model in models() if store.all(model)]
    except Unavailable as error:
        raise SeedError(
            "The database does not serve; the line above says why. Start it, or name another "
            "as DATABASE_URL."
        ) from error
    except DBAPIError as error:
        raise SeedError(
            "The database has no tables yet. Make them: alembic upgrade head"
        ) from error
    if used:
        raise SeedError(
            f"The database has rows already, in: {', '.join(used)}. Seed an empty one: "
            "name another DATABASE_URL, and make its tables: alembic upgrade head"
        )


def _shared(resources: Iterable[Resource]) -> list[Resource]:
    """What all tenants share, which no endpoint makes."""
    return [each for each in resources if each.model.tenant_field is None]


def _share(maker: Rows, resource: Resource, number: int) -> int:
    """Make rows that all tenants share, fewer where rows must differ and samples do not."""
    with suppress(NoMoreRows):
        for _ in range(number):
            maker.make(resource.model)
    return len(maker.store.all(resource.model))


def _people(
    app: FastAPI, client: TestClient, callers: Callers, samples: Samples
) -> Iterator[Visitor]:
    """Accounts that can sign in: some of the weakest role, then one of each; or nobody known."""
    if app.state.user is None or client.portal is None:
        yield callers.unknown
        return
    password_hash = client.portal.call(hash_password, PASSWORD)
    roles = [str(role) for role in app.state.user.roles]
    people = [(samples.faker.unique.user_name(), roles[0]) for _ in range(EXTRA_PEOPLE)]
    for name, role in [*people, *zip(roles, roles, strict=True)]:
        email = f"{name}@example.com"
        yield callers.new(email, role, email=email, password_hash=password_hash)


def _load(place: str) -> FastAPI:
    module, _, name = place.partition(":")
    try:
        app = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise SeedError(f"No app at `{place}`: {error}. Say package.main:app.") from error
    if not isinstance(app, FastAPI):
        raise SeedError(f"`{place}` is no FastAPI app. Say package.main:app.")
    return app


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m keel.testing.seed",
        description="Fill an empty database with believable rows, through the backend's own API.",
        epilog="example: python -m keel.testing.seed shop.main:app --rows 30",
    )
    parser.add_argument("app", metavar="MODULE:NAME", help="where the app is")
    parser.add_argument("--rows", type=int, default=30, help="rows of each resource (30)")
    parser.add_argument("--seed", type=int, default=0, help="another seed makes other rows (0)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _words(report: dict[str, Any]) -> str:
    lines = [f"{count:>6}  {path}" for path, count in report["rows"].items()]
    if account := report["account"]:
        lines.append(f"Sign in as {account['email']} with the password {account['password']}")
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ.setdefault("LOG_LEVEL", "warning")  # a line for each row helps nobody
    sys.exit(main())

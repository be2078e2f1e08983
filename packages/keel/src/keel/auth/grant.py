"""Gives an account a role: `python -m keel.auth.grant EMAIL ROLE --app PACKAGE.main:app`.

The way to the first administrator of a backend: nobody may make one through its API yet.
"""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass
from importlib import import_module

from fastapi import FastAPI
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import DBAPIError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.auth.account import Account
from keel.auth.passwords import NewPassword, hash_password
from keel.auth.strength import refuse_weak
from keel.data import Database, Email
from keel.problems import Problem


class GrantError(Exception):
    """Why no role was given, and what to do; one line."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        email = asyncio.run(_grant(_load(wanted.app), wanted))
    except GrantError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write(f"{email} has the role {wanted.role}.\n")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m keel.auth.grant",
        description="Give an account a role.",
        epilog="example: python -m keel.auth.grant ada@example.com admin --app shop.main:app",
    )
    parser.add_argument("email", help="the account's e-mail")
    parser.add_argument("role", help="one of the app's roles")
    parser.add_argument("--app", required=True, metavar="MODULE:NAME", help="where the app is")
    parser.add_argument(
        "--create", action="store_true", help="make the account; asks for its password"
    )
    return parser


def _load(place: str) -> FastAPI:
    module, _, name = place.partition(":")
    try:
        app = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise GrantError(f"No app at `{place}`: {error}. Say --app package.main:app.") from error
    if not isinstance(app, FastAPI) or app.state.user is None:
        raise GrantError(f"`{place}` is not an app with accounts.")
    return app


async def _grant(app: FastAPI, wanted: Namespace) -> str:
    database = Database(app.state.settings.database_url)
    try:
        async with database.transaction() as session:
            return await _give_role(session, app, wanted)
    except (Problem, ValidationError) as error:
        raise GrantError(_reason(error)) from error
    except DBAPIError as error:
        raise GrantError(f"{error.orig}. Is the database migrated?") from error
    finally:
        await database.close()


async def _give_role(session: AsyncSession, app: FastAPI, wanted: Namespace) -> str:
    user: type[Account] = app.state.user
    if wanted.role not in list(user.roles):
        raise GrantError(f"No role `{wanted.role}`; the roles are {', '.join(user.roles)}.")
    email = TypeAdapter[str](Email).validate_python(wanted.email)
    account = await session.scalar(select(user).where(user.email == email))
    if account is None and not wanted.create:
        raise GrantError(f"No account has the e-mail {email}. To make it, add --create.")
    account = account or await _new(app, email, wanted.role)
    account.role = wanted.role
    session.add(account)
    return email


async def _new(app: FastAPI, email: str, role: str) -> Account:
    password = TypeAdapter[str](NewPassword).validate_python(getpass("Password: "))
    refuse_weak(password, email=email, min_length=app.state.settings.password_min_length)
    if getpass("Again: ") != password:
        raise GrantError("The two passwords differ.")
    user: type[Account] = app.state.user
    return user(email=email, password_hash=await hash_password(password), role=role)


def _reason(error: Problem | ValidationError) -> str:
    if isinstance(error, ValidationError):
        return error.errors(include_input=False)[0]["msg"]
    return " ".join([error.detail, *(f"{wrong.field}: {wrong.message}" for wrong in error.errors)])


if __name__ == "__main__":
    sys.exit(main())

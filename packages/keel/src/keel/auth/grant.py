"""Gives an account a role: `python -m keel.auth.grant EMAIL ROLE --app PACKAGE.main:app`.

The way to the first administrator of a backend: nobody may make one through its API yet.
"""

import asyncio
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable
from getpass import getpass
from importlib import import_module

from fastapi import FastAPI
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import DBAPIError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.audit import record
from keel.auth.account import Account
from keel.auth.passwords.hashing import NewPassword, hash_password
from keel.auth.passwords.policy import PasswordPolicy
from keel.auth.tenants import begun_tenant
from keel.data import Database, Email
from keel.problems import Problem


class GrantError(Exception):
    """Why no role was given, and what to do; a line for each reason."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        email = asyncio.run(_grant(_load(wanted.app), wanted))
    except GrantError as error:
        sys.stderr.writelines(f"error: {line}\n" for line in str(error).splitlines())
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
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=VALUE",
        help="a field of the account that --create makes; repeatable",
    )
    parser.add_argument(
        "--tenant",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=VALUE",
        help="a field of a new tenant, for the account that --create makes; repeatable",
    )
    return parser


def _assignment(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    if not equals:
        raise ArgumentTypeError(f"`{words}` is not NAME=VALUE")
    return name, value


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
    except Problem as error:
        wrong = [(each.field.removeprefix("body."), each.message) for each in error.errors]
        raise GrantError(_lines(wrong) or error.detail) from error
    except ValidationError as error:
        found = error.errors(include_input=False)
        raise GrantError(
            _lines((".".join(map(str, each["loc"])), each["msg"]) for each in found)
        ) from error
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
    account = account or await _new(session, app, email, wanted)
    account.role = wanted.role
    session.add(account)
    record(session, "role_changed", actor_id=None, subject_id=account.id, address="console")
    return email


async def _new(session: AsyncSession, app: FastAPI, email: str, wanted: Namespace) -> Account:
    user: type[Account] = app.state.user
    own = [name for name in user.model_fields if name not in Account.model_fields]
    for name, _ in wanted.set:
        if name not in own:
            raise GrantError(f"No field `{name}` to set; there are: {', '.join(own) or 'none'}.")
    if wanted.tenant and not user.tenant_field:
        raise GrantError("There are no tenants to begin: take --tenant out.")
    tenant = await begun_tenant(session, user, dict(wanted.tenant))
    if user.tenant_field and user.tenant_field not in {*tenant, *dict(wanted.set)}:
        raise GrantError(
            "The account is of no tenant. Begin one with --tenant NAME=VALUE for each of its "
            f"fields, or name one that is there: --set {user.tenant_field}=ID."
        )
    known = {"email": email, "role": wanted.role, "password_hash": "", **tenant}
    account = user.model_validate({**dict(wanted.set), **known})
    account.password_hash = await hash_password(_new_password(app, email))
    return account


def _new_password(app: FastAPI, email: str) -> str:
    policy = PasswordPolicy.of(app.state.settings)
    typed = _ask(f"Password (at least {policy.min_length} characters): ")
    password = TypeAdapter[str](NewPassword).validate_python(typed)
    policy.refuse_weak(password, email)
    if _ask("Again: ") != password:
        raise GrantError("The two passwords differ.")
    return password


def _ask(prompt: str) -> str:
    try:
        return getpass(prompt) if sys.stdin.isatty() else input()
    except EOFError:
        raise GrantError(
            "No password was given. Run this at a terminal, or pipe the password in as two lines."
        ) from None


def _lines(wrong: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{field}: {message}" if field else message for field, message in wrong)


if __name__ == "__main__":
    sys.exit(main())

"""Accounts: who calls, at which door, and how they came to be known.

What needs the account's tables is imported when it is first named: a project without accounts
has `allow` and `CurrentCaller`, and no table of sessions.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from keel.auth.caller import CurrentCaller
from keel.auth.guard import Guard, allow, guard_of

if TYPE_CHECKING:
    from keel.auth.account import Account
    from keel.auth.one_time.model import OneTimeToken
    from keel.auth.passwords.hashing import NewPassword
    from keel.auth.routes import auth_router
    from keel.auth.schemas import PasswordGiven, TokenGiven
    from keel.auth.service import AccountService
    from keel.auth.sessions.model import AuthSession
    from keel.auth.standing.change import AccountChange

__all__ = [
    "Account",
    "AccountChange",
    "AccountService",
    "AuthSession",
    "CurrentCaller",
    "Guard",
    "NewPassword",
    "OneTimeToken",
    "PasswordGiven",
    "TokenGiven",
    "allow",
    "auth_router",
    "guard_of",
]

_HOMES = {
    "Account": "account",
    "AccountChange": "standing.change",
    "AccountService": "service",
    "AuthSession": "sessions.model",
    "NewPassword": "passwords.hashing",
    "OneTimeToken": "one_time.model",
    "PasswordGiven": "schemas",
    "TokenGiven": "schemas",
    "auth_router": "routes",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

"""People with a password, who sign in as everybody does."""

import asyncio

from keel.auth.guard import SIGN_IN_PATH
from keel.auth.passwords.hashing import hash_password
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.visitors import Visitor

PASSWORD = "seven-quiet-otters-rowing"  # noqa: S105 - of accounts that live for one test
EMAIL = "ada@example.com"


def new_person(callers: Callers) -> Visitor:
    """An account of the weakest role with a password, signed in."""
    password_hash = asyncio.run(hash_password(PASSWORD))
    return callers.new("Ada", email=EMAIL, password_hash=password_hash)


def ask_to_sign_in(visitor: Visitor, prefix: str, email: str, password: str) -> Answer:
    """What sign-in answers; `prefix` stands before the paths of the API."""
    form = {"username": email, "password": password}
    return visitor.send("POST", f"{prefix}{SIGN_IN_PATH}", data=form)


def signed_in(answer: Answer, visitor: Visitor) -> Visitor:
    """Who got this answer of a sign-in."""
    token = answer.must_be(200, "they proved who they are").body["access_token"]
    return Visitor("the account", visitor.client, token=token)

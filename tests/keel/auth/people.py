"""People who use the app through its API, and a look at what it stored."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from keel.mail import Mail
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
PASSWORD = "seven-quiet-otters-rowing"

T = TypeVar("T")
Tokens = dict[str, str]


@dataclass
class People:
    app: FastAPI
    client: TestClient

    def ask_to_sign_up(self, email: str = "ada@example.com", password: str = PASSWORD) -> Response:
        return self.client.post("/users/sign-up", json={"email": email, "password": password})

    def sign_up(self, email: str = "ada@example.com", password: str = PASSWORD) -> Response:
        """Ask to sign up, and use the token of the mail."""
        asked = self.ask_to_sign_up(email, password)
        if asked.status_code != 204:
            return asked
        return self.client.post("/users/verify-email", json={"token": self.token()})

    @property
    def mails(self) -> list[Mail]:
        """The mails that went out, the first one first."""
        kept: list[Mail] = self.app.state.post.mails
        return kept

    def token(self) -> str:
        """The token of the last mail; nothing if it has none."""
        found = re.search(r"#token=(\S+)", self.mails[-1].text)
        return found[1] if found else ""

    def sign_in(self, email: str = "ada@example.com", password: str = PASSWORD) -> Response:
        form = {"username": email, "password": password}
        return self.client.post("/auth/sign-in", data=form)

    def join(self, email: str = "ada@example.com", role: str = "member") -> Tokens:
        """Sign up and in."""
        assert self.sign_up(email).status_code == 201
        self.execute("UPDATE users SET role = :role WHERE email = :email", role=role, email=email)
        tokens: Tokens = self.sign_in(email).json()
        return tokens

    def refresh(self, tokens: Tokens) -> Response:
        return self.client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})

    def me(self, tokens: Tokens) -> Response:
        return self.call("GET", "/users/me", tokens)

    def call(self, method: str, path: str, tokens: Tokens, body: object = None) -> Response:
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        return self.client.request(method, path, headers=headers, json=body)

    def leave(self, tokens: Tokens, password: str = PASSWORD) -> Response:
        return self.call("POST", "/users/me/delete", tokens, {"current_password": password})

    def path_of(self, tokens: Tokens) -> str:
        return f"/users/{self.me(tokens).json()['id']}"

    def in_database(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Do something in a transaction of the app's database."""

        async def run() -> T:
            async with self.app.state.database.transaction() as session:
                return await work(session)

        assert self.client.portal is not None
        return self.client.portal.call(run)

    def execute(self, statement: str, **values: object) -> None:
        self.in_database(lambda session: session.exec(text(statement), params=values))  # type: ignore[call-overload]

    def stored(self, question: str) -> Any:
        return self.in_database(lambda session: session.scalar(text(question)))

"""Callers of the API: accounts made in the database, with tokens that `keel.auth` signed."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.testclient import TestClient

from keel.access import Caller
from keel.data import Model
from keel.testing.resource import table_of, unique_columns
from keel.testing.rows import Rows
from keel.testing.visitors import Visitor

if TYPE_CHECKING:
    from keel.auth import Account


class Callers:
    """Every kind of caller, made when first asked for; without accounts, all are unknown."""

    def __init__(self, app: FastAPI, client: TestClient, rows: Rows) -> None:
        self._app = app
        self._client = client
        self._rows = rows
        self._of_role: dict[str, Visitor] = {}
        self._known_as: dict[str, Visitor] = {}

    @cached_property
    def unknown(self) -> Visitor:
        """Somebody without a token."""
        return Visitor("an unknown caller", self._client)

    @cached_property
    def owner(self) -> Visitor:
        """An account of the weakest role, that rows in tests belong to."""
        return self.new("its owner")

    @cached_property
    def stranger(self) -> Visitor:
        """Another account of the weakest role."""
        return self.new("a stranger")

    def of_role(self, role: str) -> Visitor:
        """An account of this role, that owns nothing."""
        if role not in self._of_role:
            self._of_role[role] = self.new(f"{role} (who owns nothing)", role)
        return self._of_role[role]

    def known_as(self, name: str) -> Visitor:
        """An account of the weakest role, for what it shall be to the rows of a scene."""
        if name not in self._known_as:
            self._known_as[name] = self.new(f"a caller who is {name}")
        return self._known_as[name]

    def new(self, name: str, role: str | None = None, **values: Any) -> Visitor:
        """A new account that has signed in; no password is hashed for it."""
        user: type[Account] | None = self._app.state.user
        if user is None:
            return Visitor(name, self._client)
        from keel.auth.sessions import Sessions  # noqa: PLC0415 - brings a table

        role = role or next(iter(user.roles))
        known = {"role": role, "is_active": True} | values
        account = self._rows.make(user, **_without_unique_values(user) | known)
        settings = self._app.state.settings

        async def sign_in(session: AsyncSession) -> Any:
            return (await Sessions(session, user, settings).start(account.id))[0]

        access = self._rows.store.run(sign_in)
        caller = Caller(id=account.id, role=role)
        return Visitor(name, self._client, caller, self._app.state.tokens.sign(access))


def _without_unique_values(user: type[Model]) -> dict[str, None]:
    """What an account can be without, so that tests find it free."""
    nullable = {column.name for column in table_of(user).c if column.nullable}
    return {name: None for names in unique_columns(user) for name in names if name in nullable}

"""Callers of the API: accounts made in the database, with tokens that `keel.auth` signed."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from fastapi import FastAPI
from starlette.testclient import TestClient

from keel.access import Caller
from keel.access.paths import table_of
from keel.data import Model
from keel.data.types.ids import new_id
from keel.testing.references import parents_of
from keel.testing.resource import unique_columns
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

    @cached_property
    def outsider(self) -> Visitor:
        """An account of the strongest role, with every permission, of another tenant."""
        user: type[Account] = self._app.state.user
        tenants = parents_of(user)[str(user.tenant_field)]
        strongest, name = list(user.roles)[-1], "an outsider, of another tenant"
        with self._rows.elsewhere(self._rows.make(tenants).id):
            return self._made(name, strongest, permissions=_permissions(user))

    @property
    def strongest(self) -> Visitor:
        """An account of the strongest role, that owns nothing."""
        user: type[Account] | None = self._app.state.user
        return self.of_role(list(user.roles)[-1]) if user else self.unknown

    def of_role(self, role: str) -> Visitor:
        """An account of this role, that owns nothing."""
        if role not in self._of_role:
            self._of_role[role] = self.new(f"{role} (who owns nothing)", role)
        return self._of_role[role]

    def known_as(self, name: str, permissions: Collection[str] = ()) -> Visitor:
        """An account of the weakest role, for what it may, or shall be to the rows of a scene."""
        if name not in self._known_as:
            said = name if permissions else f"is {name}"
            self._known_as[name] = self.new(f"a caller who {said}", permissions=[*permissions])
        return self._known_as[name]

    def new(
        self, name: str, role: str | None = None, *, permissions: Sequence[str] = (), **values: Any
    ) -> Visitor:
        """A new account that has signed in; no password is hashed for it.

        Where there are tenants it is of the usual one, wherever rows are made meanwhile.
        """
        with self._rows.elsewhere(None):
            return self._made(name, role, permissions=permissions, **values)

    def _made(
        self, name: str, role: str | None = None, *, permissions: Sequence[str] = (), **values: Any
    ) -> Visitor:
        user: type[Account] | None = self._app.state.user
        if user is None:
            return Visitor(name, self._client)
        # Brings a table.
        from keel.auth.sessions.refresh_token import RefreshToken  # noqa: PLC0415
        from keel.auth.sessions.rotation import new_session  # noqa: PLC0415

        role = role or next(iter(user.roles))
        known = {"role": role, "is_active": True} | values
        if "permissions" in user.model_fields:
            known["permissions"] = [*permissions]
        first, settings = RefreshToken.of_new_family(), self._app.state.settings
        row = new_session(new_id(), first, settings)
        known = _without_unique_values(user) | known
        account = self._rows.make(user, None, [row], id=row.user_id, **known)
        tenant_id = getattr(account, user.tenant_field) if user.tenant_field else None
        given = frozenset(permissions)
        caller = Caller(account.id, role, row.id, given, tenant_id)
        token, _ = self._app.state.tokens.sign(caller, row.expires_at.timestamp())
        return Visitor(name, self._client, caller, token)


def _permissions(user: type[Model]) -> list[str]:
    """Every permission that accounts can have."""
    field = user.model_fields.get("permissions")
    (kind,) = get_args(field.annotation) if field else ((),)
    return [str(each) for each in kind]


def _without_unique_values(user: type[Model]) -> dict[str, None]:
    """What an account can be without, so that tests find it free."""
    nullable = {column.name for column in table_of(user).c if column.nullable}
    return {name: None for names in unique_columns(user) for name in names if name in nullable}

"""The rules of accounts: what any rows can do, and what must not happen to an account."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar, get_args
from uuid import UUID

from sqlmodel import col, select

from keel.access import Caller, Operation, Policy, Scope, owner
from keel.auth.account import Account
from keel.auth.passwords.hashing import MIN_CHARS, hash_password
from keel.auth.passwords.strength import refuse_weak
from keel.auth.sessions.ending import end_all
from keel.data import Input, Output, Repository, Service
from keel.data.field_access import refuse_fields
from keel.problems import Conflict, Forbidden, Unauthorized

A = TypeVar("A", bound=Account)
C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)

OWN = Policy(read=owner, write=owner)


class AccountService(Service[A, C, U, R], Generic[A, C, U, R]):
    """Accounts, changed by their owners (`..._own`) and by who manages them.

    Nobody makes or manages an account of a stronger role than their own, one active account
    of the strongest role stays, in each tenant where there are tenants, and only that role gives
    and takes permissions. The roles of `A` are those that `R` may answer with.

    Attributes:
        tenant_repository: Of the tenants, where people who sign up begin one. Their body has what
            it shall be, by the account's tenant field without `_id`.
    """

    tenant_repository: ClassVar[type[Repository[Any]] | None] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        bases: tuple[Any, ...] = getattr(cls, "__orig_bases__", ())
        account, *_, answer = get_args(bases[0])
        if "role" not in answer.model_fields:
            raise TypeError(f"{answer.__name__} needs a field `role`, of the enum of roles.")
        account.roles = answer.model_fields["role"].annotation

    async def sign_up(self, body: C) -> R:
        """A new account of the weakest role, made by the person it is for.

        Where there are tenants it is the first of a new one, in the strongest role.

        Raises:
            Conflict: The e-mail has an account.
            Forbidden: The body sets a field that people may not set of their own account.
            Invalid: The password is too easy.
        """
        sent = body.model_dump()
        self._refuse_weak(sent, sent["email"])
        values = await self.columns(sent)
        tenant = await self._new_tenant(values)  # behind the hashing: nobody waits for its row
        role = self._roles[-1] if tenant else self._roles[0]
        account = self.repository.model(**values, **tenant, role=role)
        of = next(iter(tenant.values()), None)
        self.repository.scope = Scope(Caller(account.id, account.role, tenant_id=of), OWN)
        await refuse_fields(self.repository, account, body)
        await self.repository.add(account)
        return await self.answer(account)

    async def create(self, body: C) -> R:
        """A new account, made for somebody.

        Raises:
            Conflict: The e-mail has an account.
            Forbidden: The policy does not allow it, or the role is stronger than the caller's.
            Invalid: The password is too easy.
        """
        sent = body.model_dump()
        self._refuse_stronger(sent["role"])
        self._refuse_giving(sent.get("permissions", []), [])
        self._refuse_weak(sent, sent["email"])
        return await super().create(body)

    async def update(self, row_id: UUID, body: U) -> R:
        """Change an account; a new password, or being disabled, ends its sessions.

        Raises:
            NotFound: There is no such account, or none that the caller may see.
            Forbidden: The policy does not allow it, or a role is stronger than the caller's.
            Conflict: The e-mail is taken, or no administrator would be left.
            Invalid: The password is too easy.
        """
        account = await self._managed(row_id, "update")
        sent = body.model_dump(exclude_unset=True)
        role, is_active = sent.get("role", account.role), sent.get("is_active", True)
        self._refuse_stronger(role)
        if "permissions" in sent:
            self._refuse_giving(sent["permissions"], getattr(account, "permissions", []))
        self._refuse_weak(sent, account.email)
        if role != account.role or not is_active:
            await self._keep_one_administrator(account)
        answer = await super().update(row_id, body)
        if "password" in sent or not is_active:
            await end_all(self.repository.session, row_id)
        return answer

    async def delete(self, row_id: UUID) -> None:
        """Delete an account and what belongs to it.

        Raises:
            NotFound: There is no such account, or none that the caller may see.
            Forbidden: The policy does not allow it, or its role is stronger than the caller's.
            Conflict: No administrator would be left.
        """
        account = await self._managed(row_id, "delete")
        await self._keep_one_administrator(account)
        await super().delete(row_id)

    async def read_own(self) -> R:
        """The caller's account."""
        return await self.read(self._own())

    async def update_own(self, body: U) -> R:
        """Change the caller's account; what the body leaves out stays."""
        return await self.update(self._own(), body)

    async def delete_own(self) -> None:
        """Delete the caller's account and what belongs to it.

        Raises:
            Conflict: No administrator would be left.
        """
        await self.delete(self._own())

    async def columns(self, values: dict[str, Any]) -> dict[str, Any]:
        """Columns to set: of a password, only its hash."""
        if "password" in values:
            values["password_hash"] = await hash_password(values.pop("password"))
        return await super().columns(values)

    @property
    def _roles(self) -> list[StrEnum]:
        return list(self.repository.model.roles)

    def _own(self) -> UUID:
        """Let the caller reach their own account, and no other, whatever the policy says."""
        caller = self.repository.scope.caller
        if caller.id is None:
            raise Unauthorized
        self.repository.scope = Scope(caller, OWN)
        return caller.id

    async def _new_tenant(self, values: dict[str, Any]) -> dict[str, Any]:
        """Make the tenant that somebody who signs up begins; it leaves `values`.

        Returns:
            Its id by the field that an account has for it; nothing where there are no tenants.
        """
        field = self.repository.model.tenant_field
        if self.tenant_repository is None or not field:
            return {}
        rows = self.tenant_repository(self.repository.session, self.repository.scope.caller)
        tenant = rows.model(**values.pop(field.removesuffix("_id")))
        await rows.keep_rules(tenant)
        await rows.add(tenant)
        return {field: tenant.id}

    async def _managed(self, row_id: UUID, operation: Operation) -> A:
        account = await self.repository.get(row_id)
        await self.repository.check(account, operation)
        self._refuse_stronger(account.role)
        return account

    def _refuse_stronger(self, role: str) -> None:
        mine = self.repository.scope.caller.role
        if self._rank(role) > self._rank(mine):
            raise Forbidden(f"The role {role} is stronger than yours.")

    def _refuse_giving(self, wanted: Sequence[str], given: Sequence[str]) -> None:
        strongest = self._roles[-1]
        if {*wanted} != {*given} and self.repository.scope.caller.role != strongest:
            raise Forbidden(f"Only the role {strongest} gives and takes permissions.")

    def _rank(self, role: str | None) -> int:
        names: list[str | None] = [*self._roles]
        return names.index(role) if role in names else -1

    def _refuse_weak(self, sent: dict[str, Any], email: str) -> None:
        if "password" in sent:
            least = self.repository.session.info.get("password_min_length", MIN_CHARS)
            refuse_weak(sent["password"], email=email, min_length=least)

    async def _keep_one_administrator(self, leaving: A) -> None:
        """Refuse that the last one goes; of two who go at once, one waits and is refused."""
        model, strongest = self.repository.model, self._roles[-1]
        if leaving.role != strongest or len(self._roles) == 1:
            return
        left = select(model.id).where(model.role == strongest, col(model.is_active))
        if field := model.tenant_field:
            left = left.where(getattr(model, field) == getattr(leaving, field))
        locked = left.order_by(col(model.id)).with_for_update()
        if list(await self.repository.session.exec(locked)) == [leaving.id]:
            raise Conflict(f"This is the last active account with the role {strongest}.")

"""The rules of accounts: what any rows can do, and what must not happen to an account."""

from collections.abc import Sequence
from typing import Any, Generic, get_args
from uuid import UUID

from sqlmodel import col, select

from keel.access import Operation, Scope
from keel.audit import record
from keel.auth.context import context_of
from keel.auth.passwords.proof import prove
from keel.auth.schemas import PasswordGiven
from keel.auth.sessions.ending import end_all
from keel.auth.sign_up.service import OWN, A, C, R, SigningUp, U
from keel.problems import Conflict, Forbidden, Unauthorized


class AccountService(SigningUp[A, C, U, R], Generic[A, C, U, R]):
    """Accounts, changed by their owners (`..._own`) and by who manages them.

    Nobody makes or manages an account of a stronger role than their own, one active account
    of the strongest role stays, in each tenant where there are tenants, and only that role gives
    and takes permissions. An API key changes none. The roles of `A` are those that `R` may answer
    with.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        bases: tuple[Any, ...] = getattr(cls, "__orig_bases__", ())
        account, *_, answer = get_args(bases[0])
        if "role" not in answer.model_fields:
            raise TypeError(f"{answer.__name__} needs a field `role`, of the enum of roles.")
        account.roles = answer.model_fields["role"].annotation

    async def create(self, body: C) -> R:
        """A new account, made for somebody.

        Raises:
            Conflict: The e-mail has an account.
            Forbidden: The policy does not allow it, or the role is stronger than the caller's.
            Invalid: The password is too easy.
        """
        self._refuse_keys()
        sent = body.model_dump()
        self._refuse_stronger(sent["role"])
        self._refuse_giving(sent.get("permissions", []), [])
        self._refuse_weak(sent, sent["email"])
        answer = await super().create(body)
        self._note("account_created", getattr(answer, "id", None))
        return answer

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
        changed = [event for event, is_other in self._events(account, sent) if is_other]
        answer = await super().update(row_id, body)
        for event in changed:
            self._note(event, row_id)
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
        self._note("account_deleted", row_id)

    async def read_own(self) -> R:
        """The caller's account."""
        return await self.read(self._own())

    async def update_own(self, body: U) -> R:
        """Change the caller's account; what the body leaves out stays."""
        return await self.update(self._own(), body)

    async def delete_own(self, body: PasswordGiven) -> None:
        """Delete the caller's account and what belongs to it, once its password is said again.

        Raises:
            Conflict: No administrator would be left.
            Invalid: The password is wrong.
            TooManyRequests: There were too many wrong tries.
        """
        self._refuse_keys()
        context = context_of(self.repository.session)
        await prove(context, self.repository.scope.caller, body.current_password)
        await self.delete(self._own())

    def _note(self, event: str, account_id: UUID | None) -> None:
        caller_id = self.repository.scope.caller.id
        try:
            context_of(self.repository.session).note(event, account_id, by=caller_id)
        except LookupError:  # no request: a script
            record(self.repository.session, event, actor_id=caller_id, subject_id=account_id)

    @staticmethod
    def _events(account: A, sent: dict[str, Any]) -> list[tuple[str, bool]]:
        """What a change of an account is called, and whether it is one."""
        said = {
            "role_changed": "role",
            "permissions_changed": "permissions",
            "email_changed": "email",
        }
        found = [
            (event, name in sent and sent[name] != getattr(account, name))
            for event, name in said.items()
        ]
        is_active = sent.get("is_active", account.is_active)
        became = "account_enabled" if is_active else "account_disabled"
        return [
            *found,
            (became, is_active != account.is_active),
            ("password_changed", "password" in sent),
        ]

    def _own(self) -> UUID:
        """Let the caller reach their own account, and no other, whatever the policy says."""
        caller = self.repository.scope.caller
        if caller.id is None:
            raise Unauthorized
        self.repository.scope = Scope(caller, OWN)
        return caller.id

    async def _managed(self, row_id: UUID, operation: Operation) -> A:
        self._refuse_keys()
        account = await self.repository.get(row_id)
        await self.repository.check(account, operation)
        self._refuse_stronger(account.role)
        return account

    def _refuse_keys(self) -> None:
        """Refuse a program: with a key it could give itself what takes a person."""
        if self.repository.scope.caller.key_id:
            raise Forbidden("An API key changes no accounts; sign in.")

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

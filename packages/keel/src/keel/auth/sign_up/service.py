"""Signing up: an account begins when its address is proved, and not before.

What somebody says of themselves waits with the token that is mailed to their address. So whoever
signs up with another's address has no account, no answer tells whether there is one, and each
token brings back what was said with it, the password too.
Source: OWASP ASVS 5.0 requirements 6.3.8 and 6.4.1.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import to_jsonable_python
from sqlmodel import select

from keel.access import Caller, Policy, Scope, owner
from keel.auth.account import Account
from keel.auth.context import context_of
from keel.auth.one_time.model import Purpose
from keel.auth.one_time.tokens import BadProof, issue
from keel.auth.one_time.using import use
from keel.auth.passwords.hashing import hash_password
from keel.auth.passwords.policy import PasswordPolicy
from keel.auth.schemas import TokenGiven
from keel.data import Input, Output, Repository, Service
from keel.data.field_access import refuse_fields
from keel.data.types.ids import new_id
from keel.mail import send

A = TypeVar("A", bound=Account)
C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)

OWN = Policy(read=owner, write=owner)


class SigningUp(Service[A, C, U, R], Generic[A, C, U, R]):
    """How people get accounts of their own.

    Attributes:
        tenant_repository: Of the tenants, where people who sign up begin one. Their body has what
            it shall be, by the account's tenant field without `_id`.
    """

    tenant_repository: ClassVar[type[Repository[Any]] | None] = None

    async def sign_up(self, body: C) -> None:
        """Mail a token that makes an account; nothing tells whether the address has one already.

        Raises:
            Forbidden: The body sets a field that people may not set of their own account.
            Invalid: The password is too easy, or something that is named is not there.
            TooManyRequests: Too many mails were asked for.
        """
        session, sent = self.repository.session, body.model_dump()
        context, email = context_of(session), sent["email"]
        self._refuse_weak(sent, email)
        await context.throttle.admit("mail", email, context.device.address)
        await session.commit()  # hashing takes time; nobody shall wait for the connection
        values = await self.columns(sent)
        await self._refuse_fields(self._draft(values), body)
        known = await session.scalar(
            select(self.repository.model.id).where(self.repository.model.email == email)
        )
        token = await issue(session, Purpose.SIGN_UP, email, data=to_jsonable_python(values))
        mails = context.mails
        send(session, mails.already_signed_up(email) if known else mails.verify_email(email, token))

    async def verify_email(self, body: TokenGiven) -> R:
        """The account of who signed up, of the weakest role, once they have the token of the mail.

        Where there are tenants it is the first of a new one, in the strongest role.

        Raises:
            BadProof: The token is not good.
            Conflict: The address has an account by now, or something else of it is taken.
            TooManyRequests: Too many tokens were tried.
        """
        session = self.repository.session
        context = context_of(session)
        said = (await use(context, Purpose.SIGN_UP, body.token)).data
        try:
            tenant = await self._new_tenant(said)
            account = self.repository.model.model_validate(
                {**said, **tenant, "role": self._first_role}
            )
        except ValidationError as error:  # the backend is another one than it was
            raise BadProof from error
        self._be(account)
        await self.repository.add(account)
        context.note("account_created", account.id)
        return await self.answer(account)

    async def columns(self, values: dict[str, Any]) -> dict[str, Any]:
        """Columns to set: of a password, only its hash."""
        if "password" in values:
            values["password_hash"] = await hash_password(values.pop("password"))
        return await super().columns(values)

    @property
    def _roles(self) -> list[StrEnum]:
        return list(self.repository.model.roles)

    @property
    def _begun(self) -> str | None:
        """The field with the tenant that somebody who signs up begins, where there are tenants."""
        return self.repository.model.tenant_field if self.tenant_repository else None

    @property
    def _first_role(self) -> StrEnum:
        """The role of who signs up: where they begin a tenant, the strongest one."""
        return self._roles[-1 if self._begun else 0]

    def _draft(self, values: Mapping[str, Any]) -> A:
        """The account that somebody asks for, of a tenant that is not there yet."""
        model = self.repository.model
        own = {name: value for name, value in values.items() if name in model.model_fields}
        if self._begun:
            own[self._begun] = new_id()
        return model(**own, role=self._first_role)

    def _be(self, account: A) -> None:
        """Act as the owner of an account that is about to be."""
        of = getattr(account, account.tenant_field) if account.tenant_field else None
        self.repository.scope = Scope(Caller(account.id, account.role, tenant_id=of), OWN)

    async def _refuse_fields(self, draft: A, body: C) -> None:
        self._be(draft)
        await refuse_fields(self.repository, draft, body)

    async def _new_tenant(self, said: dict[str, Any]) -> dict[str, Any]:
        """Make the tenant that somebody who signs up begins; it leaves what they said.

        Returns:
            Its id by the field that an account has for it; nothing where there are no tenants.
        """
        field = self._begun
        if self.tenant_repository is None or not field:
            return {}
        rows = self.tenant_repository(self.repository.session, self.repository.scope.caller)
        tenant = rows.model.model_validate(said.pop(field.removesuffix("_id")))
        await rows.keep_rules(tenant)
        await rows.add(tenant)
        return {field: tenant.id}

    def _refuse_weak(self, sent: dict[str, Any], email: str) -> None:
        if "password" in sent:
            self._passwords.refuse_weak(sent["password"], email)

    @property
    def _passwords(self) -> PasswordPolicy:
        try:
            return context_of(self.repository.session).passwords
        except LookupError:  # no request: a script
            return PasswordPolicy()

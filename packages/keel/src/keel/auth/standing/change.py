"""What is written down when the standing of an account changes."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index

from keel.data import Model


class AccountChange(Model, table=True):
    """Something about an account is no longer as the tokens say that were signed before.

    Its role, its permissions, its tenant, whether it is active or there at all, or one of its
    sign-ins has ended. Rows refer to no account, because they stay when it goes.
    """

    __tablename__ = "auth_changes"
    __table_args__: ClassVar[tuple[Any, ...]] = (Index(None, "created_at"),)

    account_id: UUID

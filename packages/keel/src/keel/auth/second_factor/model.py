"""The tables of second factors: of neither kind of code is there more than what checks it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from keel.data import Model


class SecondFactor(Model, table=True):
    """The app that an account's codes come from.

    Attributes:
        seed: Random bytes, in hex; the app's secret follows from them and from `SECRET_KEY`, so
            that the table alone makes no code.
        last_step: The step whose code was used last; none is good twice, nor an earlier one.
        confirmed_at: When its first code came; until then, nothing asks for it.
    """

    __tablename__ = "auth_second_factors"

    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", unique=True)
    seed: str = Field(max_length=64, repr=False)
    last_step: int = 0
    confirmed_at: datetime | None = None


class RecoveryCode(Model, table=True):
    """A code that is good once in place of an app's; `code_hash` is its SHA-256, in hex."""

    __tablename__ = "auth_recovery_codes"

    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    code_hash: str = Field(max_length=64, unique=True)

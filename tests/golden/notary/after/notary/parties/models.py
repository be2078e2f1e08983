"""The table of parties."""

from enum import StrEnum
from uuid import UUID

from keel.data import Audited, History, Model, choice
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class PartyRole(StrEnum):
    """Values of `Party.role`."""

    GUEST = "guest"
    SIGNATORY = "signatory"


class Party(Audited, Model, table=True):
    """Somebody who is part of a contract."""

    __tablename__ = "parties"
    __table_args__ = (UniqueConstraint("contract_id", "user_id"),)

    contract_id: UUID = Field(foreign_key="contracts.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    role: PartyRole = Field(default=PartyRole.GUEST, sa_type=choice(PartyRole))


class PartyHistory(History, table=True):
    """What changed in parties, when and by whom."""

    __tablename__ = "party_history"
    of = Party

"""The table of annexes."""

from uuid import UUID

from keel.data import Audited, Model, Owned, OwnedHistory
from sqlalchemy import Text
from sqlmodel import Field


class Annex(Audited, Owned, Model, table=True):
    """A page that belongs to a contract."""

    __tablename__ = "annexes"

    contract_id: UUID = Field(foreign_key="contracts.id", ondelete="CASCADE", index=True)
    text: str = Field(sa_type=Text)
    above_id: UUID | None = Field(
        default=None, foreign_key="annexes.id", ondelete="CASCADE", index=True
    )


class AnnexHistory(OwnedHistory, table=True):
    """What changed in annexes, when and by whom."""

    __tablename__ = "annex_history"
    of = Annex

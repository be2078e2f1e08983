"""An archive whose papers keep a history, with a field of each kind that JSON has no word for."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from keel.access import Caller, Policy, at_least, owner, signed_in
from keel.data import (
    Audited,
    Duration,
    DurationColumn,
    Input,
    Json,
    JsonColumn,
    Output,
    Owned,
    OwnedHistory,
    PageQuery,
    Repository,
    Service,
    Timestamp,
    choice,
    list_of,
)
from pydantic import MISSING
from sqlmodel import Field as Column
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import Role, ShopModel, tables


class State(StrEnum):
    DRAFT = "draft"
    FILED = "filed"


class Paper(Audited, Owned, ShopModel, table=True):
    __tablename__ = "papers"

    title: str = Column(max_length=50)
    pin: str | None = Column(default=None, max_length=20)
    fee: Decimal = Column(default=Decimal(0), max_digits=10, decimal_places=2)
    state: State = Column(default=State.DRAFT, sa_type=choice(State))
    opens: time | None = None
    filed_at: datetime | None = None
    due: date | None = None
    length: timedelta | None = Column(default=None, sa_type=DurationColumn)
    labels: list[str] | None = Column(default=None, sa_type=list_of(str))
    pauses: list[timedelta] | None = Column(default=None, sa_type=list_of(timedelta))
    extra: Json | None = Column(default=None, sa_type=JsonColumn)
    above_id: UUID | None = Column(default=None, foreign_key="papers.id", ondelete="CASCADE")


class ShopHistory(OwnedHistory, registry=tables):
    """What the shop's histories share."""


class PaperHistory(ShopHistory, table=True):
    __tablename__ = "paper_history"
    of = Paper
    write_only = ("pin",)


class PaperCreate(Input):
    title: str
    pin: str | None = None
    fee: Decimal = Decimal(0)
    opens: time | None = None
    filed_at: Timestamp | None = None
    due: date | None = None
    length: Duration | None = None
    labels: list[str] | None = None
    pauses: list[Duration] | None = None
    extra: Json | None = None
    above_id: UUID | None = None


class PaperUpdate(Input):
    title: str | MISSING = MISSING
    pin: str | MISSING | None = MISSING
    fee: Decimal | MISSING = MISSING


class PaperRead(Output):
    id: UUID
    title: str
    fee: Decimal
    state: State
    opens: time | None
    filed_at: datetime | None
    due: date | None
    length: Duration | None
    labels: list[str] | None
    pauses: list[Duration] | None
    extra: Annotated[Json | None, Column()]
    above_id: UUID | None
    owner_id: UUID
    created_by_id: UUID | None
    updated_by_id: UUID | None


class PaperRepository(Repository[Paper]):
    policy = Policy(
        read=signed_in,
        create=signed_in,
        update=signed_in,
        delete=signed_in,
        history=owner | at_least(Role.EDITOR),
        actions={"file": owner},
    )
    history = PaperHistory


class PaperService(Service[Paper, PaperCreate, PaperUpdate, PaperRead]):
    async def file(self, paper_id: UUID) -> PaperRead:
        paper = await self.row_for("file", paper_id, state=State.DRAFT)
        paper.state = State.FILED
        return await self.save(paper)


def papers(session: AsyncSession, caller: Caller) -> PaperService:
    repository = PaperRepository(session, caller)
    return PaperService(repository, above_id=repository)


NEWEST = PageQuery()

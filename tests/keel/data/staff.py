"""A small staff: files about people in teams, of which not everybody sees everything."""

from enum import StrEnum
from uuid import UUID

from keel.access import Caller, FieldRules, Policy, at_least, members, owner, signed_in
from keel.data import Including, Input, Model, One, Output, Owned, Repository, Service, choice
from pydantic import MISSING, Field
from sqlalchemy import MetaData, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field as Column
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

# Tables of their own: other tests fill the metadata that all models share by default.
tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Role(StrEnum):
    CLERK = "clerk"
    ADMIN = "admin"


class Seat(StrEnum):
    MATE = "mate"
    LEAD = "lead"


class StaffModel(Model, registry=tables):
    """What the staff's tables share."""


class Person(StaffModel, table=True):
    __tablename__ = "users"
    owner_field = "id"


class Team(StaffModel, table=True):
    __tablename__ = "teams"


class Membership(StaffModel, table=True):
    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("team_id", "user_id"),)

    team_id: UUID = Column(foreign_key="teams.id", ondelete="CASCADE")
    user_id: UUID = Column(foreign_key="users.id", ondelete="CASCADE", index=True)
    seat: Seat = Column(default=Seat.MATE, sa_type=choice(Seat))


class File(Owned, StaffModel, table=True):
    __tablename__ = "files"

    name: str = Column(max_length=50)
    tax_number: str | None = Column(default=None, max_length=20, repr=False)
    salary: int | None = None
    score: int | None = None
    team_id: UUID = Column(foreign_key="teams.id", ondelete="CASCADE", index=True)
    mentor_id: UUID | None = Column(default=None, foreign_key="users.id")


admin = at_least(Role.ADMIN)
lead = members(Membership, of="team", least=Seat.LEAD)


class FileRepository(Repository[File]):
    policy = Policy(
        read=signed_in,
        write=signed_in,
        actions={"assess": signed_in},
        fields={
            "tax_number": FieldRules(read=owner),
            "salary": FieldRules(read=owner | admin, write=admin),
            "score": FieldRules(read=owner | lead, write=lead),
            "mentor_id": FieldRules(read=owner),
        },
    )


class PersonRepository(Repository[Person]):
    policy = Policy(read=signed_in)


class FileBody(Input):
    name: str = "Ada"
    tax_number: str | None = Field(default=None, repr=False)
    salary: int | None = None
    score: int | None = None
    team_id: UUID


class FileChange(Input):
    name: str | MISSING = MISSING
    salary: int | MISSING | None = MISSING
    score: int | MISSING | None = MISSING


class FileRead(Output):
    id: UUID
    name: str
    tax_number: str | MISSING | None = Field(default=MISSING, repr=False)
    salary: int | MISSING | None = MISSING
    score: int | MISSING | None = MISSING
    mentor_id: UUID | MISSING | None = MISSING


class PersonRead(Output):
    id: UUID


class FileWithMentor(FileRead):
    mentor: PersonRead | MISSING | None = MISSING


class Files(Service[File, FileBody, FileChange, FileRead]):
    """Files."""

    async def assess(self, file_id: UUID, body: FileChange) -> FileRead:
        """Give a score."""
        file = await self.row_for("assess", file_id, body)
        file.sqlmodel_update(body.model_dump(exclude_unset=True))
        return await self.save(file)


class People(Service[Person, Input, Input, PersonRead]):
    """People."""


class Desk:
    """What one person can do in a session."""

    def __init__(self, session: AsyncSession, person: Person, role: Role = Role.CLERK) -> None:
        caller = Caller(person.id, role)
        self.files = Files(FileRepository(session, caller))
        people = People(PersonRepository(session, caller))
        self.with_mentors = Including(self.files, FileWithMentor, mentor=One(people, "mentor_id"))

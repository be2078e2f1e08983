"""Models: what every table has in common."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import event
from sqlmodel import Field, SQLModel

from keel.data.clock import now
from keel.data.decimals import give_places
from keel.data.ids import new_id
from keel.data.rules import Rule

# Names of constraints and indexes come from their columns, so that migrations can find them again
# and a conflict can name its fields. Set before any table is made.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Model(SQLModel):
    """A row with an id that sorts by age, and the times it was made and last changed.

    Attributes:
        owner_field: The attribute that holds the id of the account a row belongs to. Models whose
            rows belong to nobody have none.
        rules: What must hold among rows; services see to it.
    """

    if TYPE_CHECKING:  # SQLAlchemy looks for the names themselves
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]
        __table_args__: ClassVar[tuple[Any, ...]]
    owner_field: ClassVar[str]
    rules: ClassVar[tuple[Rule, ...]] = ()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    created_at: datetime = Field(default_factory=now)
    updated_at: datetime = Field(default_factory=now, sa_column_kwargs={"onupdate": now})


for _moment in ("before_insert", "before_update"):
    event.listen(Model, _moment, give_places, propagate=True)


class Owned(Model):
    """A row that belongs to an account and goes with it."""

    owner_field: ClassVar[str] = "owner_id"

    owner_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)


class Pair(SQLModel):
    """A pair of rows that belong together: `class BookTag(Pair, table=True)`.

    Its primary key is the ids of both, first that of the row which has the links.
    """

    if TYPE_CHECKING:  # SQLAlchemy looks for the name itself
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]


M = TypeVar("M", bound=Model)

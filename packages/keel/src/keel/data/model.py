"""Models: what every table has in common."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import event
from sqlmodel import Field, SQLModel

from keel.access.tenancy import UNSAID
from keel.data.overlap.constraint import keep_apart
from keel.data.rules import Rule
from keel.data.searching.keeping import watch
from keel.data.searching.searched import Searched
from keel.data.types.clock import now
from keel.data.types.decimals import give_places
from keel.data.types.ids import new_id

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
        audit_fields: The attributes with who made a row and who changed it last, if it says so.
        tenant_field: The attribute that holds the id of the tenant a row is of; `None` for rows
            that all tenants share. Nothing is said where there are no tenants.
        rules: What must hold among rows; services see to it, and Postgres to what it can.
        searched: The text fields that `q` looks into, if there are any.
    """

    if TYPE_CHECKING:  # SQLAlchemy looks for the names themselves
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]
        __table_args__: ClassVar[tuple[Any, ...]]
    owner_field: ClassVar[str]
    audit_fields: ClassVar[tuple[str, ...]] = ()
    tenant_field: ClassVar[str | None] = UNSAID
    rules: ClassVar[tuple[Rule, ...]] = ()
    searched: ClassVar[Searched | None] = None

    id: UUID = Field(default_factory=new_id, primary_key=True)
    created_at: datetime = Field(default_factory=now)
    updated_at: datetime = Field(default_factory=now, sa_column_kwargs={"onupdate": now})


for _moment in ("before_insert", "before_update"):
    event.listen(Model, _moment, give_places, propagate=True)
for _part in (watch, keep_apart):
    event.listen(Model, "after_mapper_constructed", _part, propagate=True)


class Owned(Model):
    """A row that belongs to an account and goes with it."""

    owner_field: ClassVar[str] = "owner_id"

    owner_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)


class Singleton(Owned):
    """A row of which an account has one, and no other."""

    owner_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", unique=True)


class Pair(SQLModel):
    """A pair of rows that belong together: `class BookTag(Pair, table=True)`.

    Its primary key is the ids of both, first that of the row which has the links.
    """

    if TYPE_CHECKING:  # SQLAlchemy looks for the name itself
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]


def models(above: type[Model] = Model) -> Iterator[type[Model]]:
    """Every model that has a table."""
    for model in above.__subclasses__():
        if hasattr(model, "__table__"):
            yield model
        yield from models(model)


M = TypeVar("M", bound=Model)

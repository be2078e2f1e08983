"""Histories: tables that keep what changed in the rows of a model."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from pydantic import JsonValue
from sqlmodel import Field, SQLModel

from keel.data.history.column import ChangesColumn
from keel.data.history.recorder import listen
from keel.data.model import Model
from keel.data.types.clock import now
from keel.data.types.ids import new_id


class History(SQLModel):
    """An entry for each change of a row: `class TopicHistory(History, table=True)`.

    Every session that inserts, changes or deletes a row of `of` writes one, in the same
    transaction. SQL that goes round the rows, such as `update(Topic)`, leaves none. An entry stays
    when its row goes; delete it to forget.

    Attributes:
        of: The model whose rows are followed.
        write_only: Its columns whose values are kept from everybody, and so from here.
        row_id: The row that changed, which may be gone.
        by_id: The account that changed it; NULL where nobody known did, or the account is gone.
        operation: `create`, `update`, `delete` or the name of an action.
        changes: By column, what it was `from` and what it is `to`, as answers have it.
    """

    if TYPE_CHECKING:  # SQLAlchemy looks for the name itself
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]
    of: ClassVar[type[Model]]
    write_only: ClassVar[tuple[str, ...]] = ()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    row_id: UUID = Field(index=True)
    at: datetime = Field(default_factory=now)
    by_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    operation: str = Field(max_length=40)
    changes: dict[str, dict[str, JsonValue]] = Field(sa_type=ChangesColumn)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if hasattr(cls, "of"):
            listen(cls)


class OwnedHistory(History):
    """The history of rows that belong to accounts; it goes with the account, as they do."""

    owner_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)

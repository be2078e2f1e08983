"""The table of the audit, to which rows are added and nothing else is done.

On Postgres and on SQLite a trigger refuses to change or delete an entry, whoever asks; so does one
of Postgres to empty the table. A second role without the rights would hold too, and would have to
be made by hand on every server. Who owns the database can drop the trigger, and that is seen.
Source: OWASP ASVS 5.0 requirements 16.2.1 (what an entry says) and 16.4.2 (protection).
"""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Connection, Index, Table, event
from sqlmodel import Field

from keel.data import Model
from keel.data.database.append_only import statements


class AuditEntry(Model, table=True):
    """One thing that somebody did or tried, at `created_at`, in UTC.

    Attributes:
        event: What: `sign_in`, `password_reset`, `role_changed`, …
        outcome: `success` or `failure`.
        actor_id: The account of who did it, where that is known.
        subject: The kind of what it was done to: `account` or `session`.
        subject_id: Its id. No foreign key: an entry stays when its subject goes.
        address: Where the request came from.
        request_id: The request, as its log lines have it.
    """

    __tablename__ = "audit_log"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        Index(None, "created_at"),
        Index(None, "subject_id"),
        {"info": {"append_only": True}},
    )

    event: str = Field(max_length=50)
    outcome: str = Field(max_length=10)
    actor_id: UUID | None = None
    subject: str = Field(max_length=20)
    subject_id: UUID | None = None
    address: str = Field(default="", max_length=45)
    request_id: str = Field(default="", max_length=64)


def _protect(table: Table, connection: Connection, **_: Any) -> None:
    for statement in statements(table.name, connection.dialect.name):
        connection.exec_driver_sql(statement)


event.listen(AuditEntry.metadata.tables["audit_log"], "after_create", _protect)

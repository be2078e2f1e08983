"""What a row holds of a file, and the column for it."""

import re
import secrets
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Column, Dialect, Table
from sqlalchemy.types import TypeDecorator

from keel.data.schemas import Output


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is kept.

    Attributes:
        key: Its name where files are kept; never one that a caller chose.
        media_type: What its content is, as who sent it said and its first bytes agree.
        bytes: Its size.
        sha256: Of its content, in hexadecimal digits.
    """

    key: str
    media_type: str
    bytes: int
    sha256: str

    @property
    def url(self) -> str:
        """Where it can be had, below the root of the API."""
        of = FileKey.read(self.key)
        return f"/{of.table.replace('_', '-')}/{of.row_id}/{of.field.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class FileKey:
    """What a file is of; `str()` is the key, the same for no two uploads."""

    PATTERN: ClassVar = re.compile(r"\w+\.\w+\.[0-9a-f-]{36}\.[0-9a-f]{16}")

    table: str
    field: str
    row_id: UUID
    upload: str

    @classmethod
    def new(cls, table: str, field: str, row_id: UUID) -> "FileKey":
        """The key of a new file."""
        return cls(table, field, row_id, secrets.token_hex(8))

    @classmethod
    def read(cls, key: str) -> "FileKey":
        """What a key says.

        Raises:
            ValueError: It is none.
        """
        table, field, row_id, upload = key.split(".")
        return cls(table, field, UUID(row_id), upload)

    def __str__(self) -> str:
        return f"{self.table}.{self.field}.{self.row_id}.{self.upload}"


class FileLink(Output):
    """A file as callers see it: where to get it, and what it is."""

    url: str
    media_type: str
    bytes: int
    sha256: str


class FileColumn(TypeDecorator[StoredFile]):
    """JSON in both databases; nothing is looked for inside."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: StoredFile | None, dialect: Dialect) -> Any:
        """What is stored."""
        del dialect
        return None if value is None else asdict(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> StoredFile | None:
        """What is read."""
        del dialect
        return None if value is None else StoredFile(**value)


@cache
def file_columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    """The columns of a table that hold files."""
    return tuple(column for column in table.c if isinstance(column.type, FileColumn))

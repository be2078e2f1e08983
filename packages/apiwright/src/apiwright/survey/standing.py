"""What the code and the database of a project say they are, as values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StandingRoute:
    """An operation of the app as it is served; `str()` gives its method and path.

    Attributes:
        access: The rule at its door, in the blueprint's words; `None` where nothing stands there.
        module: Where its function is: `shop.books.routes`.
    """

    method: str
    path: str
    access: str | None
    module: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class StandingColumn:
    """A column of a model; its type is that of Postgres: `VARCHAR(120)`.

    Attributes:
        target: The table that it refers to, if it does.
        on_delete: What deleting the row that it refers to does, in the words of SQL.
        unique: Whether no two rows have the same.
        index: Whether it has an index of its own.
        default: What rows of the app get where nothing is said, as JSON; empty if it is no value.
    """

    name: str
    type: str
    nullable: bool
    target: str | None = None
    on_delete: str = ""
    unique: bool = False
    index: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class StandingTable:
    """A table of the models."""

    name: str
    columns: tuple[StandingColumn, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """What the app serves, and the tables of its models."""

    routes: tuple[StandingRoute, ...]
    tables: tuple[StandingTable, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that the database and the models do not have alike.

    Attributes:
        name: What it is called: `books`, `books.subtitle`, `ix_books_title`.
        kind: `table`, `column`, `index`, `constraint`.
        table: The table that it is in.
        database: What the database has, in the words of SQL; empty for nothing.
        models: What the models have.
        sql: What would make the database as the models are; empty where SQL alone cannot.
        column: The column as the database has it, if it is one that the models have not.
    """

    name: str
    kind: str
    table: str
    database: str
    models: str
    sql: str
    column: StandingColumn | None = None


@dataclass(frozen=True, slots=True)
class Database:
    """What a database is, beside the models and the migrations.

    Attributes:
        kind: `sqlite` or `postgresql`.
        revisions: Where it stands.
        unknown: The revision, of these, that no file has; empty where all are known.
        pending: The files of the migrations that it has not had, in their order.
        misfits: Where it is otherwise than the models; only known when nothing is pending.
    """

    kind: str
    revisions: tuple[str, ...] = ()
    unknown: str = ""
    pending: tuple[str, ...] = ()
    misfits: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class Unseen:
    """What could not be looked at, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What a project says that it is; `None` for what could not be looked at."""

    code: Code | None = None
    database: Database | None = None
    unseen: tuple[Unseen, ...] = field(default=())

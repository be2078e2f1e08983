"""What a database says when it refuses a statement, whichever database it is."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Index, Table, make_url
from sqlalchemy.schema import ColumnCollectionConstraint
from sqlmodel import SQLModel

from keel.data.overlap.constraint import TIMES
from keel.data.together import Together
from keel.problems import Unavailable

_log = logging.getLogger(__name__)


class Kind(Enum):
    """Why a statement was refused."""

    TAKEN = auto()
    OVERLAP = auto()
    REFERENCE = auto()
    MISSING = auto()
    UNFIT = auto()
    UNAVAILABLE = auto()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal, and the fields that it is about as far as the database tells.

    Attributes:
        unfit: What is said of each field when a value does not fit.
    """

    kind: Kind
    fields: tuple[str, ...] = ()
    unfit: str = "Does not fit."


def unavailable(reason: object) -> Unavailable:
    """The problem of a database that does not serve; callers are not told why, the log is."""
    _log.warning("The database does not serve: %s", reason)
    return Unavailable()


def refusal_by(kind: Kind, name: str | None) -> Refusal:
    """A refusal by the constraint or index of this name in the models' tables."""
    rule = _rule(name)
    if isinstance(rule, Together):
        return Refusal(kind, rule.names, f"Needs all of {', '.join(rule.names)}, or none.")
    if rule is not None and TIMES in rule.info:
        return Refusal(Kind.OVERLAP, rule.info[TIMES])
    return Refusal(kind, tuple(column.name for column in rule.columns) if rule else ())


def _rule(name: str | None) -> ColumnCollectionConstraint | Index | None:
    # Names that are too long for Postgres are cut as they were when it got them.
    preparer = make_url("postgresql+asyncpg://").get_dialect()().identifier_preparer
    for table in tables():
        for rule in _rules(table):
            if preparer.format_constraint(rule, _alembic_quote=False) == name:
                return rule
    return None


def tenant_fields() -> frozenset[str]:
    """The columns that say which tenant a row is of, of which callers are not told."""
    fields = {getattr(model, "tenant_field", None) for model in _models(SQLModel)}
    return frozenset(field for field in fields if field) - {"id"}


def tables() -> Iterator[Table]:
    """The tables of all models, whichever metadata they are in."""
    for metadata in {model.metadata for model in _models(SQLModel)}:
        yield from metadata.tables.values()


def _models(parent: type[SQLModel]) -> Iterator[type[SQLModel]]:
    for model in parent.__subclasses__():
        yield model
        yield from _models(model)


def _rules(table: Table) -> list[ColumnCollectionConstraint | Index]:
    constraints = [it for it in table.constraints if isinstance(it, ColumnCollectionConstraint)]
    return [*constraints, *table.indexes]

"""Columns that hold a list of values, and the filter that looks into one."""

from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json, to_jsonable_python
from sqlalchemy import JSON, ColumnElement, Dialect, String, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Boolean, TypeDecorator, TypeEngine


class ListColumn(TypeDecorator[list[Any]]):
    """JSON text in SQLite, `jsonb` in Postgres; `None` is NULL in both. Assign, do not mutate."""

    impl = JSON
    cache_ok = True

    def __init__(self, item: type) -> None:
        super().__init__(none_as_null=True)
        self.item = item
        lists: Any = list.__class_getitem__(item)
        self._lists = TypeAdapter[list[Any]](lists)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column of this database."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON(none_as_null=True))
        # Only those who have lists there wait for Postgres' dialect.
        from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415

        return dialect.type_descriptor(JSONB(none_as_null=True))

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> Any:
        """What is stored."""
        del dialect
        return None if value is None else to_jsonable_python(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> list[Any] | None:
        """What is read."""
        del dialect
        return None if value is None else self._lists.validate_python(value)


def list_of(item: type) -> ListColumn:
    """A column of lists, each of whose items is of this type."""
    return ListColumn(item)


class Has(FunctionElement[bool]):
    """Whether a list, of `ListColumn`, holds what the one-item list beside it holds."""

    inherit_cache = True
    type = Boolean()


@compiles(Has)
def _has_in_sqlite(element: Has, compiler: SQLCompiler, **kw: Any) -> str:
    column, wanted = (compiler.process(clause, **kw) for clause in element.clauses)
    item = f"json_extract({wanted}, '$[0]')"
    return f"EXISTS (SELECT 1 FROM json_each({column}) WHERE value = {item})"  # noqa: S608 - of SQLAlchemy's own


@compiles(Has, "postgresql")
def _has_in_postgres(element: Has, compiler: SQLCompiler, **kw: Any) -> str:
    column, wanted = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} @> CAST({wanted} AS JSONB)"


def has(column: ColumnElement[Any], item: Any) -> ColumnElement[bool]:
    """Rows whose list holds `item`."""
    return Has(column, literal(to_json([item]).decode(), String()))

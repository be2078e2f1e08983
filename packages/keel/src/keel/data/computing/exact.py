"""Arithmetic that both databases do alike, to the last place.

SQLite keeps decimals as floating point, where 1.005 is a little less than it says. So numbers are
worked with as whole multiples of their last place: integers in SQLite, exact up to 18 digits, and
`numeric` in Postgres, which never overflows.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Dialect,
    Integer,
    Numeric,
    func,
    literal_column,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class Whole(TypeDecorator[int]):
    """A whole number: of any size in Postgres, of 64 bits in SQLite."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type that a database has for it."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else BigInteger())

    def process_result_value(self, value: Any, dialect: Dialect) -> int | None:
        """What Postgres gives is a decimal without places."""
        del dialect
        return None if value is None else int(value)


def places_of(column: ColumnElement[Any]) -> int | None:
    """Digits after the point of a column of numbers; `None` of any other."""
    if isinstance(column.type, Numeric):
        return column.type.scale or 0
    return 0 if isinstance(column.type, Integer) else None


class _Scaled(FunctionElement[int]):
    inherit_cache = True
    type = Whole()


class _Unscaled(FunctionElement[Any]):
    inherit_cache = True


class _Total(FunctionElement[int]):
    inherit_cache = True
    type = Whole()


class _Quotient(FunctionElement[int]):
    inherit_cache = True
    type = Whole()


def scaled(number: ColumnElement[Any], places: int) -> ColumnElement[int]:
    """A number as a multiple of its last place: 9.50 with two places is 950."""
    return _Scaled(number, literal_column(str(places), Integer))


def unscaled(multiple: ColumnElement[int], places: int) -> ColumnElement[Any]:
    """The number that is `multiple` of its last place: of 950 with two places, 9.50."""
    if not places:
        return type_coerce(multiple, Whole())
    number = _Unscaled(multiple, literal_column(str(places), Integer))
    number.type = Numeric(scale=places)
    return number


def total(multiples: ColumnElement[int]) -> ColumnElement[int]:
    """The sum over rows; 0 without any. Beyond 15 digits SQLite has it near enough."""
    return _Total(multiples)


def quotient(dividend: ColumnElement[int], divisor: ColumnElement[int]) -> ColumnElement[int]:
    """The nearest whole number, of two the one further from zero; NULL where `divisor` is 0."""
    sign = func.sign(dividend) * func.sign(divisor)
    size, by = func.abs(dividend), func.abs(divisor)
    return type_coerce(sign * _Quotient(size * 2 + by, func.nullif(by * 2, 0)), Whole())


@compiles(_Scaled)
def _scaled_in_sqlite(element: _Scaled, compiler: SQLCompiler, **kw: Any) -> str:
    number, places = _parts(element, compiler, **kw)
    whole = number if places == "0" else f"ROUND({number} * {10 ** int(places)})"
    return f"CAST({whole} AS INTEGER)"


@compiles(_Scaled, "postgresql")
def _scaled_in_postgres(element: _Scaled, compiler: SQLCompiler, **kw: Any) -> str:
    number, places = _parts(element, compiler, **kw)
    return f"(CAST({number} AS NUMERIC) * {10 ** int(places)})"


@compiles(_Unscaled)
def _unscaled_in_sqlite(element: _Unscaled, compiler: SQLCompiler, **kw: Any) -> str:
    number, places = _parts(element, compiler, **kw)
    return f"({number} / {10 ** int(places)}.0)"


@compiles(_Unscaled, "postgresql")
def _unscaled_in_postgres(element: _Unscaled, compiler: SQLCompiler, **kw: Any) -> str:
    # Not divided: a quotient of many digits loses its places.
    number, places = _parts(element, compiler, **kw)
    return f"ROUND({number} * 1e-{places}, {places})"


@compiles(_Total)
def _total_in_sqlite(element: _Total, compiler: SQLCompiler, **kw: Any) -> str:
    # Not SUM, which fails where integers overflow.
    return f"CAST(TOTAL({compiler.process(element.clauses, **kw)}) AS INTEGER)"


@compiles(_Total, "postgresql")
def _total_in_postgres(element: _Total, compiler: SQLCompiler, **kw: Any) -> str:
    return f"COALESCE(SUM({compiler.process(element.clauses, **kw)}), 0)"


@compiles(_Quotient)
def _quotient_in_sqlite(element: _Quotient, compiler: SQLCompiler, **kw: Any) -> str:
    dividend, divisor = _parts(element, compiler, **kw)
    return f"({dividend} / {divisor})"


@compiles(_Quotient, "postgresql")
def _quotient_in_postgres(element: _Quotient, compiler: SQLCompiler, **kw: Any) -> str:
    dividend, divisor = _parts(element, compiler, **kw)
    return f"div({dividend}, {divisor})"


def _parts(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> list[str]:
    processed = [compiler.process(part, **kw) for part in element.clauses]
    return [part if part.isalnum() else f"({part})" for part in processed]

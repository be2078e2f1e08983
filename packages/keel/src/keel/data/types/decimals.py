"""Decimals have the places of their column: an answer to a write reads as every later one."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, Numeric
from sqlalchemy.orm import Mapper

_AS_POSTGRES = Context(prec=1_000, rounding=ROUND_HALF_UP)


def give_places(mapper: Mapper[Any], _connection: Connection | None, row: object) -> None:
    """Turn `1E+1` into `10.00` where the column has two places, before the row is written."""
    for name, last_place in _last_places(mapper).items():
        value = getattr(row, name)
        if isinstance(value, Decimal):
            # `plus` turns -0 into 0, which is all that databases know.
            setattr(row, name, _AS_POSTGRES.plus(value.quantize(last_place, context=_AS_POSTGRES)))


@cache
def _last_places(mapper: Mapper[Any]) -> dict[str, Decimal]:
    kinds = {attribute.key: attribute.columns[0].type for attribute in mapper.column_attrs}
    return {
        name: Decimal(1).scaleb(-kind.scale)
        for name, kind in kinds.items()
        if isinstance(kind, Numeric) and kind.scale is not None
    }

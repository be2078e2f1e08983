"""Changes of many rows at once, which nobody made to the rows themselves."""

from typing import Any

from sqlalchemy import ColumnElement, CursorResult, update
from sqlmodel.ext.asyncio.session import AsyncSession


async def change(
    model: Any, *which: ColumnElement[bool], session: AsyncSession, **values: Any
) -> int:
    """Set columns of some rows, whose `updated_at` stays. One statement.

    Returns:
        How many rows there were.
    """
    statement = update(model).where(*which).values(**values, updated_at=model.updated_at)
    statement = statement.execution_options(synchronize_session=False)
    answer: CursorResult[Any] = await session.exec(statement)
    return answer.rowcount

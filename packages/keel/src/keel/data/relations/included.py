"""Where included rows come from: a reference, references the other way, or links."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from keel.data.compiled import reading
from keel.data.model import Pair
from keel.data.relations.pair import ends
from keel.data.service import Service

MOST = 100
"""How many rows are included with one, at most."""

Rows = Service[Any, Any, Any, Any]


class One:
    """The row that each refers to; nothing where the caller may not see it.

    Args:
        service: Of the rows that are referred to.
        column: The member of answers with the reference.
    """

    def __init__(self, service: Rows, column: str) -> None:
        self._service = service
        self._column = column

    async def around(self, answers: Sequence[Any]) -> Mapping[UUID, Any]:
        """What each answer refers to."""
        wanted = {each.id: getattr(each, self._column) for each in answers}
        repository = self._service.repository
        ids = {row_id for row_id in wanted.values() if isinstance(row_id, UUID)}
        found = await reading.rows(self._service, ids)
        if found is None:
            rows = repository.reachable().where(col(repository.model.id).in_(ids))
            found = await _answered(self._service, (await repository.session.exec(rows)).all())
        return {row_id: found.get(other) for row_id, other in wanted.items()}


class Many:
    """The rows that refer to each, newest first, 100 at most.

    Args:
        service: Of the rows that refer.
        column: The attribute of theirs with the reference.
    """

    def __init__(self, service: Rows, column: str) -> None:
        self._service = service
        self._column = column

    async def around(self, answers: Sequence[Any]) -> Mapping[UUID, list[Any]]:
        """What refers to each answer, as far as the caller may list it."""
        model: Any = self._service.repository.model
        return await _newest(self._service, getattr(model, self._column), model.id, answers)


class Only(Many):
    """The one row that refers to each, where no two may; nothing if there is none."""

    async def around(self, answers: Sequence[Any]) -> Mapping[UUID, Any]:
        """What refers to each answer, as far as the caller may list it."""
        found = await super().around(answers)
        return {row_id: next(iter(rows), None) for row_id, rows in found.items()}


class Through:
    """The rows that each is linked to, newest first, 100 at most.

    Args:
        service: Of the rows at the other end.
        pair: The table of pairs.
        back: Whether those others have the links, and each is at their far end.
    """

    def __init__(self, service: Rows, pair: type[Pair], *, back: bool = False) -> None:
        self._service = service
        near, far = ends(pair)
        self._here, self._there = (far, near) if back else (near, far)

    async def around(self, answers: Sequence[Any]) -> Mapping[UUID, list[Any]]:
        """What each answer is linked to, as far as the caller may list it."""
        return await _newest(self._service, self._here, self._there, answers)


async def _newest(
    service: Rows, here: ColumnElement[UUID], there: ColumnElement[UUID], answers: Sequence[Any]
) -> Mapping[UUID, list[Any]]:
    """The newest rows by the id that they stand around, found in pairs of both ids."""
    repository = service.repository
    ids = [each.id for each in answers]
    place = func.row_number().over(partition_by=here, order_by=there.desc())
    seen = there.in_(repository.ids("list"))
    pairs = select(here.label("here"), there.label("there"), place.label("place"))
    newest = pairs.where(here.in_(ids), seen).subquery()
    row: Any = aliased(repository.model)
    statement = select(newest.c.here, row).join_from(newest, row, row.id == newest.c.there)
    statement = statement.where(newest.c.place <= MOST).order_by(row.id.desc())
    found = (await repository.session.exec(statement)).all()
    answered = await _answered(service, list({each.id: each for _, each in found}.values()))
    around: dict[UUID, list[Any]] = {row_id: [] for row_id in ids}
    for near, each in found:
        around[near].append(answered[each.id])
    return around


async def _answered(service: Rows, rows: Sequence[Any]) -> Mapping[UUID, Any]:
    answers = await service.answers(rows)
    return {row.id: answer for row, answer in zip(rows, answers, strict=True)}

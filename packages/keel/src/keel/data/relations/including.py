"""Answers with the rows around them, as far as a caller asks for those and may see them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from pydantic import TypeAdapter

from keel.data.queries.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.schemas import Output
from keel.data.service import Service

W = TypeVar("W", bound=Output)


class Included(Protocol):
    """Rows around others, from the service of their own domain."""

    async def around(self, answers: Sequence[Any]) -> Mapping[UUID, Any]:
        """What stands around each answer, by its id, in a fixed number of statements."""
        ...


class Including(Generic[W]):
    """What a service answers, with what is included.

    Args:
        service: Whose rows are asked for.
        output: Its answers, with a member for each of `included` that may be `MISSING`.
        included: By the member of `output`, where its rows come from.
    """

    def __init__(
        self, service: Service[Any, Any, Any, Any], output: type[W], /, **included: Included
    ) -> None:
        self.service = service
        self.output = output
        self.included = included

    async def within(self, **given: UUID) -> None:
        """Keep lists to rows that refer to these.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
        """
        await self.service.within(**given)

    async def read(self, row_id: UUID, include: Sequence[str]) -> W:
        """One row.

        Raises:
            NotFound: There is none, or none that the caller may see.
        """
        (answer,) = await self._with([await self.service.read(row_id)], include)
        return answer

    async def page(self, query: PageQuery, include: Sequence[str]) -> Page[W]:
        """A page of the rows that the caller may list."""
        page = await self.service.page(query)
        items = await self._with(page.items, include)
        answer: Page[W] = _of(Page, self.output).model_construct(
            items=items, total=page.total, limit=page.limit, offset=page.offset
        )
        return answer

    async def cursor_page(self, query: CursorQuery, include: Sequence[str]) -> CursorPage[W]:
        """The rows beside a cursor that the caller may list.

        Raises:
            Invalid: The cursor is broken, or belongs to a list of another sort or filter.
        """
        page = await self.service.cursor_page(query)
        items = await self._with(page.items, include)
        answer: CursorPage[W] = _of(CursorPage, self.output).model_construct(
            items=items, limit=page.limit, next=page.next, previous=page.previous
        )
        return answer

    async def _with(self, answers: Sequence[Any], include: Sequence[str]) -> list[W]:
        around = {name: await self.included[name].around(answers) for name in set(include)}
        members: list[dict[str, Any]] = [
            {**vars(each), **{name: rows.get(each.id) for name, rows in around.items()}}
            for each in answers
        ]
        return _answers(self.output).validate_python(members)


@cache
def _answers(output: type[Output]) -> TypeAdapter[list[Any]]:
    """What makes answers of their members, all at once."""
    answers: Any = list.__class_getitem__(output)
    return TypeAdapter(answers)


def _of(page: Any, output: type[Output]) -> Any:
    """The page of these answers, which are sound already."""
    return page[output]

"""Services: what can happen to the rows of a model."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement

from keel.access.tenancy import take_in
from keel.data.acting import name_action
from keel.data.actions import States, refuse_unready
from keel.data.compiled import reading, writing
from keel.data.deletion.soft_deleted import SoftDeleted
from keel.data.extended import extended, merged
from keel.data.field_access import hidden_fields, refuse_fields
from keel.data.model import M, Owned
from keel.data.queries.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.relations.linked import Linked
from keel.data.relations.pair import member
from keel.data.repository import Repository
from keel.data.schemas import Input, Output
from keel.data.type_argument import last_type_argument
from keel.data.types.clock import now
from keel.problems import FieldError, Invalid, Unauthorized

C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)
S = TypeVar("S", bound=Output)


class Service(Generic[M, C, U, R]):
    """Rows made, read, changed and deleted for one caller, and answered as `R`.

    Override a method and call `super()` to add a rule.

    Attributes:
        output: The schema `R` in the brackets.
        caller_fields: The fields that hold the caller's account where a new row's body says
            nothing.
        given: The references that `within` keeps lists and new rows to, by field.

    Args:
        repository: The rows of the model that the caller may reach.
        references: For each field of a body that holds the id of another row, or a list of
            ids by a link, the rows it may hold ids of.
    """

    output: type[R]
    caller_fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if output := last_type_argument(cls, Service):
            cls.output = output

    def __init__(self, repository: Repository[M], **references: Repository[Any]) -> None:
        self.repository = repository
        links = {member(pair): pair for pair in repository.links}
        self.links = {name: Linked(pair, references[name]) for name, pair in links.items()}
        self.references = {name: rows for name, rows in references.items() if name not in links}
        self.given: dict[str, Any] = {}

    async def page(self, query: PageQuery) -> Page[R]:
        """A page of the rows that the caller may list. At most two statements."""
        if compiled := await reading.page(self, query):
            return compiled
        rows, total = await self.repository.page(query, *self._kept_to(query))
        items = await self.answers(rows)
        return Page(items=items, total=total, limit=query.limit, offset=query.offset)

    async def cursor_page(self, query: CursorQuery) -> CursorPage[R]:
        """The rows beside a cursor that the caller may list. At most two statements.

        Raises:
            Invalid: The cursor is broken, or belongs to a list of another sort or filter.
        """
        if compiled := await reading.cursor_page(self, query):
            return compiled
        found = await self.repository.slice(query, *self._kept_to(query))
        items = await self.answers(found.rows)
        return CursorPage(items=items, limit=query.limit, next=found.next, previous=found.previous)

    async def chunks(self, query: Input, **given: UUID) -> AsyncIterator[list[R]]:
        """All rows of the caller's list, a few at a time. Each chunk costs what a page does.

        Args:
            query: Which rows, and in what order.
            given: What the rows must refer to.

        Raises:
            NotFound: There is no row that they could refer to, or none that the caller may see.
        """
        await self.within(**given)
        async for rows in self.repository.chunks(query, *self._kept_to(query)):
            yield await self.answers(rows)

    async def within(self, **given: UUID) -> None:
        """Keep lists to rows that refer to these, and let new rows refer to them. One statement.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
        """
        for name, row_id in given.items():
            await self.references[name].get(row_id)
        self.given = given

    async def read(self, row_id: UUID) -> R:
        """One row.

        Raises:
            NotFound: There is none, or none that the caller may see.
        """
        compiled: R | None = await reading.row(self, row_id)
        if compiled is not None:
            return compiled
        return await self.answer(await self.repository.get(row_id))

    async def create(self, body: C) -> R:
        """A new row, which belongs to the caller if it belongs to anybody.

        Raises:
            Forbidden: The policy does not let this caller make it, or set a field of it.
            Invalid: It refers to something that the caller cannot see.
        """
        said = await self.columns(body.model_dump())
        caller_id = self.repository.scope.caller.id
        linked = self._take_links(said)
        values: dict[str, Any] = dict.fromkeys(self.caller_fields, caller_id) | said
        if issubclass(self.repository.model, Owned):
            values["owner_id"] = caller_id
        row = self.repository.model(**{**values, **self.given})
        take_in(row, self.repository.scope.caller)
        await self._check_references({**said, **self._kept_given()}, linked)
        await self.repository.check(row, "create")
        await refuse_fields(self.repository, row, body)
        await self.repository.keep_rules(row)
        if not await writing.add(self, row):
            await self.repository.add(row)
            await self._link(row, linked)
        return await self.answer(row)

    async def update(self, row_id: UUID, body: U) -> R:
        """Change what the body says; what it leaves out stays.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
            Forbidden: The caller may see it, but not change it or a field of it, or not move it
                there.
            Invalid: It would refer to something that the caller cannot see.
        """
        row = await self.repository.get(row_id, lock=True)
        await self.repository.check(row, "update")
        await refuse_fields(self.repository, row, body)
        values = await self.columns(body.model_dump(exclude_unset=True))
        linked = self._take_links(values)
        await self._check_references(values, linked)
        if await self._link(row, linked):
            values["updated_at"] = now()
        row.sqlmodel_update(values)
        return await self.save(row)

    async def delete(self, row_id: UUID) -> None:
        """Delete a row.

        Raises:
            NotFound: There is none, or none that the caller may see.
            Forbidden: The caller may see it, but not delete it.
        """
        row = await self.repository.get(row_id, lock=True)
        await self.repository.check(row, "delete")
        await self.repository.remove(row)

    async def row_for(
        self,
        action: str,
        row_id: UUID,
        body: Input | None = None,
        /,
        *,
        needs: Sequence[str] = (),
        **states: States,
    ) -> M:
        """The row for an action of the policy, locked and ready; change it, then `save` it.

        Of two who act at once, the second waits and finds the row as the first left it.

        Args:
            action: What shall be done with it.
            row_id: Its id.
            body: What the caller sent, if it may refer to other rows or not everybody may set
                all of it.
            needs: Fields that must have a value.
            **states: By field, the state that it must be in, or several.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
            Forbidden: The caller may see it, but not do this, or not set a field of it.
            Conflict: It is in another state, or lacks a value.
            Invalid: The body refers to something that the caller cannot see.
        """
        row = await self.repository.get(row_id, lock=True)
        await self.repository.check(row, action)
        if body:
            await refuse_fields(self.repository, row, body)
        refuse_unready(row, action, needs, states)
        name_action(row, action)
        if body:
            await self._check_references(body.model_dump(exclude_unset=True), {})
        return row

    async def save(self, row: M) -> R:
        """Store what changed in a row, and answer it.

        Raises:
            Forbidden: It would hang under a row where the caller could not add or change it.
            Conflict: A rule among rows stands against it.
            Invalid: A rule of the row does.
        """
        await self.repository.check_place(row)
        await self.repository.keep_rules(row)
        await self.repository.change(row, {})
        return await self.answer(row)

    @property
    def caller_id(self) -> UUID:
        """The account of who asks.

        Raises:
            Unauthorized: Nobody known asks.
        """
        caller = self.repository.scope.caller
        if caller.id is None:
            raise Unauthorized
        return caller.id

    async def columns(self, values: dict[str, Any]) -> dict[str, Any]:
        """Columns to set for the values of a body; override where they differ."""
        return values

    async def answer(self, row: M) -> R:
        """A row as callers see it."""
        (answer,) = await self.answers([row])
        return answer

    async def answers(self, rows: Sequence[M]) -> list[R]:
        """Rows as callers see them, with their extras and without what is not for this caller."""
        return await self._answers_as(self.output, rows)

    async def _answers_as(self, output: type[S], rows: Sequence[M]) -> list[S]:
        """Rows as a schema shows them to this caller, with their extras."""
        if not rows:
            return []
        links = [await each.ids(rows) for each in self.links.values()]
        hidden = await hidden_fields(self.repository, rows)
        extras = merged(await self.extras(rows), *links, hidden)
        return [output.model_validate(extended(row, extras.get(row.id))) for row in rows]

    async def extras(self, rows: Sequence[M]) -> Mapping[UUID, Mapping[str, Any]]:
        """Members of answers that are not columns, by the row's id: what its repository computes.

        Override it to add others, for all `rows` at once in a fixed number of statements.
        """
        return await self.repository.compute(rows)

    def _kept_to(self, query: Input) -> list[ColumnElement[bool]]:
        """What the rows of lists must meet, beside scope and filters: `given` and links."""
        model: Any = self.repository.model
        given = [getattr(model, name) == row_id for name, row_id in self.given.items()]
        return given + [
            each for link in self.links.values() for each in link.conditions(model, query)
        ]

    def _kept_given(self) -> dict[str, UUID]:
        """What `within` found that could be deleted, and kept, before a new row refers to it."""
        return {
            name: row_id
            for name, row_id in self.given.items()
            if issubclass(self.references[name].model, SoftDeleted)
        }

    def _take_links(self, values: dict[str, Any]) -> dict[str, list[UUID]]:
        return {name: values.pop(name) for name in self.links if name in values}

    async def _link(self, row: M, linked: Mapping[str, list[UUID]]) -> bool:
        return any([await self.links[name].set(row, ids) for name, ids in linked.items()])

    async def _check_references(
        self, values: Mapping[str, Any], linked: Mapping[str, list[UUID]]
    ) -> None:
        unseen = [
            FieldError(f"body.{field}", "Refers to nothing that exists.")
            for field, repository in self.references.items()
            if (row_id := values.get(field)) is not None
            and not await repository.has(row_id, hold=True)
        ]
        for name, ids in linked.items():
            unseen += await self.links[name].unseen(ids)
        if unseen:
            raise Invalid(errors=unseen)

"""Repositories: the rows of a model that one caller may reach."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, cast, get_args
from uuid import UUID

from sqlalchemy import ColumnElement, False_, Result, Subquery, True_, and_, inspect, true
from sqlalchemy import select as columns_of
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from keel.access import Caller, Membership, Operation, Ownership, Policy, Rule, Scope
from keel.access.paths import table_of
from keel.access.tenancy import take_in
from keel.data.acting import sign
from keel.data.computing.around import Paired, Referring
from keel.data.computing.computed import Computed
from keel.data.computing.terms import Own
from keel.data.deletion.hide import hide
from keel.data.deletion.soft_deleted import SoftDeleted, undeleted
from keel.data.field_access import refuse_unknown_fields
from keel.data.files.discarded import discard_with
from keel.data.model import M, Model, Owned, Pair
from keel.data.queries.cursor import Slice, read_cursor, slice_of
from keel.data.queries.filters import conditions
from keel.data.queries.pages import CursorQuery, PageQuery
from keel.data.queries.sorting import NEWEST_FIRST, Order
from keel.data.relations.pair import member
from keel.data.rules import compared
from keel.data.schemas import Input
from keel.data.searching.finding import RELEVANCE, by_relevance, found
from keel.data.type_argument import last_type_argument
from keel.problems import Forbidden, NotFound

if TYPE_CHECKING:
    from keel.data.history.model import History

CHUNK_ROWS = 200
"""Rows in memory at once, where all rows of a list are wanted."""

_OPERATIONS: tuple[Operation, ...] = get_args(Operation)


class Repository(Generic[M]):
    """The rows of a model that a caller may reach: `class Topics(Repository[Topic])`.

    Attributes:
        model: The model in the brackets.
        policy: Who may do what with its rows.
        members: The model that says who is a member of a row: who adds a row becomes its first
            member, in the strongest role.
        links: The links that its rows have to others.
        tree: The reference to a row of the same kind above, where rows are a tree.
        history: The model that keeps what changed in its rows, where one does.
        scope: Who asks, under the policy.

    Raises:
        TypeError: The class says no policy, or one that its model cannot meet.
    """

    model: type[M]
    policy: ClassVar[Policy]
    members: ClassVar[type[Model] | None] = None
    links: ClassVar[tuple[type[Pair], ...]] = ()
    tree: ClassVar[str] = ""
    history: ClassVar["type[History] | None"] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if model := last_type_argument(cls, Repository):
            cls.model = model
            _refuse_unmeetable(cls.__name__, getattr(cls, "policy", None), model)

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        self.session = session
        self.scope = Scope(caller, self.policy)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each row beside its columns, by its name in answers: nothing."""
        return {}

    @property
    def own(self) -> Own:
        """The columns of a row, to work with in `computed`."""
        return Own(self.model)

    def referring(self, repository: type["Repository[Any]"], by: str) -> Referring:
        """The rows of another repository that the caller may list, for the row they refer to."""
        return Referring(repository(self.session, self.scope.caller), self.model, by)

    def linked(self, repository: type["Repository[Any]"], by: type[Pair]) -> Paired:
        """The rows of another repository that the caller may list, for the row that lists them."""
        return Paired(repository(self.session, self.scope.caller), self.model, by, back=False)

    def linking(self, repository: type["Repository[Any]"], by: type[Pair]) -> Paired:
        """The rows of another repository that the caller may list, for a row in their list."""
        return Paired(repository(self.session, self.scope.caller), self.model, by, back=True)

    def condition(self, operation: Operation = "read") -> ColumnElement[bool]:
        """The rows that are there and that the caller may reach, for a `WHERE`."""
        return and_(undeleted(self.model), self.scope.condition(self.model, operation))

    def reachable(self, operation: Operation = "read") -> SelectOfScalar[M]:
        """A statement for the rows that the caller may reach; add conditions of your own."""
        return select(self.model).where(self.condition(operation))

    def ids(self, operation: Operation = "read") -> SelectOfScalar[UUID]:
        """A statement for the ids of the rows that the caller may reach."""
        return select(col(self.model.id)).where(self.condition(operation))

    def listed(self, *names: str) -> Subquery:
        """What the rows that the caller may list have under these names, as a table."""
        columns = [self.column(name).label(name) for name in dict.fromkeys(names)]
        return self.reachable("list").with_only_columns(*columns).subquery()

    def column(self, name: str) -> ColumnElement[Any]:
        """What rows have under a name, in SQL: a column, or what is computed."""
        computed = self.computed.get(name)
        column: ColumnElement[Any] = getattr(self.model, name) if computed is None else computed.sql
        return column

    async def get(self, row_id: UUID, *, lock: bool = False) -> M:
        """A row that the caller may read. One statement.

        Args:
            row_id: Its id.
            lock: Whether others wait to change it until this transaction ends.

        Raises:
            NotFound: There is none, or none that the caller may see.
        """
        statement = self.reachable().where(col(self.model.id) == row_id)
        if lock:  # rows may still be made that refer to it: their parent's id does not change
            statement = statement.with_for_update(key_share=True)
            statement = statement.execution_options(populate_existing=True)
        row = (await self.session.exec(statement)).one_or_none()
        if row is None:
            raise NotFound
        return row

    async def has(self, row_id: UUID, *, hold: bool = False) -> bool:
        """Whether there is such a row that the caller may read. One statement.

        Args:
            row_id: Its id.
            hold: Whether it shall stay until this transaction ends, for what will refer to it. A
                foreign key sees to that, except for rows that are kept when they are deleted.
        """
        found = self.ids().where(col(self.model.id) == row_id)
        if hold and issubclass(self.model, SoftDeleted):
            found = found.with_for_update(read=True, key_share=True)
        return (await self.session.exec(found)).one_or_none() is not None

    async def check(self, row: M, operation: str) -> None:
        """Refuse what the caller may not do with a row that they may read.

        No statement; one where that takes a look at who owns, or is a member of, another row.

        Args:
            row: A row that they may read.
            operation: An operation, or an action of the policy.

        Raises:
            Forbidden: The policy does not let this caller do `operation` with `row`.
        """
        if not await self.holds(self.scope.policy.rule(operation), row):
            raise Forbidden(f"Your account may not {operation.replace('_', ' ')} this.")

    async def require(self, rule: Rule, row: M) -> None:
        """Refuse what a rule beside the policy does not let the caller do with a row.

        Args:
            rule: One that stands at the operation's door.
            row: One that the caller may read.

        Raises:
            Forbidden: The rule holds for some rows, and not for this one.
        """
        if not await self.holds(rule, row):
            raise Forbidden("Your account may not do this with what belongs to somebody else.")

    async def holds(self, rule: Rule, row: M) -> bool:
        """Whether a rule lets the caller reach a row; it costs what `check` does."""
        may = self.scope.of_row(row, rule)
        if isinstance(may, True_ | False_):
            return isinstance(may, True_)
        return (await self.session.exec(select(may))).one()

    async def check_place(self, row: M) -> None:
        """Refuse to move a row under another one where the caller could not add or change it.

        No statement where it stays under the rows that the policy asks about.

        Raises:
            Forbidden: The policy does not let this caller create, or update, rows there.
        """
        moved = {each.key for each in inspect(row).attrs if each.history.added}
        for operation in ("create", "update"):
            if moved & self.scope.policy.rule(operation).columns:
                with self.session.no_autoflush:
                    await self.check(row, operation)

    async def page(self, query: PageQuery, *where: ColumnElement[bool]) -> tuple[Sequence[M], int]:
        """The rows of a page, and how many there are on all. At most two statements."""
        return await self.paged(query, self.chosen(query, where), self.order(query).clauses())

    async def paged(
        self,
        query: PageQuery,
        chosen: Sequence[ColumnElement[bool]],
        order: Sequence[ColumnElement[Any]],
    ) -> tuple[Sequence[M], int]:
        """A page of the rows that conditions choose, and how many there are on all.

        At most two statements. The conditions alone say whether the caller may reach the rows.
        """
        page = select(self.model).where(*chosen).order_by(*order)
        rows = (await self.session.exec(page.limit(query.limit).offset(query.offset))).all()
        if 0 < len(rows) < query.limit or not (rows or query.offset):
            return rows, query.offset + len(rows)  # the list ends on this page
        total = select(func.count()).select_from(self.model).where(*chosen)
        return rows, (await self.session.exec(total)).one()

    async def slice(self, query: CursorQuery, *where: ColumnElement[bool]) -> Slice[M]:
        """The rows beside a cursor, at the cost of an index's reach wherever in the list it is.

        One statement; two where NULLs begin or end in an order by a column that may be NULL.

        Raises:
            Invalid: The cursor is broken, or belongs to a list of another sort or filter.
        """
        order = self.order(query)
        cursor = read_cursor(query, order)
        way = order.reverse() if cursor and cursor.backward else order
        stretches = way.beyond(cursor.value, cursor.row_id) if cursor else [true()]
        found = await self._first(query.limit + 1, way, self.chosen(query, where), stretches)
        return slice_of(found, query, order, cursor)

    async def chunks(self, query: Input, *where: ColumnElement[bool]) -> AsyncIterator[Sequence[M]]:
        """All rows that a query chooses, in its order, at most `CHUNK_ROWS` at a time.

        Each chunk begins behind the last row of the one before. That costs what `slice` costs:
        one statement, short enough for the database's patience, and the same on both databases. A
        server's cursor would be one long statement, which SQLite's driver does not know.
        """
        order, chosen = self.order(query), self.chosen(query, where)
        stretches: Sequence[ColumnElement[bool]] = [true()]
        while found := await self._first(CHUNK_ROWS, order, chosen, stretches):
            yield [row for row, _ in found]
            if len(found) < CHUNK_ROWS:
                break
            last, value = found[-1]
            stretches = order.beyond(value, last.id)

    async def keep_rules(self, row: M) -> None:
        """Refuse a row that breaks a rule of its model that what is new in it depends on.

        Raises:
            Conflict: A rule among rows stands against it.
            Invalid: A rule of the row does.
        """
        for comparison in compared(self.model):
            comparison.check(row)
        if not self.model.rules:
            return
        state = inspect(row)
        news = {each.key for each in state.attrs if not state.persistent or each.history.added}
        with self.session.no_autoflush:
            for rule in self.model.rules:
                if news & {*rule.fields}:
                    await rule.check(row, self.session)

    async def compute(self, rows: Sequence[M]) -> Mapping[UUID, Mapping[str, Any]]:
        """What is computed of each row, by its id. One statement, or none without any."""
        if not self.computed:
            return {}
        ids = col(self.model.id)
        columns = [self.column(name).label(name) for name in self.computed]
        statement: Any = columns_of(ids, *columns).where(ids.in_([row.id for row in rows]))
        found = cast("Result[Any]", await self.session.exec(statement))
        return {values.pop("id"): values for values in map(dict[str, Any], found.mappings())}

    async def add(self, row: M) -> None:
        """Insert a row, of the caller's tenant. One statement; one more for its first member."""
        await self._insert(row)
        if self.members and self.scope.caller.id:
            membership = Membership.of(self.members, table_of(self.model))
            await self._insert(membership.row(row.id, self.scope.caller.id))

    async def change(self, row: M, values: dict[str, Any]) -> None:
        """Set columns of a row. One statement, or none when nothing differs."""
        sign(row, self.scope.caller.id)
        row.sqlmodel_update(values)
        await self.session.flush()

    async def remove(self, row: M) -> None:
        """Delete a row; its model decides whether it is kept, and what refers to it what follows.

        Raises:
            Conflict: Rows refer to it that keep it from being deleted.
        """
        await (hide(row, self.session) if isinstance(row, SoftDeleted) else self.purge(row))

    async def purge(self, row: M) -> None:
        """Delete a row for good; the database decides what becomes of rows that refer to it.

        One statement; one more for each column of files in rows that it takes along.
        """
        await discard_with(self.session, row)
        sign(row, self.scope.caller.id)
        await self.session.delete(row)
        await self.session.flush()

    async def _insert(self, row: Model) -> None:
        take_in(row, self.scope.caller)
        sign(row, self.scope.caller.id)
        self.session.add(row)
        await self.session.flush()

    async def _first(
        self,
        most: int,
        order: Order,
        chosen: Iterable[ColumnElement[bool]],
        stretches: Iterable[ColumnElement[bool]],
    ) -> list[tuple[M, Any]]:
        """The first rows of these stretches of a list, each with what it is sorted by."""
        statement = select(self.model, order.column).where(*chosen).order_by(*order.clauses())
        found: list[tuple[M, Any]] = []
        for stretch in stretches:
            if wanted := most - len(found):
                found += await self.session.exec(statement.where(stretch).limit(wanted))
        return found

    def order(self, query: Input) -> Order:
        """The order that a query asks for."""
        sort = getattr(query, "sort", None) or NEWEST_FIRST
        if sort == RELEVANCE and self.model.searched:
            return by_relevance(self.model, getattr(query, "q", None))
        return Order.of(self.model, sort, self.column)

    def chosen(
        self, query: Input, where: Iterable[ColumnElement[bool]] = ()
    ) -> list[ColumnElement[bool]]:
        """What rows must meet for a query of the caller's: their scope, filters, words."""
        filters = conditions(self.column, query, skip=frozenset(map(member, self.links)))
        chosen = [self.condition("list"), *filters]
        if words := getattr(query, "q", None):
            chosen.append(found(self.model, words))
        return [*chosen, *where]


def _refuse_unmeetable(name: str, policy: Policy | None, model: type[Model]) -> None:
    if policy is None:
        raise TypeError(f"{name} has no `policy`: who may do what with {model.__name__}?")
    if issubclass(model, Owned) and policy.create.everyone:
        raise TypeError(
            f"{name}.policy lets anyone create, but rows of {model.__name__} need an owner. "
            "Let `signed_in` create them, or derive the model from `Model` alone."
        )
    refuse_unknown_fields(name, policy, model)
    if hasattr(model, "owner_field"):
        return
    for operation in (*_OPERATIONS, "history", *policy.actions):
        if Ownership() in (rule := policy.rule(operation)).rows:
            raise TypeError(
                f"{name}.policy lets `{rule}` {operation}, but rows of {model.__name__} have no "
                "owner. Derive the model from `Owned`, or take `owner` out of the policy."
            )

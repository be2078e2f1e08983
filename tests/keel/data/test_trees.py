"""Trees: what one sees of them, and that they stay trees."""

import asyncio
from uuid import UUID

import pytest
from keel.access import Caller, Policy, at_least, owner, signed_in
from keel.data import Database, Input, Output, Owned, PageQuery, Repository, TreeService
from keel.problems import Invalid, NotFound
from pydantic import MISSING
from sqlmodel import Field as Column
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import Role, ShopModel, statements
from tests.keel.data.test_links import ada, bob, editor

pytestmark = pytest.mark.anyio


class Branch(Owned, ShopModel, table=True):
    __tablename__ = "branches"

    above_id: UUID | None = Column(default=None, foreign_key="branches.id", index=True)


class BranchCreate(Input):
    above_id: UUID | None = None


class BranchUpdate(Input):
    above_id: UUID | MISSING | None = MISSING


class BranchRead(Output):
    id: UUID
    above_id: UUID | None


class BranchRepository(Repository[Branch]):
    policy = Policy(read=owner | at_least(Role.EDITOR), create=signed_in, update=signed_in)
    tree = "above_id"


class BranchService(TreeService[Branch, BranchCreate, BranchUpdate, BranchRead]): ...


def branches(session: AsyncSession, caller: Caller) -> BranchService:
    repository = BranchRepository(session, caller)
    return BranchService(repository, above_id=repository)


async def grow(database: Database, caller: Caller, above: UUID | None = None) -> UUID:
    async with database.transaction() as session:
        return (await branches(session, caller).create(BranchCreate(above_id=above))).id


async def line(database: Database, *callers: Caller) -> list[UUID]:
    """Rows of which each is below the one before, and belongs to one of the callers."""
    ids: list[UUID | None] = [None]
    async with database.transaction() as session:
        for caller in callers:
            row = Branch(owner_id=caller.id, above_id=ids[-1])
            session.add(row)
            await session.flush()
            ids.append(row.id)
    return [each for each in ids if each]


async def subtree(database: Database, caller: Caller, row_id: UUID, depth: int = 32) -> list[UUID]:
    async with database.transaction(reading=True) as session:
        return [each.id for each in await branches(session, caller).subtree(row_id, depth)]


async def ancestors(database: Database, caller: Caller, row_id: UUID) -> list[UUID]:
    async with database.transaction(reading=True) as session:
        return [each.id for each in await branches(session, caller).ancestors(row_id)]


async def move(database: Database, caller: Caller, row_id: UUID, above: UUID | None) -> None:
    async with database.transaction() as session:
        await branches(session, caller).update(row_id, BranchUpdate(above_id=above))


async def test_a_subtree_is_shown_level_by_level(shop: Shop, database: Database) -> None:
    root = await grow(database, ada(shop))
    left, right = [await grow(database, ada(shop), root) for _ in range(2)]
    below_left = await grow(database, ada(shop), left)
    await grow(database, ada(shop))
    assert await subtree(database, ada(shop), root) == [root, left, right, below_left]
    assert await subtree(database, ada(shop), root, 1) == [root, left, right]
    assert await subtree(database, ada(shop), right) == [right]


async def test_ancestors_start_at_the_root(shop: Shop, database: Database) -> None:
    first, second, third = await line(database, *[ada(shop)] * 3)
    assert await ancestors(database, ada(shop), third) == [first, second]
    assert await ancestors(database, ada(shop), first) == []


async def test_a_row_that_is_not_seen_hides_what_hangs_on_it(
    shop: Shop, database: Database
) -> None:
    of_ada, of_bob, below = await line(database, ada(shop), bob(shop), ada(shop))
    assert await subtree(database, ada(shop), of_ada) == [of_ada]
    assert await ancestors(database, ada(shop), below) == []
    assert await subtree(database, editor(shop), of_ada) == [of_ada, of_bob, below]
    assert await ancestors(database, editor(shop), below) == [of_ada, of_bob]
    for walk in (subtree, ancestors):
        with pytest.raises(NotFound):
            await walk(database, ada(shop), of_bob)


async def test_children_are_those_right_below(shop: Shop, database: Database) -> None:
    root, child, _ = await line(database, *[ada(shop)] * 3)
    async with database.transaction(reading=True) as session:
        service = branches(session, ada(shop))
        await service.within(above_id=root)
        assert [each.id for each in (await service.page(PageQuery())).items] == [child]


async def test_a_walk_is_one_statement(shop: Shop, database: Database) -> None:
    ids = await line(database, *[ada(shop)] * 6)
    for walk, row_id in ((subtree, ids[0]), (ancestors, ids[-1])):
        with statements(database) as sent:
            await walk(database, ada(shop), row_id)
        assert len(sent) == 1, sent


async def test_nothing_hangs_on_what_is_below_it(shop: Shop, database: Database) -> None:
    first, second, third = await line(database, *[ada(shop)] * 3)
    for below in (first, second, third):
        with pytest.raises(Invalid) as refused:
            await move(database, ada(shop), first, below)
        assert [each.field for each in refused.value.errors] == ["body.above_id"]
    await move(database, ada(shop), third, first)
    await move(database, ada(shop), second, third)
    assert await subtree(database, ada(shop), first) == [first, third, second]
    await move(database, ada(shop), second, None)


async def test_what_one_does_not_see_makes_a_circle_too(shop: Shop, database: Database) -> None:
    of_ada, _, below = await line(database, ada(shop), bob(shop), ada(shop))
    with pytest.raises(Invalid):
        await move(database, ada(shop), of_ada, below)


async def test_who_may_not_change_a_row_learns_nothing_of_its_tree(
    shop: Shop, database: Database
) -> None:
    of_ada, below = await line(database, ada(shop), bob(shop))
    with pytest.raises(NotFound):
        await move(database, bob(shop), of_ada, below)


async def test_two_moves_at_once_close_no_circle(shop: Shop, database: Database) -> None:
    one, other = [await grow(database, ada(shop)) for _ in range(2)]
    moved = await asyncio.gather(
        move(database, ada(shop), one, other),
        move(database, ada(shop), other, one),
        return_exceptions=True,
    )
    assert [type(each) for each in moved if each is not None] == [Invalid]
    assert sum(each is None for each in moved) == 1

"""Rows that are kept when they are deleted: what goes with them, and what comes back."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from keel.access import Caller, Policy, at_least, owner, signed_in
from keel.data import (
    AtMost,
    Database,
    Input,
    Output,
    Owned,
    PageQuery,
    Repository,
    SoftDeleted,
    SoftDeleteService,
    TreeService,
    UniqueUndeleted,
)
from keel.problems import Conflict, Forbidden, Invalid, NotFound, Problem
from sqlmodel import Field as Column
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import Role, ShopModel, statements
from tests.keel.data.test_links import ada, bob, editor

pytestmark = pytest.mark.anyio


class Maker(SoftDeleted, ShopModel, table=True):
    __tablename__ = "makers"

    name: str = Column(max_length=50)


class Crate(SoftDeleted, Owned, ShopModel, table=True):
    __tablename__ = "crates"
    __table_args__ = (UniqueUndeleted("name"),)

    name: str = Column(max_length=50)
    above_id: UUID | None = Column(
        default=None, foreign_key="crates.id", ondelete="CASCADE", index=True
    )


class Toy(SoftDeleted, ShopModel, table=True):
    __tablename__ = "toys"
    __table_args__ = (UniqueUndeleted("name"),)
    rules = (AtMost(2, per="crate_id"),)

    name: str = Column(max_length=50)
    crate_id: UUID = Column(foreign_key="crates.id", ondelete="CASCADE", index=True)
    maker_id: UUID | None = Column(default=None, foreign_key="makers.id", ondelete="RESTRICT")
    twin_id: UUID | None = Column(default=None, foreign_key="toys.id", ondelete="SET NULL")


class Wish(ShopModel, table=True):
    __tablename__ = "wishes"

    toy_id: UUID | None = Column(default=None, foreign_key="toys.id", ondelete="SET NULL")


class CrateBody(Input):
    name: str
    above_id: UUID | None = None


class CrateRead(Output):
    id: UUID
    name: str
    above_id: UUID | None
    updated_at: datetime


class CrateDeleted(CrateRead):
    deleted_at: datetime


class ToyBody(Input):
    name: str
    crate_id: UUID
    maker_id: UUID | None = None
    twin_id: UUID | None = None


class ToyRead(Output):
    id: UUID
    name: str
    maker_id: UUID | None
    twin_id: UUID | None


class MakerRead(Output):
    id: UUID
    name: str


class MakerRepository(Repository[Maker]):
    policy = Policy(read=signed_in, write=signed_in, restore=signed_in)


class CrateRepository(Repository[Crate]):
    policy = Policy(
        read=signed_in, write=signed_in, restore=owner | at_least(Role.EDITOR), purge=owner
    )
    tree = "above_id"


class ToyRepository(Repository[Toy]):
    policy = Policy(read=signed_in, write=signed_in, restore=signed_in, purge=signed_in)


class MakerService(SoftDeleteService[Maker, ToyBody, ToyBody, MakerRead]): ...


class CrateService(
    SoftDeleteService[Crate, CrateBody, CrateBody, CrateRead],
    TreeService[Crate, CrateBody, CrateBody, CrateRead],
): ...


class ToyService(SoftDeleteService[Toy, ToyBody, ToyBody, ToyRead]): ...


class Attic:
    """The services of one caller in one transaction."""

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        crates, toys = CrateRepository(session, caller), ToyRepository(session, caller)
        makers = MakerRepository(session, caller)
        self.crates = CrateService(crates, above_id=crates)
        self.toys = ToyService(toys, crate_id=crates, maker_id=makers, twin_id=toys)
        self.makers = MakerService(makers)


@pytest.fixture
async def attic(shop: Shop, database: Database) -> "House":
    return House(database, shop)


class House:
    """The attic on a database, one call a transaction."""

    def __init__(self, database: Database, shop: Shop) -> None:
        self.database = database
        self.shop = shop

    async def crate(self, name: str, above: UUID | None = None) -> UUID:
        async with self.database.transaction() as session:
            body = CrateBody(name=name, above_id=above)
            return (await Attic(session, ada(self.shop)).crates.create(body)).id

    async def toy(self, name: str, crate: UUID, **more: Any) -> UUID:
        async with self.database.transaction() as session:
            body = ToyBody(name=name, crate_id=crate, **more)
            return (await Attic(session, ada(self.shop)).toys.create(body)).id

    async def store(self, row: Any) -> UUID:
        async with self.database.transaction() as session:
            session.add(row)
        row_id: UUID = row.id
        return row_id

    async def find(self, model: type[Any], row_id: UUID) -> Any:
        async with self.database.transaction() as session:
            return await session.get(model, row_id)

    async def there(self) -> set[str]:
        """The names of what is there."""
        async with self.database.transaction(reading=True) as session:
            services = Attic(session, ada(self.shop))
            crates = await services.crates.page(PageQuery())
            toys = await services.toys.page(PageQuery())
        return {each.name for each in (*crates.items, *toys.items)}

    async def delete(self, kind: str, row_id: UUID) -> None:
        async with self.database.transaction() as session:
            await getattr(Attic(session, ada(self.shop)), kind).delete(row_id)

    async def restore(self, kind: str, row_id: UUID, by: Caller | None = None) -> None:
        async with self.database.transaction() as session:
            await getattr(Attic(session, by or ada(self.shop)), kind).restore(row_id)

    async def purge(self, kind: str, row_id: UUID, by: Caller | None = None) -> None:
        async with self.database.transaction() as session:
            await getattr(Attic(session, by or ada(self.shop)), kind).purge(row_id)

    async def deleted(self, by: Caller) -> list[str]:
        async with self.database.transaction(reading=True) as session:
            crates = Attic(session, by).crates
            return [each.name for each in (await crates.deleted(PageQuery(), CrateDeleted)).items]


@contextmanager
def conflict(*fields: str) -> Iterator[None]:
    with pytest.raises(Conflict) as refused:
        yield
    assert [each.field for each in refused.value.errors] == [f"body.{name}" for name in fields]


async def test_what_hangs_on_a_row_goes_and_comes_with_it(attic: House) -> None:
    top = await attic.crate("top")
    middle = await attic.crate("middle", top)
    low = await attic.crate("low", middle)
    await attic.toy("bear", low)
    await attic.crate("beside")
    await attic.delete("crates", top)
    assert await attic.there() == {"beside"}
    await attic.restore("crates", top)
    assert await attic.there() == {"top", "middle", "low", "bear", "beside"}


async def test_what_was_deleted_before_does_not_come_back_with_others(attic: House) -> None:
    top = await attic.crate("top")
    await attic.crate("kept", top)
    gone = await attic.crate("gone", top)
    await attic.delete("crates", gone)
    await attic.delete("crates", top)
    with conflict("above_id"):
        await attic.restore("crates", gone)
    await attic.restore("crates", top)
    assert await attic.there() == {"top", "kept"}
    await attic.restore("crates", gone)
    assert await attic.there() == {"top", "kept", "gone"}


async def test_what_went_with_another_row_is_not_restored_or_purged_alone(attic: House) -> None:
    top = await attic.crate("top")
    below = await attic.crate("below", top)
    await attic.delete("crates", top)
    assert await attic.deleted(ada(attic.shop)) == ["top"]
    for work in (attic.restore, attic.purge):
        with pytest.raises(NotFound):
            await work("crates", below)
    await attic.purge("crates", top)
    assert await attic.find(Crate, below) is None


async def test_what_also_refers_to_something_deleted_stays_behind(attic: House) -> None:
    crate, maker = await attic.crate("crate"), await attic.store(Maker(name="Ida"))
    toy = await attic.toy("bear", crate, maker_id=maker)
    await attic.toy("fox", crate, twin_id=toy)
    await attic.delete("crates", crate)
    await attic.delete("makers", maker)
    await attic.restore("crates", crate)
    assert await attic.there() == {"crate"}, "the fox refers to the bear, which stays behind"
    with conflict("maker_id"):
        await attic.restore("toys", toy)
    await attic.restore("makers", maker)
    await attic.restore("toys", toy)
    assert await attic.there() == {"crate", "bear"}


async def test_what_somebody_needs_is_not_deleted(attic: House) -> None:
    crate, maker = await attic.crate("crate"), await attic.store(Maker(name="Ida"))
    toy = await attic.toy("bear", crate, maker_id=maker)
    with pytest.raises(Conflict, match="Other things refer to it"):
        await attic.delete("makers", maker)
    await attic.delete("toys", toy)
    await attic.delete("makers", maker)
    async with attic.database.transaction(reading=True) as session:
        with pytest.raises(NotFound):
            await Attic(session, ada(attic.shop)).makers.read(maker)


async def test_references_are_emptied_unless_both_ends_go_together(attic: House) -> None:
    crate, other = await attic.crate("crate"), await attic.crate("other")
    bear = await attic.toy("bear", crate)
    fox = await attic.toy("fox", crate, twin_id=bear)
    owl = await attic.toy("owl", other, twin_id=bear)
    wish = await attic.store(Wish(toy_id=bear))
    before = await attic.find(Wish, wish)
    await attic.delete("crates", crate)
    assert (await attic.find(Wish, wish)).toy_id is None
    assert (await attic.find(Wish, wish)).updated_at == before.updated_at
    assert (await attic.find(Toy, owl)).twin_id is None
    await attic.restore("crates", crate)
    assert (await attic.find(Toy, fox)).twin_id == bear


async def test_a_restored_row_is_as_it_was(attic: House) -> None:
    crate = await attic.crate("crate")
    before = await attic.find(Crate, crate)
    await attic.delete("crates", crate)
    await attic.restore("crates", crate)
    assert await attic.find(Crate, crate) == before


async def test_nothing_refers_to_what_is_deleted(attic: House) -> None:
    crate, maker = await attic.crate("crate"), await attic.store(Maker(name="Ida"))
    await attic.delete("makers", maker)
    with pytest.raises(Invalid) as refused:
        await attic.toy("bear", crate, maker_id=maker)
    assert [each.field for each in refused.value.errors] == ["body.maker_id"]


async def test_what_is_unique_is_free_until_it_comes_back(attic: House) -> None:
    crate = await attic.crate("crate")
    await attic.toy("bear", crate)
    await attic.delete("crates", crate)
    again = await attic.crate("crate")
    with conflict("name"):
        await attic.restore("crates", crate)
    await attic.delete("crates", again)
    await attic.toy("bear", await attic.crate("other"))
    with conflict("name"):
        await attic.restore("crates", crate)
    assert await attic.there() == {"other", "bear"}


async def test_rules_among_rows_are_about_those_that_are_there(attic: House) -> None:
    crate = await attic.crate("crate")
    bear = await attic.toy("bear", crate)
    await attic.toy("fox", crate)
    await attic.delete("toys", bear)
    await attic.toy("owl", crate)
    with conflict("crate_id"):
        await attic.restore("toys", bear)
    await attic.delete("crates", crate)
    await attic.restore("crates", crate)
    assert await attic.there() == {"crate", "fox", "owl"}


async def test_who_may_do_nothing_about_a_deleted_row_does_not_find_it(attic: House) -> None:
    crate = await attic.crate("crate")
    await attic.delete("crates", crate)
    assert await attic.deleted(bob(attic.shop)) == []
    assert await attic.deleted(editor(attic.shop)) == ["crate"]
    for work in (attic.restore, attic.purge):
        with pytest.raises(NotFound):
            await work("crates", crate, bob(attic.shop))
    with pytest.raises(Forbidden):
        await attic.purge("crates", crate, editor(attic.shop))
    await attic.restore("crates", crate, editor(attic.shop))


async def test_trees_end_where_rows_are_deleted(attic: House) -> None:
    top = await attic.crate("top")
    below = await attic.crate("below", top)
    await attic.delete("crates", below)
    async with attic.database.transaction(reading=True) as session:
        crates = Attic(session, ada(attic.shop)).crates
        assert [each.id for each in await crates.subtree(top, 32)] == [top]
        with pytest.raises(NotFound):
            await crates.ancestors(below)


async def test_a_row_alone_costs_a_statement_and_one_for_each_reference(attic: House) -> None:
    crate = await attic.crate("crate")
    toy = await attic.toy("bear", crate)
    with statements(attic.database) as sent:
        await attic.delete("toys", toy)
    assert len(sent) == 4, sent  # it is read and hidden; wishes and twins are emptied
    with statements(attic.database) as sent:
        await attic.restore("toys", toy)
    assert len([each for each in sent if each.startswith("UPDATE")]) == 1, sent


async def test_nobody_adds_to_a_row_while_it_is_deleted(attic: House) -> None:
    for turn in range(8):
        crate = await attic.crate(f"crate {turn}")
        below = await attic.crate(f"below {turn}", crate)
        done = await asyncio.gather(
            attic.toy(f"toy {turn}", below),
            attic.delete("crates", crate),
            return_exceptions=True,
        )
        assert all(isinstance(each, Problem) for each in done if isinstance(each, Exception)), done
    async with attic.database.transaction(reading=True) as session:
        rows = select(Toy).join(Crate).where(Crate.deleted_at != None, Toy.deleted_at == None)  # noqa: E711
        assert (await session.exec(rows)).all() == []


async def test_nobody_needs_a_row_while_it_is_deleted(attic: House) -> None:
    crate = await attic.crate("crate")
    for turn in range(8):
        maker = await attic.store(Maker(name=f"maker {turn}"))
        done = await asyncio.gather(
            attic.toy(f"toy {turn}", crate, maker_id=maker),
            attic.delete("makers", maker),
            return_exceptions=True,
        )
        assert sum(isinstance(each, Invalid | Conflict) for each in done) == 1, done
        if isinstance(done[0], UUID):
            await attic.delete("toys", done[0])

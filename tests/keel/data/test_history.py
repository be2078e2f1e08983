"""Histories: what is written beside a change, and who is told of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from keel.access import Caller
from keel.data import Change, Database, PageQuery, changes_of
from keel.data.acting import let_act
from keel.problems import Forbidden, NotFound
from sqlalchemy import delete, update
from sqlmodel import col, select

from tests.keel.data.archive import (
    NEWEST,
    Paper,
    PaperCreate,
    PaperHistory,
    PaperUpdate,
    State,
    papers,
)
from tests.keel.data.conftest import Shop
from tests.keel.data.shop import Person, statements
from tests.keel.data.test_links import ada, bob, editor

pytestmark = pytest.mark.anyio


async def write(database: Database, caller: Caller, **values: Any) -> UUID:
    async with database.transaction() as session:
        paper = await papers(session, caller).create(PaperCreate(title="Deed", **values))
    return paper.id


async def change(database: Database, caller: Caller, paper_id: UUID, **values: Any) -> None:
    async with database.transaction() as session:
        await papers(session, caller).update(paper_id, PaperUpdate(**values))


async def rename_both(database: Database, caller: Caller, *ids: UUID) -> None:
    async with database.transaction() as session:
        for paper_id in ids:
            await papers(session, caller).update(paper_id, PaperUpdate(title="Will"))


async def history(
    database: Database, caller: Caller, paper_id: UUID, query: PageQuery = NEWEST
) -> Sequence[Change]:
    async with database.transaction(reading=True) as session:
        return (await changes_of(papers(session, caller), paper_id, query)).items


def told(entry: Change) -> Any:
    return entry.model_dump(mode="json", by_alias=True)["changes"]


async def test_each_change_is_told_newest_first(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    await change(database, bob(shop), paper_id, title="Will")
    async with database.transaction() as session:
        await papers(session, ada(shop)).file(paper_id)
    filed, renamed, made = await history(database, ada(shop), paper_id)
    assert (filed.operation, filed.by_id) == ("file", ada(shop).id)
    assert told(filed) == {"state": {"from": "draft", "to": "filed"}}
    assert (renamed.operation, renamed.by_id) == ("update", bob(shop).id)
    assert told(renamed) == {"title": {"from": "Deed", "to": "Will"}}
    assert (made.operation, made.by_id) == ("create", ada(shop).id)
    assert told(made) == {
        "title": {"from": None, "to": "Deed"},
        "fee": {"from": None, "to": "0.00"},
        "state": {"from": None, "to": "draft"},
        "owner_id": {"from": None, "to": str(ada(shop).id)},
    }
    assert filed.at > renamed.at > made.at


async def test_values_read_as_answers_have_them(shop: Shop, database: Database) -> None:
    above = await write(database, ada(shop))
    body = PaperCreate(
        title="Deed",
        fee=Decimal("9.5"),
        opens=time(8, 30),
        filed_at=datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC),
        due=date(2001, 2, 3),
        length=timedelta(days=400, minutes=90),
        labels=["a", "b"],
        pauses=[timedelta(days=400)],
        extra={"deep": [1, 2.5, None, "x"]},
        above_id=above,
    )
    async with database.transaction() as session:
        answer = (await papers(session, ada(shop)).create(body)).model_dump(mode="json")
    (made,) = await history(database, ada(shop), UUID(answer["id"]))
    assert {name: each["to"] for name, each in told(made).items()} == {
        name: answer[name] for name in told(made)
    }
    async with database.transaction() as session:
        paper = (await session.exec(select(Paper).where(Paper.id == UUID(answer["id"])))).one()
        for name in ("opens", "filed_at", "due", "length", "labels", "pauses", "extra"):
            setattr(paper, name, None)
    emptied, _ = await history(database, ada(shop), UUID(answer["id"]))
    assert told(emptied) == {
        name: {"from": answer[name], "to": None}
        for name in ("opens", "filed_at", "due", "length", "labels", "pauses", "extra")
    }


async def test_what_changes_nothing_leaves_no_entry(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop), fee=Decimal(5))
    await change(database, ada(shop), paper_id, title="Deed", fee=Decimal("5.00"))
    assert len(await history(database, ada(shop), paper_id)) == 1


async def test_a_change_that_fails_leaves_no_entry(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    with pytest.raises(NotFound):
        await rename_both(database, ada(shop), paper_id, uuid4())
    assert len(await history(database, ada(shop), paper_id)) == 1


async def test_what_is_hidden_from_callers_is_in_no_entry(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop), pin="one")
    await change(database, ada(shop), paper_id, pin="two")
    changed, made = await history(database, ada(shop), paper_id)
    assert told(changed) == {"pin": {}}
    assert told(made)["pin"] == {}
    async with database.transaction(reading=True) as session:
        stored = (await session.exec(select(PaperHistory))).all()
        assert [each.changes["pin"] for each in stored] == [{}, {}]


async def test_a_field_that_answers_lost_is_told_without_values(
    shop: Shop, database: Database
) -> None:
    paper_id = await write(database, ada(shop))
    async with database.transaction() as session:
        kept = (await session.exec(select(PaperHistory))).one()
        kept.changes = {"updated_at": {"from": None, "to": "then"}, "gone": {"from": 1, "to": 2}}
    (entry,) = await history(database, ada(shop), paper_id)
    assert told(entry) == {"updated_at": {}, "gone": {"from": 1, "to": 2}}


async def test_code_that_uses_the_session_is_seen_too(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    async with database.transaction() as session:
        let_act(session, bob(shop).id)
        (await session.exec(select(Paper))).one().title = "Will"
    async with database.transaction() as session:
        await session.delete((await session.exec(select(Paper))).one())
    gone, renamed, _ = await history(database, editor(shop), paper_id)
    assert (renamed.operation, renamed.by_id) == ("update", bob(shop).id)
    assert (gone.operation, gone.by_id) == ("delete", None)
    assert told(gone)["title"] == {"from": "Will", "to": None}


async def test_a_value_that_was_never_loaded_is_told(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    async with database.transaction() as session:
        paper = (await session.exec(select(Paper))).one()
        session.expire(paper, ["title"])
        paper.title = "Will"
    renamed, _ = await history(database, ada(shop), paper_id)
    assert told(renamed) == {"title": {"from": "Deed", "to": "Will"}}


async def test_a_value_that_sql_works_out_is_told(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop), fee=Decimal(5))
    async with database.transaction() as session:
        paper: Any = (await session.exec(select(Paper))).one()
        paper.fee = col(Paper.fee) + 1
    raised, _ = await history(database, ada(shop), paper_id)
    assert told(raised) == {"fee": {"from": "5.00", "to": "6.00"}}


async def test_sql_beside_the_rows_is_not_seen(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    async with database.transaction() as session:
        await session.exec(update(Paper).values(title="Will"))
    assert len(await history(database, ada(shop), paper_id)) == 1


async def test_the_history_of_a_row_is_for_whom_the_policy_says(
    shop: Shop, database: Database
) -> None:
    paper_id = await write(database, ada(shop))
    for caller in (ada(shop), editor(shop)):
        assert len(await history(database, caller, paper_id)) == 1
    with pytest.raises(Forbidden):
        await history(database, bob(shop), paper_id)
    with pytest.raises(NotFound):
        await history(database, Caller(), paper_id)
    with pytest.raises(NotFound):
        await history(database, editor(shop), uuid4())


async def test_a_deleted_row_leaves_its_history_to_roles(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    async with database.transaction() as session:
        await papers(session, bob(shop)).delete(paper_id)
    gone, _ = await history(database, editor(shop), paper_id)
    assert (gone.operation, gone.by_id) == ("delete", bob(shop).id)
    for caller in (ada(shop), bob(shop), Caller()):
        with pytest.raises(NotFound):
            await history(database, caller, paper_id)


async def test_with_an_account_go_its_rows_and_their_history(
    shop: Shop, database: Database
) -> None:
    mine, theirs = await write(database, ada(shop)), await write(database, bob(shop))
    await change(database, ada(shop), theirs, title="Will")
    async with database.transaction() as session:
        await session.exec(delete(Person).where(col(Person.id) == ada(shop).id))
    with pytest.raises(NotFound):
        await history(database, editor(shop), mine)
    renamed, _ = await history(database, editor(shop), theirs)
    assert renamed.by_id is None


async def test_a_history_has_pages(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    for title in ("b", "c"):
        await change(database, ada(shop), paper_id, title=title)
    async with database.transaction(reading=True) as session:
        query = PageQuery(limit=1, offset=1)
        page = await changes_of(papers(session, ada(shop)), paper_id, query)
    assert (page.total, page.limit, page.offset) == (3, 1, 1)
    assert told(page.items[0]) == {"title": {"from": "Deed", "to": "b"}}


async def test_a_change_costs_one_statement_more(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    with statements(database) as sent:
        await change(database, ada(shop), paper_id, title="Will")
    assert len([each for each in sent if "paper_history" in each]) == 1
    assert len(sent) == 3, sent


async def test_who_made_and_changed_a_row_is_kept(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    await change(database, bob(shop), paper_id, title="Deed")
    async with database.transaction() as session:
        paper = await papers(session, ada(shop)).read(paper_id)
        assert (paper.created_by_id, paper.updated_by_id) == (ada(shop).id, ada(shop).id)
        paper = await papers(session, bob(shop)).update(paper_id, PaperUpdate(title="Will"))
        assert (paper.created_by_id, paper.updated_by_id) == (ada(shop).id, bob(shop).id)


async def test_what_nobody_known_changed_says_so(shop: Shop, database: Database) -> None:
    await write(database, ada(shop))
    async with database.transaction() as session:
        paper = (await session.exec(select(Paper))).one()
        paper.state = State.FILED
        await session.flush()
        assert (paper.created_by_id, paper.updated_by_id) == (ada(shop).id, None)
        paper.title, paper.updated_by_id = "Will", bob(shop).id
        await session.flush()
        assert paper.updated_by_id == bob(shop).id


async def test_who_is_gone_made_nothing(shop: Shop, database: Database) -> None:
    paper_id = await write(database, ada(shop))
    await change(database, bob(shop), paper_id, title="Will")
    async with database.transaction() as session:
        await session.exec(delete(Person).where(col(Person.id) == bob(shop).id))
    async with database.transaction(reading=True) as session:
        assert (await papers(session, ada(shop)).read(paper_id)).updated_by_id is None

"""Rows that only members of what they hang under may reach."""

from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from keel.data import Database, PageQuery
from keel.problems import Forbidden, Invalid, NotFound
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import statements
from tests.keel.data.tracker import (
    Comment,
    CommentBody,
    CommentQuery,
    Desk,
    Issue,
    IssueBody,
    IssueChange,
    Membership,
    MembershipBody,
    Person,
    Project,
    ProjectBody,
    Seat,
    tables,
)

pytestmark = pytest.mark.anyio


@dataclass
class Tracker:
    """Ada's project, with an issue and a comment; Bob leads, Eve works, Gil looks, Zoe is out."""

    database: Database
    session: AsyncSession
    ada: Desk
    bob: Desk
    eve: Desk
    gil: Desk
    zoe: Desk
    zoes_id: UUID
    project: Project
    issue: Issue
    comment: Comment

    async def leave(self) -> None:
        """Bob leaves, and everybody else who has a seat."""
        for membership in await self.session.exec(select(Membership)):
            await self.session.delete(membership)
        await self.session.flush()


@pytest.fixture
async def tracker(database_url: str) -> AsyncIterator[Tracker]:
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    ada, bob, eve, gil, zoe = (Person() for _ in range(5))
    async with database.transaction() as session:
        session.add_all([ada, bob, eve, gil, zoe])
        await session.flush()
        project = Project(name="Road", owner_id=ada.id)
        session.add(project)
        await session.flush()
        issue = Issue(title="Hole", project_id=project.id, owner_id=eve.id)
        seats = ((bob, Seat.LEAD), (eve, Seat.WORKER), (gil, Seat.GUEST))
        for person, seat in seats:
            session.add(Membership(project_id=project.id, user_id=person.id, seat=seat))
        session.add(issue)
        await session.flush()
        comment = Comment(text="Deep", issue_id=issue.id)
        session.add(comment)
        await session.flush()
        yield Tracker(
            database=database,
            session=session,
            ada=Desk(session, ada),
            bob=Desk(session, bob),
            eve=Desk(session, eve),
            gil=Desk(session, gil),
            zoe=Desk(session, zoe),
            zoes_id=zoe.id,
            project=project,
            issue=issue,
            comment=comment,
        )
    await database.close()


@contextmanager
def forbidden() -> Generator[None]:
    with pytest.raises(Forbidden):
        yield


async def test_a_member_reaches_what_hangs_under_the_project(tracker: Tracker) -> None:
    for desk in (tracker.bob, tracker.eve, tracker.gil):
        assert (await desk.projects.read(tracker.project.id)).id == tracker.project.id
        assert (await desk.issues.read(tracker.issue.id)).id == tracker.issue.id
        assert (await desk.comments.read(tracker.comment.id)).id == tracker.comment.id
        assert (await desk.comments.page(PageQuery())).total == 1


async def test_a_stranger_finds_nothing_of_it(tracker: Tracker) -> None:
    zoe = tracker.zoe
    with pytest.raises(NotFound):
        await zoe.projects.read(tracker.project.id)
    with pytest.raises(NotFound):
        await zoe.comments.update(tracker.comment.id, CommentBody(issue_id=tracker.issue.id))
    assert (await zoe.memberships.page(PageQuery())).total == 0
    assert (await zoe.comments.page(CommentQuery(issue_id=tracker.issue.id))).total == 0
    with pytest.raises(Invalid) as refusal:
        await zoe.comments.create(CommentBody(issue_id=tracker.issue.id))
    assert refusal.value.errors[0].field == "body.issue_id"


async def test_a_role_includes_those_before_it_and_no_later_one(tracker: Tracker) -> None:
    issue = IssueBody(project_id=tracker.project.id)
    await tracker.bob.issues.create(issue)
    await tracker.eve.issues.create(issue)
    with forbidden():
        await tracker.gil.issues.create(issue)
    with forbidden():
        await tracker.eve.issues.delete(tracker.issue.id)
    await tracker.bob.issues.delete(tracker.issue.id)


async def test_the_owner_at_the_end_of_a_path_may_what_it_says(tracker: Tracker) -> None:
    seat = MembershipBody(project_id=tracker.project.id, user_id=tracker.zoes_id, seat=Seat.GUEST)
    await tracker.ada.memberships.create(seat)
    assert (await tracker.zoe.issues.page(PageQuery())).total == 1
    changed = CommentBody(text="Deeper", issue_id=tracker.issue.id)
    await tracker.eve.comments.update(tracker.comment.id, changed)
    with forbidden():
        await tracker.bob.comments.update(tracker.comment.id, changed)


async def test_who_makes_a_project_is_its_first_member_in_the_strongest_role(
    tracker: Tracker,
) -> None:
    project = await tracker.zoe.projects.create(ProjectBody())
    made = select(Membership).where(col(Membership.project_id) == project.id)
    (membership,) = await tracker.session.exec(made)
    assert (membership.user_id, membership.seat) == (tracker.zoes_id, Seat.LEAD)
    await tracker.zoe.issues.create(IssueBody(project_id=project.id))


async def test_who_is_no_member_any_more_finds_nothing(tracker: Tracker) -> None:
    await tracker.leave()
    for desk in (tracker.bob, tracker.eve, tracker.gil):
        with pytest.raises(NotFound):
            await desk.projects.read(tracker.project.id)
        with pytest.raises(NotFound):
            await desk.issues.update(tracker.issue.id, IssueChange(title="Mine"))
        assert (await desk.comments.page(PageQuery())).total == 0


@pytest.mark.parametrize("way", ["update", "hand_over"])
async def test_a_row_moves_only_where_the_caller_could_add_and_change_it(
    tracker: Tracker, way: str
) -> None:
    change = getattr(tracker.eve.issues, way)
    theirs = await tracker.zoe.projects.create(ProjectBody())
    move = IssueChange(project_id=theirs.id)
    with pytest.raises(Invalid):
        await change(tracker.issue.id, move)
    session, eves_id = tracker.session, tracker.issue.owner_id
    seat = Membership(project_id=theirs.id, user_id=eves_id, seat=Seat.GUEST)
    session.add(seat)
    await session.flush()
    with forbidden():
        await change(tracker.issue.id, move)
    session.expire(tracker.issue)
    await session.refresh(tracker.issue)
    assert tracker.issue.project_id == tracker.project.id
    seat.seat = Seat.WORKER
    await session.flush()
    await change(tracker.issue.id, move)
    assert tracker.issue.project_id == theirs.id


async def test_an_action_asks_who_is_a_member_and_as_what(tracker: Tracker) -> None:
    nothing = IssueChange()
    await tracker.eve.issues.hand_over(tracker.issue.id, nothing)
    with pytest.raises(Forbidden, match="may not hand over this"):
        await tracker.gil.issues.hand_over(tracker.issue.id, nothing)
    with pytest.raises(NotFound):
        await tracker.zoe.issues.hand_over(tracker.issue.id, nothing)


async def test_a_count_is_of_the_rows_that_the_caller_may_list(tracker: Tracker) -> None:
    async def count(desk: Desk) -> int:
        computed = await desk.projects.repository.compute([tracker.project])
        found: int = computed[tracker.project.id]["issue_count"]
        return found

    assert [await count(desk) for desk in (tracker.bob, tracker.gil)] == [1, 1]
    assert [await count(desk) for desk in (tracker.ada, tracker.zoe)] == [0, 0]
    await tracker.leave()
    assert await count(tracker.bob) == 0


async def test_a_list_takes_as_many_statements_as_any_other(tracker: Tracker) -> None:
    with statements(tracker.database) as sent:
        await tracker.gil.comments.page(PageQuery())
    assert len(sent) == 1, sent

"""Actions find their row ready, or say why it is not; of two at once, one is the second."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

import pytest
from keel.access import ANONYMOUS, Caller, Policy, anyone, owner, signed_in
from keel.data import Database, Input, Model, Output, Owned, Repository, Service, choice, now
from keel.problems import Conflict, Forbidden, Invalid, NotFound, Problem, Unauthorized
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

pytestmark = pytest.mark.anyio

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))
ADA_ID, BOB_ID = UUID(int=1), UUID(int=2)
ADA, BOB = Caller(id=ADA_ID), Caller(id=BOB_ID)


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    HIDDEN = "hidden"


class MagazineModel(Model, registry=tables):
    """What the tables share."""


class Person(MagazineModel, table=True):
    __tablename__ = "users"
    owner_field = "id"


class Article(Owned, MagazineModel, table=True):
    __tablename__ = "articles"

    title: str = ""
    status: Status = Field(default=Status.DRAFT, sa_type=choice(Status))
    published_at: datetime | None = None
    publisher_id: UUID | None = Field(default=None, foreign_key="users.id")


class ArticleRead(Output):
    id: UUID
    status: Status
    published_at: datetime | None
    publisher_id: UUID | None


class Assignment(Input):
    publisher_id: UUID


class People(Repository[Person]):
    policy = Policy(read=anyone)


class Articles(Repository[Article]):
    policy = Policy(
        read=signed_in,
        actions={"publish": owner, "send_back": signed_in, "assign": signed_in},
    )


class ArticleService(Service[Article, Input, Input, ArticleRead]):
    async def publish(self, article_id: UUID) -> ArticleRead:
        article = await self.row_for(
            "publish", article_id, needs=("title",), status=(Status.DRAFT, Status.HIDDEN)
        )
        article.status = Status.PUBLISHED
        article.published_at = now()
        article.publisher_id = self.caller_id
        return await self.save(article)

    async def send_back(self, article_id: UUID) -> ArticleRead:
        article = await self.row_for("send_back", article_id, status=Status.PUBLISHED)
        article.status = Status.DRAFT
        return await self.save(article)

    async def assign(self, article_id: UUID, body: Assignment) -> ArticleRead:
        article = await self.row_for("assign", article_id, body)
        article.publisher_id = body.publisher_id
        return await self.save(article)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Ada and Bob, and no article."""
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    async with database.transaction() as session:
        session.add_all([Person(id=ADA_ID), Person(id=BOB_ID)])
    yield database
    await database.close()


async def written(database: Database, **values: object) -> UUID:
    """The id of a new article of Ada's."""
    article = Article(**{"title": "Frost", "owner_id": ADA_ID} | values)
    async with database.transaction() as session:
        session.add(article)
    return article.id


async def act(
    database: Database, action: str, article_id: UUID, *more: object, by: Caller = ADA
) -> ArticleRead | Problem:
    """What comes of an action, in a transaction of its own."""
    try:
        async with database.transaction() as session:
            service = ArticleService(Articles(session, by), publisher_id=People(session, by))
            answer: ArticleRead = await getattr(service, action)(article_id, *more)
            return answer
    except Problem as problem:
        return problem


async def test_an_action_moves_a_row_and_sets_what_it_says(database: Database) -> None:
    answer = await act(database, "publish", await written(database))
    assert isinstance(answer, ArticleRead)
    assert answer.status is Status.PUBLISHED
    assert answer.publisher_id == ADA_ID
    assert answer.published_at is not None


async def test_another_state_is_a_conflict_that_names_both(database: Database) -> None:
    article = await written(database, status=Status.PUBLISHED)
    problem = await act(database, "publish", article)
    assert isinstance(problem, Conflict)
    assert problem.detail == (
        "Cannot publish this now: `status` is `published`; it must be `draft` or `hidden`."
    )
    assert [error.field for error in problem.errors] == ["status"]


async def test_the_name_of_an_action_is_said_in_words(database: Database) -> None:
    problem = await act(database, "send_back", await written(database))
    assert isinstance(problem, Conflict)
    assert problem.detail.startswith("Cannot send back this now")


async def test_a_missing_value_is_a_conflict_that_names_it(database: Database) -> None:
    problem = await act(database, "publish", await written(database, title=""))
    assert isinstance(problem, Conflict)
    assert problem.detail == "Cannot publish this now: `title` is empty; it must be given first."


async def test_who_may_not_act_is_told_before_what_state_the_row_is_in(database: Database) -> None:
    article = await written(database, status=Status.PUBLISHED)
    assert isinstance(await act(database, "publish", article, by=BOB), Forbidden)


async def test_a_row_that_is_not_seen_is_not_found(database: Database) -> None:
    assert isinstance(await act(database, "publish", uuid4()), NotFound)
    article = await written(database)
    assert isinstance(await act(database, "publish", article, by=ANONYMOUS), NotFound)


async def test_a_body_may_refer_only_to_what_the_caller_sees(database: Database) -> None:
    article = await written(database)
    given = Assignment(publisher_id=BOB_ID)
    answer = await act(database, "assign", article, given)
    assert isinstance(answer, ArticleRead)
    problem = await act(database, "assign", article, Assignment(publisher_id=uuid4()))
    assert isinstance(problem, Invalid)
    assert [error.field for error in problem.errors] == ["body.publisher_id"]


async def test_nobody_known_has_no_account_to_note(database: Database) -> None:
    async with database.transaction() as session:
        service = ArticleService(Articles(session, ANONYMOUS))
        with pytest.raises(Unauthorized):
            _ = service.caller_id


async def test_of_many_who_act_at_once_one_wins(database: Database) -> None:
    article = await written(database)
    answers = await asyncio.gather(*(act(database, "publish", article) for _ in range(8)))
    assert sum(isinstance(answer, ArticleRead) for answer in answers) == 1
    assert sum(isinstance(answer, Conflict) for answer in answers) == 7


async def test_what_is_refused_changes_nothing(database: Database) -> None:
    article = await written(database, title="")
    await act(database, "publish", article)
    async with database.transaction(reading=True) as session:
        found = await session.get(Article, article)
    assert found is not None
    assert found.status is Status.DRAFT


class Section(MagazineModel, table=True):
    __tablename__ = "sections"


def test_an_action_for_owners_needs_rows_with_owners() -> None:
    with pytest.raises(TypeError, match="lets `owner` publish"):

        class Sections(Repository[Section]):  # pyright: ignore[reportUnusedClass]
            policy = Policy(read=anyone, actions={"publish": owner})

"""Rows around others: what one sees of them, and what it costs."""

from uuid import UUID

import pytest
from keel.access import Caller
from keel.data import CursorQuery, Database, PageQuery

from tests.keel.data.conftest import Shop
from tests.keel.data.library import (
    CommentCreate,
    CoverCreate,
    Library,
    StoryCreate,
    TagCreate,
)
from tests.keel.data.shop import statements
from tests.keel.data.test_links import ada, bob, editor, make_story, make_tags

pytestmark = pytest.mark.anyio
EVERYTHING = ("tags", "sequels", "prequels", "comments", "cover")


async def read(
    database: Database, caller: Caller, story_id: UUID, *include: str
) -> dict[str, object]:
    async with database.transaction(reading=True) as session:
        return (await Library(session, caller).shelf.read(story_id, include)).model_dump()


async def comment(database: Database, caller: Caller, story_id: UUID, *texts: str) -> None:
    async with database.transaction() as session:
        for text in texts:
            body = CommentCreate(text=text, story_id=story_id)
            await Library(session, caller).comments.create(body)


def texts(story: dict[str, object]) -> list[str]:
    comments = story["comments"]
    assert isinstance(comments, list)
    return [each["text"] for each in comments]


async def test_what_is_not_asked_for_is_absent(shop: Shop, database: Database) -> None:
    story_id = await make_story(database, ada(shop), [])
    assert not {*EVERYTHING} & (await read(database, ada(shop), story_id)).keys()
    story = await read(database, ada(shop), story_id, "comments", "comments")
    assert {*EVERYTHING} & story.keys() == {"comments"}


async def test_rows_that_refer_here_are_newest_first_and_those_that_the_caller_sees(
    shop: Shop, database: Database
) -> None:
    story_id = await make_story(database, ada(shop), [])
    await comment(database, ada(shop), story_id, "first", "second")
    await comment(database, bob(shop), story_id, "third")
    seen = {
        "ada": (ada(shop), ["second", "first"]),
        "bob": (bob(shop), ["third"]),
        "editor": (editor(shop), ["third", "second", "first"]),
        "nobody": (Caller(), []),
    }
    for caller, expected in seen.values():
        assert texts(await read(database, caller, story_id, "comments")) == expected


async def test_there_are_at_most_a_hundred_of_each(shop: Shop, database: Database) -> None:
    stories = [await make_story(database, ada(shop), []) for _ in range(2)]
    many = [str(number) for number in range(103)]
    await comment(database, ada(shop), stories[0], *many)
    await comment(database, ada(shop), stories[1], "alone")
    assert texts(await read(database, ada(shop), stories[0], "comments")) == many[:2:-1]
    assert texts(await read(database, ada(shop), stories[1], "comments")) == ["alone"]


async def test_links_lead_there_and_back(shop: Shop, database: Database) -> None:
    tags = await make_tags(database, ada(shop), "one", "two")
    first = await make_story(database, ada(shop), tags)
    async with database.transaction() as session:
        body = StoryCreate(title="Emma II", sequel_ids=[first])
        second = (await Library(session, ada(shop)).stories.create(body)).id
    story = await read(database, ada(shop), first, *EVERYTHING)
    assert story["tags"] == [{"id": tags[1], "name": "two"}, {"id": tags[0], "name": "one"}]
    assert story["sequels"] == []
    assert [each["id"] for each in story["prequels"]] == [second]  # type: ignore[attr-defined]
    assert (await read(database, bob(shop), first, "tags"))["tags"] == []


async def test_included_rows_have_their_own_lists(shop: Shop, database: Database) -> None:
    tags = await make_tags(database, ada(shop), "one")
    first = await make_story(database, ada(shop), tags)
    async with database.transaction() as session:
        body = StoryCreate(title="Emma II", sequel_ids=[first])
        answer = await Library(session, ada(shop)).stories.create(body)
    story = await read(database, ada(shop), answer.id, "sequels")
    assert story["sequels"] == [{"id": first, "title": "Emma", "tag_ids": tags, "sequel_ids": []}]


async def test_the_only_row_that_may_refer_is_one_or_null(shop: Shop, database: Database) -> None:
    first, second = [await make_story(database, ada(shop), []) for _ in range(2)]
    async with database.transaction() as session:
        cover = await Library(session, ada(shop)).covers.create(CoverCreate(story_id=first))
    assert (await read(database, ada(shop), first, "cover"))["cover"] == {"id": cover.id}
    assert (await read(database, ada(shop), second, "cover"))["cover"] is None
    assert (await read(database, Caller(), first, "cover"))["cover"] is None


async def test_what_a_row_refers_to_is_one_or_null(shop: Shop, database: Database) -> None:
    story_id = await make_story(database, ada(shop), [])
    await comment(database, ada(shop), story_id, "about it")
    async with database.transaction() as session:
        library = Library(session, ada(shop))
        await library.comments.create(CommentCreate(text="about nothing"))
        page = await library.talk.cursor_page(CursorQuery(), ["story"])
        nothing, it = [each.model_dump()["story"] for each in page.items]
    assert nothing is None
    assert it["id"] == story_id


async def test_includes_of_a_page_take_as_many_statements_as_those_of_a_row(
    shop: Shop, database: Database
) -> None:
    async with database.transaction() as session:
        library = Library(session, ada(shop))
        tag_ids = [(await library.tags.create(TagCreate(name="one"))).id]
        last: list[UUID] = []
        for _ in range(4):
            body = StoryCreate(title="Emma", tag_ids=tag_ids, sequel_ids=last)
            last = [(await library.stories.create(body)).id]
            await library.comments.create(CommentCreate(text="!", story_id=last[0]))
            await library.covers.create(CoverCreate(story_id=last[0]))
    counts: list[int] = []
    for limit in (1, 2, 4):
        async with database.transaction(reading=True) as session:
            with statements(database) as sent:
                shelf = Library(session, ada(shop)).shelf
                await shelf.page(PageQuery(limit=limit, offset=1 if limit < 4 else 0), EVERYTHING)
            counts.append(len(sent))
    # Page and total, two kinds of lists, five includes, and the lists of included stories.
    assert counts == [13, 13, 13]

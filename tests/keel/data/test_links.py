"""Lists of rows, many to many: what one sets, what one sees, what it costs."""

from uuid import UUID, uuid4

import pytest
from keel.access import Caller
from keel.data import Database
from keel.problems import Invalid
from pydantic import ValidationError

from tests.keel.data.conftest import Shop
from tests.keel.data.library import Library, StoryCreate, StoryQuery, StoryUpdate, TagCreate
from tests.keel.data.shop import Role, statements

pytestmark = pytest.mark.anyio


def ada(shop: Shop) -> Caller:
    return Caller(UUID(shop.ada.headers["x-caller"]))


def bob(shop: Shop) -> Caller:
    return Caller(UUID(shop.bob.headers["x-caller"]))


def editor(shop: Shop) -> Caller:
    return Caller(UUID(shop.editor.headers["x-caller"].split()[0]), Role.EDITOR)


async def make_tags(database: Database, caller: Caller, *names: str) -> list[UUID]:
    async with database.transaction() as session:
        tags = Library(session, caller).tags
        return [(await tags.create(TagCreate(name=name))).id for name in names]


async def make_story(database: Database, caller: Caller, tag_ids: list[UUID]) -> UUID:
    async with database.transaction() as session:
        stories = Library(session, caller).stories
        return (await stories.create(StoryCreate(title="Emma", tag_ids=tag_ids))).id


async def tags_of(database: Database, caller: Caller, story_id: UUID) -> list[UUID]:
    async with database.transaction(reading=True) as session:
        return (await Library(session, caller).stories.read(story_id)).tag_ids


async def found(database: Database, caller: Caller, query: StoryQuery) -> list[UUID]:
    async with database.transaction(reading=True) as session:
        page = await Library(session, caller).stories.page(query)
        assert page.total == len(page.items)
        return [story.id for story in page.items]


async def test_a_list_is_kept_in_order(shop: Shop, database: Database) -> None:
    old, new = await make_tags(database, ada(shop), "old", "new")
    story_id = await make_story(database, ada(shop), [new, old])
    assert await tags_of(database, ada(shop), story_id) == [old, new]


async def test_nobody_sees_links_to_what_they_cannot_see(shop: Shop, database: Database) -> None:
    of_ada = await make_tags(database, ada(shop), "mine")
    story_id = await make_story(database, ada(shop), of_ada)
    assert await tags_of(database, bob(shop), story_id) == []
    assert await tags_of(database, editor(shop), story_id) == of_ada


async def test_nobody_links_to_what_they_cannot_see(shop: Shop, database: Database) -> None:
    of_ada = await make_tags(database, ada(shop), "mine")
    of_bob = await make_tags(database, bob(shop), "his")
    with pytest.raises(Invalid) as refused:
        await make_story(database, bob(shop), [*of_ada, *of_bob, uuid4()])
    assert [error.field for error in refused.value.errors] == ["body.tag_ids.0", "body.tag_ids.2"]


async def test_a_change_leaves_the_links_that_its_maker_does_not_see(
    shop: Shop, database: Database
) -> None:
    of_ada = await make_tags(database, ada(shop), "mine")
    of_bob = await make_tags(database, bob(shop), "his", "too")
    story_id = await make_story(database, ada(shop), of_ada)
    for wanted in (of_bob, of_bob[1:], []):
        async with database.transaction() as session:
            stories = Library(session, bob(shop)).stories
            answer = await stories.update(story_id, StoryUpdate(tag_ids=wanted))
        assert answer.tag_ids == wanted
        assert await tags_of(database, editor(shop), story_id) == of_ada + wanted


async def test_a_change_of_something_else_leaves_links_alone(
    shop: Shop, database: Database
) -> None:
    tag_ids = await make_tags(database, ada(shop), "mine")
    story_id = await make_story(database, ada(shop), tag_ids)
    async with database.transaction() as session:
        stories = Library(session, ada(shop)).stories
        assert (await stories.update(story_id, StoryUpdate(title="Persuasion"))).tag_ids == tag_ids


async def test_a_list_names_nothing_twice() -> None:
    same = uuid4()
    with pytest.raises(ValidationError, match="name none twice"):
        StoryCreate(title="Emma", tag_ids=[same, same])


async def test_a_link_goes_with_either_row(shop: Shop, database: Database) -> None:
    keep, drop = await make_tags(database, ada(shop), "keep", "drop")
    story_id = await make_story(database, ada(shop), [keep, drop])
    async with database.transaction() as session:
        await Library(session, ada(shop)).tags.delete(drop)
    assert await tags_of(database, ada(shop), story_id) == [keep]
    async with database.transaction() as session:
        await Library(session, ada(shop)).stories.delete(story_id)


async def test_rows_are_found_by_what_they_are_linked_to(shop: Shop, database: Database) -> None:
    one, two, _ = tags = await make_tags(database, ada(shop), "one", "two", "three")
    both = await make_story(database, ada(shop), [one, two])
    first = await make_story(database, ada(shop), [one])
    await make_story(database, ada(shop), [])
    assert await found(database, ada(shop), StoryQuery(tag_ids=two)) == [both]
    assert await found(database, ada(shop), StoryQuery(tag_ids=tags[2])) == []
    assert await found(database, ada(shop), StoryQuery(tag_ids__in=tags)) == [first, both]
    assert await found(database, ada(shop), StoryQuery(tag_ids=one, tag_ids__in=[two])) == [both]
    assert await found(database, ada(shop), StoryQuery(tag_ids__in=[])) == []


async def test_a_filter_does_not_tell_what_its_caller_cannot_see(
    shop: Shop, database: Database
) -> None:
    tags = await make_tags(database, ada(shop), "mine")
    await make_story(database, ada(shop), tags)
    assert await found(database, bob(shop), StoryQuery(tag_ids=tags[0])) == []
    assert await found(database, bob(shop), StoryQuery(tag_ids__in=tags)) == []


async def test_lists_of_a_page_take_as_many_statements_as_those_of_a_row(
    shop: Shop, database: Database
) -> None:
    tags = await make_tags(database, ada(shop), "one", "two")
    for _ in range(3):
        await make_story(database, ada(shop), tags)
    with statements(database) as sent:
        assert len(await found(database, ada(shop), StoryQuery())) == 3
    assert len(sent) == 3, "the page, and each of two kinds of links"


async def test_rows_link_to_their_own_kind(shop: Shop, database: Database) -> None:
    first = await make_story(database, ada(shop), [])
    async with database.transaction() as session:
        stories = Library(session, ada(shop)).stories
        second = await stories.create(StoryCreate(title="Emma II", sequel_ids=[first]))
    assert second.sequel_ids == [first]

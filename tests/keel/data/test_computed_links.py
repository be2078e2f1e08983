"""Values of the rows that pairs join to a row, from both ends."""

from functools import cached_property
from typing import Any, Literal
from uuid import UUID

import pytest
from keel.access import Caller, Policy, anyone
from keel.data import Computed, Database, Input, Output, PageQuery, Repository, Service

from tests.keel.data.conftest import Shop
from tests.keel.data.library import OWN, Story, StorySequel, StoryTag, Tag, TagRepository
from tests.keel.data.shop import statements
from tests.keel.data.test_links import ada, bob, editor

pytestmark = pytest.mark.anyio


class CountedStory(Output):
    title: str
    tag_count: int
    heavy_count: int
    weight: int
    first_tag: str | None
    sequel_count: int
    prequel_count: int


class CountedTag(Output):
    name: str
    story_count: int
    last_title: str | None


class CountedStories(Repository[Story]):
    policy = Policy(read=anyone)
    links = (StoryTag, StorySequel)

    @cached_property
    def computed(self) -> Computed:
        tags = self.linked(TagRepository, by=StoryTag)
        sequels = self.linked(CountedStories, by=StorySequel)
        prequels = self.linking(CountedStories, by=StorySequel)
        return {
            "tag_count": tags.count(),
            "heavy_count": tags.count(weight__gte=5),
            "weight": tags.sum("weight"),
            "first_tag": tags.min("name"),
            "sequel_count": sequels.count(),
            "prequel_count": prequels.count(),
        }


class CountedTags(Repository[Tag]):
    policy = OWN

    @cached_property
    def computed(self) -> Computed:
        stories = self.linking(CountedStories, by=StoryTag)
        return {"story_count": stories.count(), "last_title": stories.max("title")}


class StoryPage(PageQuery):
    sort: Literal["tag_count", "-tag_count", "first_tag"] = "tag_count"
    tag_count: int | None = None
    weight__gte: int | None = None
    tag_ids: UUID | None = None


class Stories(Service[Story, Input, Input, CountedStory]):
    """Stories with what their tags, sequels and prequels come to."""


class Tags(Service[Tag, Input, Input, CountedTag]):
    """Tags with what the stories come to that have them."""


@pytest.fixture
async def rows(shop: Shop, database: Database) -> dict[str, Any]:
    """Emma has a tag of Ada's and one of Bob's, Persuasion one of Ada's and Emma for a sequel."""
    light = Tag(name="light", owner_id=ada(shop).id)
    heavy = Tag(name="heavy", weight=7, owner_id=bob(shop).id)
    made = {title: Story(title=title) for title in ("Emma", "Persuasion", "Sanditon")}
    emma, persuasion = made["Emma"], made["Persuasion"]
    async with database.transaction() as session:
        session.add_all([light, heavy, *made.values()])
        await session.flush()
        session.add_all(
            [
                StoryTag(story_id=emma.id, tag_id=light.id),
                StoryTag(story_id=emma.id, tag_id=heavy.id),
                StoryTag(story_id=persuasion.id, tag_id=light.id),
                StorySequel(story_id=persuasion.id, sequel_id=emma.id),
            ]
        )
    return made | {"light": light, "heavy": heavy}


async def story(database: Database, caller: Caller, row: Story) -> dict[str, Any]:
    async with database.transaction(reading=True) as session:
        links = {"tag_ids": TagRepository(session, caller)}
        stories = CountedStories(session, caller)
        return (await Stories(stories, **links, sequel_ids=stories).read(row.id)).model_dump()


async def tag(database: Database, caller: Caller, row: Tag) -> dict[str, Any]:
    async with database.transaction(reading=True) as session:
        return (await Tags(CountedTags(session, caller)).read(row.id)).model_dump()


async def titles(database: Database, caller: Caller, **query: Any) -> list[str]:
    async with database.transaction(reading=True) as session:
        stories = CountedStories(session, caller)
        service = Stories(stories, tag_ids=TagRepository(session, caller), sequel_ids=stories)
        return [each.title for each in (await service.page(StoryPage(**query))).items]


async def test_values_are_those_of_the_rows_in_the_list(
    shop: Shop, database: Database, rows: dict[str, Any]
) -> None:
    assert await story(database, editor(shop), rows["Emma"]) == {
        "title": "Emma",
        "tag_count": 2,
        "heavy_count": 1,
        "weight": 8,
        "first_tag": "heavy",
        "sequel_count": 0,
        "prequel_count": 1,
    }
    assert await story(database, editor(shop), rows["Sanditon"]) == {
        "title": "Sanditon",
        "tag_count": 0,
        "heavy_count": 0,
        "weight": 0,
        "first_tag": None,
        "sequel_count": 0,
        "prequel_count": 0,
    }


async def test_values_are_those_of_the_rows_whose_list_leads_here(
    shop: Shop, database: Database, rows: dict[str, Any]
) -> None:
    light = await tag(database, editor(shop), rows["light"])
    assert light == {"name": "light", "story_count": 2, "last_title": "Persuasion"}
    heavy = await tag(database, editor(shop), rows["heavy"])
    assert heavy == {"name": "heavy", "story_count": 1, "last_title": "Emma"}


async def test_a_list_of_their_own_kind_has_two_ends(
    shop: Shop, database: Database, rows: dict[str, Any]
) -> None:
    persuasion = await story(database, editor(shop), rows["Persuasion"])
    assert (persuasion["sequel_count"], persuasion["prequel_count"]) == (1, 0)


async def test_only_linked_rows_that_the_caller_may_list_count(
    shop: Shop, database: Database, rows: dict[str, Any]
) -> None:
    for caller, seen in ((ada(shop), (1, 1)), (bob(shop), (1, 7)), (Caller(), (0, 0))):
        shown = await story(database, caller, rows["Emma"])
        assert (shown["tag_count"], shown["weight"]) == seen
    assert await titles(database, Caller(), weight__gte=1) == []


async def test_lists_are_sorted_and_filtered_by_linked_rows(
    shop: Shop, database: Database, rows: dict[str, Any]
) -> None:
    of_editor = editor(shop)
    assert await titles(database, of_editor) == ["Sanditon", "Persuasion", "Emma"]
    assert await titles(database, of_editor, sort="first_tag") == ["Emma", "Persuasion", "Sanditon"]
    assert await titles(database, bob(shop), tag_count=1) == ["Emma"]
    heavy = rows["heavy"].id
    assert await titles(database, of_editor, tag_ids=heavy, weight__gte=8) == ["Emma"]


@pytest.mark.usefixtures("rows")
async def test_a_page_takes_one_statement_more(shop: Shop, database: Database) -> None:
    with statements(database) as sent:
        await titles(database, editor(shop), sort="-tag_count", weight__gte=0)
    assert len(sent) == 4, "the page, what is computed, and each of two kinds of links"

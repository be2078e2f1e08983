"""Stories with tags and comments: links and includes, without routes."""

from typing import Annotated
from uuid import UUID

from keel.access import Caller, Policy, anyone, at_least, owner, signed_in
from keel.data import (
    Ids,
    Including,
    Input,
    Many,
    One,
    Only,
    Output,
    Owned,
    PageQuery,
    Pair,
    Repository,
    Service,
    Through,
)
from pydantic import MISSING, Field
from sqlmodel import Field as Column
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import Role, ShopModel, tables

OWN = Policy(read=owner | at_least(Role.EDITOR), create=signed_in, update=owner, delete=owner)


class Tag(Owned, ShopModel, table=True):
    __tablename__ = "tags"

    name: str
    weight: int = 1


class Story(ShopModel, table=True):
    __tablename__ = "stories"

    title: str


class StoryPair(Pair, registry=tables):
    """What pairs of the library share."""


class StoryTag(StoryPair, table=True):
    __tablename__ = "story_tags"

    story_id: UUID = Column(foreign_key="stories.id", ondelete="CASCADE", primary_key=True)
    tag_id: UUID = Column(foreign_key="tags.id", ondelete="CASCADE", primary_key=True, index=True)


class StorySequel(StoryPair, table=True):
    __tablename__ = "story_sequels"

    story_id: UUID = Column(foreign_key="stories.id", ondelete="CASCADE", primary_key=True)
    sequel_id: UUID = Column(
        foreign_key="stories.id", ondelete="CASCADE", primary_key=True, index=True
    )


class Comment(Owned, ShopModel, table=True):
    __tablename__ = "comments"

    text: str
    story_id: UUID | None = Column(default=None, foreign_key="stories.id", index=True)


class Cover(ShopModel, table=True):
    __tablename__ = "covers"

    story_id: UUID = Column(foreign_key="stories.id", unique=True)


class TagCreate(Input):
    name: str


class TagRead(Output):
    id: UUID
    name: str


class StoryCreate(Input):
    title: str
    tag_ids: Annotated[Ids, Field(max_length=100)] = Field(default=[])
    sequel_ids: Annotated[Ids, Field(max_length=100)] = Field(default=[])


class StoryUpdate(Input):
    title: str | MISSING = MISSING
    tag_ids: Annotated[Ids, Field(max_length=100)] | MISSING = MISSING


class StoryRead(Output):
    id: UUID
    title: str
    tag_ids: list[UUID]
    sequel_ids: list[UUID]


class StoryQuery(PageQuery):
    tag_ids: UUID | None = None
    tag_ids__in: list[UUID] | None = None


class CommentCreate(Input):
    text: str
    story_id: UUID | None = None


class CommentRead(Output):
    id: UUID
    text: str
    story_id: UUID | None


class CoverCreate(Input):
    story_id: UUID


class CoverRead(Output):
    id: UUID


class TagRepository(Repository[Tag]):
    policy = OWN


class StoryRepository(Repository[Story]):
    policy = Policy(read=anyone, write=anyone)
    links = (StoryTag, StorySequel)


class CommentRepository(Repository[Comment]):
    policy = OWN


class CoverRepository(Repository[Cover]):
    policy = Policy(read=signed_in, write=anyone)


class TagService(Service[Tag, TagCreate, TagCreate, TagRead]): ...


class StoryService(Service[Story, StoryCreate, StoryUpdate, StoryRead]): ...


class CommentService(Service[Comment, CommentCreate, CommentCreate, CommentRead]): ...


class CoverService(Service[Cover, CoverCreate, CoverCreate, CoverRead]): ...


class StoryWithIncludes(StoryRead):
    tags: list[TagRead] | MISSING = MISSING
    sequels: list[StoryRead] | MISSING = MISSING
    prequels: list[StoryRead] | MISSING = MISSING
    comments: list[CommentRead] | MISSING = MISSING
    cover: CoverRead | MISSING | None = MISSING


class CommentWithIncludes(CommentRead):
    story: StoryRead | MISSING | None = MISSING


class Library:
    """Every service, for one caller."""

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        self.tags = TagService(TagRepository(session, caller))
        stories = StoryRepository(session, caller)
        self.stories = StoryService(
            stories, tag_ids=TagRepository(session, caller), sequel_ids=stories
        )
        self.comments = CommentService(CommentRepository(session, caller), story_id=stories)
        self.covers = CoverService(CoverRepository(session, caller), story_id=stories)
        self.shelf = Including(
            self.stories,
            StoryWithIncludes,
            tags=Through(self.tags, StoryTag),
            sequels=Through(self.stories, StorySequel),
            prequels=Through(self.stories, StorySequel, back=True),
            comments=Many(self.comments, "story_id"),
            cover=Only(self.covers, "story_id"),
        )
        self.talk = Including(
            self.comments, CommentWithIncludes, story=One(self.stories, "story_id")
        )

"""What callers send and receive about topics."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

# grow: aliases
Name = Annotated[str, Field(min_length=1, max_length=120, examples=["Gardening"])]
About = Annotated[str, Field(max_length=2_000, examples=["Soil, seeds and seasons."])]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]
# end


# grow: create
class TopicCreate(Input):
    """A topic to add."""

    # grow: create_columns
    name: Name
    about: About | None = None
    # end


# grow: update
class TopicUpdate(Input):
    """What to change of a topic; what is absent stays."""

    # grow: update_columns
    name: Name | MISSING = MISSING
    about: About | MISSING | None = MISSING
    # end


class TopicRead(Output):
    """A topic as callers see it."""

    # grow: read_columns
    id: UUID
    name: Annotated[str, Field(examples=["Gardening"])]
    about: Annotated[str, Field(examples=["Soil, seeds and seasons."])] | None
    note_count: Annotated[int, Field(description="Notes on it that you may see.", examples=[3])]
    created_at: datetime
    updated_at: datetime
    # end


# grow: query
class TopicQuery(PageQuery):
    """Which topics to list, in what order, and how many."""

    # grow: query_columns
    limit: Annotated[int, Field(ge=1, le=200)] = 20
    sort: Literal[
        "created_at", "-created_at", "name", "-name", "note_count", "-note_count", "relevance"
    ] = "relevance"
    q: Words | None = None
    name: Name | None = None
    # end


# grow: endpoints
class BusiestTopicsQuery(Input):
    """What to ask of `GET /topics/busiest`."""

    most: Annotated[int, Field(ge=1, le=20)] = 5


class MergeTopic(Input):
    """What `POST /topics/{topic_id}/merge` takes."""

    into_id: UUID


# end

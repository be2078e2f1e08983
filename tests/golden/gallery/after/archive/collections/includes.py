"""Collections with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from archive.collections.schemas import CollectionRead
from archive.collections.service import Collections
from archive.papers.schemas import PaperRead
from archive.papers.service import Papers


class CollectionWithIncludes(CollectionRead):
    """A collection, with what `include` asks for."""

    papers: list[PaperRead] | MISSING = MISSING


async def get_collections_with_includes(
    collections: Collections,
    papers: Papers,
) -> Including[CollectionWithIncludes]:
    """Collections for this request and its caller, with what it asks for."""
    return Including(
        collections,
        CollectionWithIncludes,
        papers=Many(papers, "collection_id"),
    )


CollectionsWithIncludes = Annotated[
    Including[CollectionWithIncludes], Depends(get_collections_with_includes)
]

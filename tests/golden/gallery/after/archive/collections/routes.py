"""The endpoints of collections."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from keel.auth import allow
from keel.data import (
    ExportResponse,
    FileAnswer,
    FileFolder,
    FileUpload,
    Page,
    PageLinks,
    exported,
    put_stored_file,
    remove_stored_file,
)
from keel.problems import Conflict, answers

from archive.collections.includes import CollectionsWithIncludes, CollectionWithIncludes
from archive.collections.policy import POLICY
from archive.collections.schemas import (
    COVER_FILE,
    CollectionCreate,
    CollectionInclude,
    CollectionQuery,
    CollectionRead,
    CollectionSelection,
    CollectionUpdate,
)
from archive.collections.service import Collections, CollectionsToExport

router = APIRouter(prefix="/collections", tags=["collections"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_collections(
    query: Annotated[CollectionQuery, Query()],
    collections: CollectionsWithIncludes,
    links: PageLinks,
) -> Page[CollectionWithIncludes]:
    """List collections."""
    return links.add(await collections.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_collection(body: CollectionCreate, collections: Collections) -> CollectionRead:
    """Add a collection."""
    return await collections.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_collections(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[CollectionSelection, Query()],
    collections: CollectionsToExport,
) -> ExportResponse:
    """Export collections: a file of all that the list has."""
    return ExportResponse.of(collections, query, file_format)


@router.get("/{collection_id}", dependencies=[allow(POLICY.read)])
async def read_collection(
    collection_id: UUID,
    collections: CollectionsWithIncludes,
    include: Annotated[Sequence[CollectionInclude], Query()] = (),
) -> CollectionWithIncludes:
    """Read one collection."""
    return await collections.read(collection_id, include)


@router.patch("/{collection_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_collection(
    collection_id: UUID, body: CollectionUpdate, collections: Collections
) -> CollectionRead:
    """Change a collection; what the body leaves out stays."""
    return await collections.update(collection_id, body)


@router.delete("/{collection_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_collection(collection_id: UUID, collections: Collections) -> None:
    """Delete a collection."""
    await collections.delete(collection_id)


@router.put("/{collection_id}/cover", dependencies=[allow(POLICY.update)])
async def upload_collection_cover(
    collection_id: UUID,
    upload: Annotated[FileUpload, Depends(COVER_FILE)],
    collections: Collections,
) -> CollectionRead:
    """Store the cover of a collection, in the place of the one it had."""
    return await put_stored_file(collections, collection_id, "cover", upload)


@router.get(
    "/{collection_id}/cover",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=COVER_FILE.answers,
)
async def download_collection_cover(
    collection_id: UUID, collections: Collections, folder: FileFolder
) -> FileAnswer:
    """Get the cover of a collection."""
    return await FileAnswer.of(collections, collection_id, "cover", folder)


@router.delete("/{collection_id}/cover", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_collection_cover(collection_id: UUID, collections: Collections) -> None:
    """Take the cover of a collection away."""
    await remove_stored_file(collections, collection_id, "cover")

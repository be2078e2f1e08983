"""The endpoints of folders."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks, PageQuery
from keel.problems import Conflict, answers

from archive.folders.includes import FoldersWithIncludes, FolderWithIncludes
from archive.folders.policy import POLICY
from archive.folders.schemas import (
    FolderCreate,
    FolderDeleted,
    FolderInclude,
    FolderQuery,
    FolderRead,
    FolderUpdate,
)
from archive.folders.service import Folders

router = APIRouter(prefix="/folders", tags=["folders"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_folders(
    query: Annotated[FolderQuery, Query()], folders: FoldersWithIncludes, links: PageLinks
) -> Page[FolderWithIncludes]:
    """List folders."""
    return links.add(await folders.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_folder(body: FolderCreate, folders: Folders) -> FolderRead:
    """Add a folder."""
    return await folders.create(body)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_folders(
    query: Annotated[PageQuery, Query()], folders: Folders, links: PageLinks
) -> Page[FolderDeleted]:
    """List deleted folders, the last deleted first."""
    return links.add(await folders.deleted(query, FolderDeleted))


@router.get("/{folder_id}", dependencies=[allow(POLICY.read)])
async def read_folder(
    folder_id: UUID,
    folders: FoldersWithIncludes,
    include: Annotated[Sequence[FolderInclude], Query()] = (),
) -> FolderWithIncludes:
    """Read one folder."""
    return await folders.read(folder_id, include)


@router.patch("/{folder_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_folder(folder_id: UUID, body: FolderUpdate, folders: Folders) -> FolderRead:
    """Change a folder; what the body leaves out stays."""
    return await folders.update(folder_id, body)


@router.delete("/{folder_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_folder(folder_id: UUID, folders: Folders) -> None:
    """Delete a folder."""
    await folders.delete(folder_id)


@router.post(
    "/{folder_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_folder(folder_id: UUID, folders: Folders) -> FolderRead:
    """Restore a deleted folder, with what was deleted with it."""
    return await folders.restore(folder_id)


@router.delete("/deleted/{folder_id}", status_code=204, dependencies=[allow(POLICY.purge)])
async def purge_folder(folder_id: UUID, folders: Folders) -> None:
    """Delete a deleted folder for good."""
    await folders.purge(folder_id)


@router.get("/{folder_id}/children", dependencies=[allow(POLICY.list)])
async def list_folder_children(
    folder_id: UUID,
    query: Annotated[FolderQuery, Query()],
    folders: FoldersWithIncludes,
    links: PageLinks,
) -> Page[FolderWithIncludes]:
    """List what is right below a folder."""
    await folders.within(parent_id=folder_id)
    return links.add(await folders.page(query, query.include))


@router.get("/{folder_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_folder_ancestors(folder_id: UUID, folders: Folders) -> list[FolderRead]:
    """List what is above a folder, its root first."""
    return await folders.ancestors(folder_id)


@router.get("/{folder_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_folder_subtree(
    folder_id: UUID, folders: Folders, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[FolderRead]:
    """List a folder and what is below it, level by level, 1,000 rows at most."""
    return await folders.subtree(folder_id, depth)

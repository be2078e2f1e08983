"""The endpoints of folders."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks

from workboard.folders.policy import POLICY
from workboard.folders.schemas import FolderCreate, FolderQuery, FolderRead, FolderUpdate
from workboard.folders.service import Folders

router = APIRouter(prefix="/folders", tags=["folders"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_folders(
    query: Annotated[FolderQuery, Query()], folders: Folders, links: PageLinks
) -> CursorPage[FolderRead]:
    """List folders."""
    return links.add(await folders.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_folder(body: FolderCreate, folders: Folders) -> FolderRead:
    """Add a folder."""
    return await folders.create(body)


@router.get("/{folder_id}", dependencies=[allow(POLICY.read)])
async def read_folder(folder_id: UUID, folders: Folders) -> FolderRead:
    """Read one folder."""
    return await folders.read(folder_id)


@router.patch("/{folder_id}", dependencies=[allow(POLICY.update)])
async def update_folder(folder_id: UUID, body: FolderUpdate, folders: Folders) -> FolderRead:
    """Change a folder; what the body leaves out stays."""
    return await folders.update(folder_id, body)


@router.delete("/{folder_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_folder(folder_id: UUID, folders: Folders) -> None:
    """Delete a folder."""
    await folders.delete(folder_id)


@router.get("/{folder_id}/children", dependencies=[allow(POLICY.list)])
async def list_folder_children(
    folder_id: UUID,
    query: Annotated[FolderQuery, Query()],
    folders: Folders,
    links: PageLinks,
) -> CursorPage[FolderRead]:
    """List what is right below a folder."""
    await folders.within(inside_id=folder_id)
    return links.add(await folders.cursor_page(query))


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

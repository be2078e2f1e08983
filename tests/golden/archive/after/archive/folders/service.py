"""The rules of folders."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService, TreeService

from archive.folders.models import Folder
from archive.folders.repository import FolderRepository
from archive.folders.schemas import FolderCreate, FolderRead, FolderUpdate


class FolderService(
    SoftDeleteService[Folder, FolderCreate, FolderUpdate, FolderRead],
    TreeService[Folder, FolderCreate, FolderUpdate, FolderRead],
):
    """What can happen to a folder; override a method to add a rule."""


async def get_folders(session: Session, caller: CurrentCaller) -> FolderService:
    """The service of folders for this request and its caller."""
    return FolderService(
        FolderRepository(session, caller),
        parent_id=FolderRepository(session, caller),
    )


Folders = Annotated[FolderService, Depends(get_folders)]

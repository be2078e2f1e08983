"""The rules of folders."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, TreeService

from workboard.folders.models import Folder
from workboard.folders.repository import FolderRepository
from workboard.folders.schemas import FolderCreate, FolderRead, FolderUpdate


class FolderService(TreeService[Folder, FolderCreate, FolderUpdate, FolderRead]):
    """What can happen to a folder; override a method to add a rule."""


async def get_folders(session: Session, caller: CurrentCaller) -> FolderService:
    """The service of folders for this request and its caller."""
    return FolderService(
        FolderRepository(session, caller),
        inside_id=FolderRepository(session, caller),
    )


Folders = Annotated[FolderService, Depends(get_folders)]

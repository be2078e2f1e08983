"""Folders with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from archive.folders.schemas import FolderRead
from archive.folders.service import Folders
from archive.papers.schemas import PaperRead
from archive.papers.service import Papers


class FolderWithIncludes(FolderRead):
    """A folder, with what `include` asks for."""

    papers: list[PaperRead] | MISSING = MISSING


async def get_folders_with_includes(
    folders: Folders,
    papers: Papers,
) -> Including[FolderWithIncludes]:
    """Folders for this request and its caller, with what it asks for."""
    return Including(
        folders,
        FolderWithIncludes,
        papers=Many(papers, "folder_id"),
    )


FoldersWithIncludes = Annotated[Including[FolderWithIncludes], Depends(get_folders_with_includes)]

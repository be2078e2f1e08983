"""Papers with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One, Through
from pydantic import MISSING

from archive.folders.schemas import FolderRead
from archive.folders.service import Folders
from archive.labels.schemas import LabelRead
from archive.labels.service import Labels
from archive.papers.models import PaperLabel
from archive.papers.schemas import PaperRead
from archive.papers.service import Papers


class PaperWithIncludes(PaperRead):
    """A paper, with what `include` asks for."""

    folder: FolderRead | MISSING | None = MISSING
    labels: list[LabelRead] | MISSING = MISSING


async def get_papers_with_includes(
    papers: Papers,
    folders: Folders,
    labels: Labels,
) -> Including[PaperWithIncludes]:
    """Papers for this request and its caller, with what it asks for."""
    return Including(
        papers,
        PaperWithIncludes,
        folder=One(folders, "folder_id"),
        labels=Through(labels, PaperLabel),
    )


PapersWithIncludes = Annotated[Including[PaperWithIncludes], Depends(get_papers_with_includes)]

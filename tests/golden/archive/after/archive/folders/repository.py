"""Folders in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from archive.folders.models import Folder
from archive.folders.policy import POLICY
from archive.papers.repository import PaperRepository


class FolderRepository(Repository[Folder]):
    """Folders that the caller may reach."""

    policy = POLICY
    tree = "parent_id"

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each folder, of rows that the caller may list."""
        papers = self.referring(PaperRepository, by="folder_id")
        return {
            "paper_count": papers.count(),
        }

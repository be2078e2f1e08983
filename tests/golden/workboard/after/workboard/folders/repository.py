"""Folders in the database."""

from keel.data import Repository

from workboard.folders.models import Folder
from workboard.folders.policy import POLICY


class FolderRepository(Repository[Folder]):
    """Folders that the caller may reach."""

    policy = POLICY
    tree = "inside_id"

"""Folders do what their policy and their schemas say."""

from keel.testing import ResourceTests

from archive.folders.repository import FolderRepository
from archive.folders.routes import router


class TestFolders(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = FolderRepository

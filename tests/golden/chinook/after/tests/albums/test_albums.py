"""Albums do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.albums.repository import AlbumRepository
from chinook.albums.routes import router


class TestAlbums(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = AlbumRepository

"""Playlists do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.playlists.repository import PlaylistRepository
from chinook.playlists.routes import router


class TestPlaylists(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PlaylistRepository

"""Artists do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.artists.repository import ArtistRepository
from chinook.artists.routes import router


class TestArtists(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ArtistRepository

"""Genres do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.genres.repository import GenreRepository
from chinook.genres.routes import router


class TestGenres(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = GenreRepository

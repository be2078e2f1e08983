"""Tracks do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.tracks.repository import TrackRepository
from chinook.tracks.routes import router


class TestTracks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TrackRepository

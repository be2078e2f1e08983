"""Playlists in the database."""

from keel.data import Repository

from chinook.playlists.models import Playlist, PlaylistTrack
from chinook.playlists.policy import POLICY


class PlaylistRepository(Repository[Playlist]):
    """Playlists that the caller may reach."""

    policy = POLICY
    links = (PlaylistTrack,)

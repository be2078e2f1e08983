"""Playlists in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.playlists.models import Playlist, PlaylistTrack
from chinook.playlists.policy import POLICY
from chinook.tracks.repository import TrackRepository


class PlaylistRepository(Repository[Playlist]):
    """Playlists that the caller may reach."""

    policy = POLICY
    links = (PlaylistTrack,)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each playlist, of rows that the caller may list."""
        tracks = self.linked(TrackRepository, by=PlaylistTrack)
        return {
            "track_count": tracks.count(),
            "length_ms": tracks.sum("length_ms"),
        }

"""Albums in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.albums.models import Album
from chinook.albums.policy import POLICY
from chinook.tracks.repository import TrackRepository


class AlbumRepository(Repository[Album]):
    """Albums that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each album, of rows that the caller may list."""
        tracks = self.referring(TrackRepository, by="album_id")
        return {
            "track_count": tracks.count(),
            "length_ms": tracks.sum("length_ms"),
        }

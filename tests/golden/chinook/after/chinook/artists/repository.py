"""Artists in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.albums.repository import AlbumRepository
from chinook.artists.models import Artist
from chinook.artists.policy import POLICY


class ArtistRepository(Repository[Artist]):
    """Artists that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each artist, of rows that the caller may list."""
        albums = self.referring(AlbumRepository, by="artist_id")
        return {
            "album_count": albums.count(),
        }

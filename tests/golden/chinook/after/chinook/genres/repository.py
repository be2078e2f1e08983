"""Genres in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.genres.models import Genre
from chinook.genres.policy import POLICY
from chinook.tracks.repository import TrackRepository


class GenreRepository(Repository[Genre]):
    """Genres that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each genre, of rows that the caller may list."""
        tracks = self.referring(TrackRepository, by="genre_id")
        return {
            "track_count": tracks.count(),
        }

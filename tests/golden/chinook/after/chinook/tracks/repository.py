"""Tracks in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.invoice_lines.repository import InvoiceLineRepository
from chinook.tracks.models import Track
from chinook.tracks.policy import POLICY


class TrackRepository(Repository[Track]):
    """Tracks that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each track, of rows that the caller may list."""
        invoice_lines = self.referring(InvoiceLineRepository, by="track_id")
        return {
            "sold": invoice_lines.sum("quantity"),
        }

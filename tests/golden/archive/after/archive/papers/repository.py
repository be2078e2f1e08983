"""Papers in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from archive.papers.models import Paper, PaperLabel
from archive.papers.policy import POLICY


class PaperRepository(Repository[Paper]):
    """Papers that the caller may reach."""

    policy = POLICY
    links = (PaperLabel,)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each paper, of rows that the caller may list."""
        # Here and not above, where modules would import each other.
        from archive.labels.repository import LabelRepository

        labels = self.linked(LabelRepository, by=PaperLabel)
        return {
            "label_count": labels.count(),
        }

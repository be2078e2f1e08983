"""Labels in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from archive.labels.models import Label
from archive.labels.policy import POLICY
from archive.papers.models import PaperLabel, PaperStatus


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each label, of rows that the caller may list."""
        # Here and not above, where modules would import each other.
        from archive.papers.repository import PaperRepository

        papers = self.linking(PaperRepository, by=PaperLabel)
        return {
            "final_count": papers.count(status=PaperStatus.FINAL),
        }

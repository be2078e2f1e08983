"""Series list in the database."""

from keel.data import Repository

from repair_workshop.series_list.models import Series
from repair_workshop.series_list.policy import POLICY


class SeriesRepository(Repository[Series]):
    """Series list that the caller may reach."""

    policy = POLICY

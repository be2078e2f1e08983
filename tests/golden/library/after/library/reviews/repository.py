"""Reviews in the database."""

from keel.data import Repository

from library.reviews.models import Review
from library.reviews.policy import POLICY


class ReviewRepository(Repository[Review]):
    """Reviews that the caller may reach."""

    policy = POLICY

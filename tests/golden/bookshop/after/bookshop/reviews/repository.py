"""Reviews in the database."""

from keel.data import Repository

from bookshop.reviews.models import Review
from bookshop.reviews.policy import POLICY


class ReviewRepository(Repository[Review]):
    """Reviews that the caller may reach."""

    policy = POLICY

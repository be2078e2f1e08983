"""Categories in the database."""

from keel.data import Repository

from tracker.categories.models import Category
from tracker.categories.policy import POLICY


class CategoryRepository(Repository[Category]):
    """Categories that the caller may reach."""

    policy = POLICY
    tree = "parent_id"

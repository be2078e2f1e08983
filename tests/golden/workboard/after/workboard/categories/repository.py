"""Categories in the database."""

from keel.data import Repository

from workboard.categories.models import Category
from workboard.categories.policy import POLICY


class CategoryRepository(Repository[Category]):
    """Categories that the caller may reach."""

    policy = POLICY
    tree = "parent_id"

"""Users in the database."""

from keel.data import Repository

from bookshop.users.models import User
from bookshop.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

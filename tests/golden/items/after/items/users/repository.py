"""Users in the database."""

from keel.data import Repository

from items.users.models import User
from items.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from magazine.users.models import User
from magazine.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

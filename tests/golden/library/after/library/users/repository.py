"""Users in the database."""

from keel.data import Repository

from library.users.models import User
from library.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

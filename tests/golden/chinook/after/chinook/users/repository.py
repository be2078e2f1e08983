"""Users in the database."""

from keel.data import Repository

from chinook.users.models import User
from chinook.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

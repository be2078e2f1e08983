"""Users in the database."""

from keel.data import Repository

from archive.users.models import User
from archive.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

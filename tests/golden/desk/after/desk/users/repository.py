"""Users in the database."""

from keel.data import Repository

from desk.users.models import User
from desk.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

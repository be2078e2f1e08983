"""Users in the database."""

from keel.data import Repository

from weather.users.models import User
from weather.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

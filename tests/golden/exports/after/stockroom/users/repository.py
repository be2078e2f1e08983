"""Users in the database."""

from keel.data import Repository

from stockroom.users.models import User
from stockroom.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

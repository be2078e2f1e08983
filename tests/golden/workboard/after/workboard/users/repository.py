"""Users in the database."""

from keel.data import Repository

from workboard.users.models import User
from workboard.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

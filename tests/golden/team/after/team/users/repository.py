"""Users in the database."""

from keel.data import Repository

from team.users.models import User
from team.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

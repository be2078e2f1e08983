"""Users in the database."""

from keel.data import Repository

from practice.users.models import User
from practice.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from personnel.users.models import User
from personnel.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

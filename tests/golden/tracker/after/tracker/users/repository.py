"""Users in the database."""

from keel.data import Repository

from tracker.users.models import User
from tracker.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

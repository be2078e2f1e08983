"""Users in the database."""

from keel.data import Repository

from almanac.users.models import User
from almanac.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

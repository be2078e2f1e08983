"""Users in the database."""

from keel.data import Repository

from shop.users.models import User
from shop.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

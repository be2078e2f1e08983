"""Users in the database."""

from keel.data import Repository

from exemplar.users.models import User
from exemplar.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from clinic.users.models import User
from clinic.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

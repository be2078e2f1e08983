"""Users in the database."""

from keel.data import Repository

from lending_library.users.models import User
from lending_library.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from repair_workshop.users.models import User
from repair_workshop.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from appointments.users.models import User
from appointments.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

"""Users in the database."""

from keel.data import Repository

from helpdesk.users.models import User
from helpdesk.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

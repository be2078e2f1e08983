"""Users in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from notary.contracts.repository import ContractRepository
from notary.users.models import User
from notary.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each user, of rows that the caller may list."""
        contracts = self.referring(ContractRepository, by="created_by_id")
        return {
            "contract_count": contracts.count(),
        }

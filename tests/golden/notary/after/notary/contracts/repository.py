"""Contracts in the database."""

from keel.data import Repository

from notary.contracts.models import Contract, ContractHistory
from notary.contracts.policy import POLICY
from notary.parties.models import Party


class ContractRepository(Repository[Contract]):
    """Contracts that the caller may reach."""

    policy = POLICY
    members = Party
    history = ContractHistory

"""Parties in the database."""

from keel.data import Repository

from notary.parties.models import Party, PartyHistory
from notary.parties.policy import POLICY


class PartyRepository(Repository[Party]):
    """Parties that the caller may reach."""

    policy = POLICY
    history = PartyHistory

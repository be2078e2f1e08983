"""Annexes in the database."""

from keel.data import Repository

from notary.annexes.models import Annex, AnnexHistory
from notary.annexes.policy import POLICY


class AnnexRepository(Repository[Annex]):
    """Annexes that the caller may reach."""

    policy = POLICY
    tree = "above_id"
    history = AnnexHistory

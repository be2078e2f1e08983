"""Parties do what their policy and their schemas say."""

from keel.testing import ResourceTests

from notary.parties.repository import PartyRepository
from notary.parties.routes import router


class TestParties(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PartyRepository

"""Annexes do what their policy and their schemas say."""

from keel.testing import ResourceTests

from notary.annexes.repository import AnnexRepository
from notary.annexes.routes import router


class TestAnnexes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = AnnexRepository

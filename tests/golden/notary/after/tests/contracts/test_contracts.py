"""Contracts do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from notary.contracts.repository import ContractRepository
from notary.contracts.routes import router


class TestContracts(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ContractRepository
    actions = (
        Action("sign", moves={"status": "draft -> signed"}, sets={"signed_at": ...}),
        Action("cancel", moves={"status": "signed -> void"}),
    )

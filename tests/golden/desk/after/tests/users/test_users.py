"""Users do what their policy and their schemas say."""

from keel.testing import AccountTests, ApiKeyTests, ResourceTests

from desk.users.repository import UserRepository
from desk.users.routes import router


class TestUsers(ResourceTests):
    """Every endpoint that manages users: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = UserRepository


class TestAccounts(AccountTests):
    """What people do with their own account."""

    endpoints = router


class TestApiKeys(ApiKeyTests):
    """Keys that programs call with, in the name of who made them."""

"""Users do what their policy and their schemas say."""

from keel.testing import AccountTests, ResourceTests, SecondFactorTests

from personnel.users.repository import UserRepository
from personnel.users.routes import router


class TestUsers(ResourceTests):
    """Every endpoint that manages users: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = UserRepository


class TestAccounts(AccountTests):
    """What people do with their own account."""

    endpoints = router


class TestSecondFactor(SecondFactorTests):
    """Codes of an app, which sign-in asks for where people have turned them on."""

"""Users do what their policy and their schemas say."""

from keel.testing import (
    AccountTests,
    ApiKeyTests,
    ClientCredentialsTests,
    ResourceTests,
    SecondFactorTests,
)

from exemplar.users.repository import UserRepository
from exemplar.users.routes import router


# grow: management
class TestUsers(ResourceTests):
    """Every endpoint that manages users: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = UserRepository


class TestAccounts(AccountTests):
    """What people do with their own account."""

    endpoints = router


# grow: second_factor
class TestSecondFactor(SecondFactorTests):
    """Codes of an app, which sign-in asks for where people have turned them on."""


# grow: api_key
class TestApiKeys(ApiKeyTests):
    """Keys that programs call with, in the name of who made them."""


# grow: client_credentials
class TestClientCredentials(ClientCredentialsTests):
    """Short tokens that programs get for their keys, with less than the key may."""

"""Users do what their policy and their schemas say."""

from keel.testing import AccountTests, ApiKeyTests, ClientCredentialsTests, SecondFactorTests

from lending_library.users.routes import router


class TestAccounts(AccountTests):
    """What people do with their own account."""

    endpoints = router


class TestSecondFactor(SecondFactorTests):
    """Codes of an app, which sign-in asks for where people have turned them on."""


class TestApiKeys(ApiKeyTests):
    """Keys that programs call with, in the name of who made them."""


class TestClientCredentials(ClientCredentialsTests):
    """Short tokens that programs get for their keys, with less than the key may."""

"""Users do what their policy and their schemas say."""

from keel.testing import AccountTests

from archive.users.routes import router


class TestAccounts(AccountTests):
    """What people do with their own account."""

    endpoints = router

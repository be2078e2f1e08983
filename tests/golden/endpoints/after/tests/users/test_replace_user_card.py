"""`PUT /users/{user_id}/card`."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from lending_library.users.models import User
from lending_library.users.routes import router


class TestReplaceUserCard(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "replace_user_card"
    rows: ClassVar = {"user_id": User}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `UserService.replace_card`."""
        call.send().must_be(204, "the call is valid")

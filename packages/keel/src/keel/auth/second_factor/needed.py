"""What a right password is answered with where a second factor is on."""

from typing import Any

from keel.problems import Forbidden

LIFE_S = 300


class SecondFactorNeeded(Forbidden):
    """The password is right, and a code has to follow.

    A refusal and no answer of another shape: a client that knows nothing of second factors must not
    take it for a sign-in. Source: RFC 9457 section 3.2 (members of its own).
    """

    type = "tag:keel,2026:second-factor-needed"
    title = "Second factor needed"
    detail = "Send `token` of this answer and a code to `POST /auth/sign-in/second-factor`."

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token

    def members(self, instance: str) -> dict[str, Any]:
        """What the document says, the token for the second step included."""
        return super().members(instance) | {"token": self.token, "expires_in": LIFE_S}

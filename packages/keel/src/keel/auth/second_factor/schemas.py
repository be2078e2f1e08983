"""What callers send and receive about second factors."""

from typing import Annotated

from pydantic import Field

from keel.auth.schemas import GivenToken
from keel.data import Input, Output

GivenCode = Annotated[
    str,
    Field(
        min_length=1,
        max_length=64,
        repr=False,
        description="What the app shows, or a recovery code.",
        examples=["492039"],
    ),
]


class SecondStep(Input):
    """The token of the first step, and a code."""

    token: GivenToken
    code: GivenCode


class CodeGiven(Input):
    """A code of the app."""

    code: GivenCode


class SecondFactorState(Output):
    """Whether a code is asked for at sign-in."""

    is_on: bool
    recovery_codes_left: Annotated[int, Field(description="How many are not used yet.")]


class Enrolment(Output):
    """What an authenticator app is given; it is shown this once."""

    secret: Annotated[str, Field(description="In Base32, to be typed.")]
    uri: Annotated[str, Field(description="An `otpauth:` URI, to be shown as a QR code.")]


class RecoveryCodes(Output):
    """Codes for who has lost the app, each good once; they are shown this once."""

    codes: list[str]

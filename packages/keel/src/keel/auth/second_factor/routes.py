"""The endpoints of second factors."""

from fastapi import APIRouter

from keel.access import anyone, signed_in
from keel.auth.caller import CurrentCaller
from keel.auth.context import Context
from keel.auth.guard import allow
from keel.auth.schemas import PasswordGiven, Tokens
from keel.auth.second_factor import signing_in, turning
from keel.auth.second_factor.schemas import (
    CodeGiven,
    Enrolment,
    RecoveryCodes,
    SecondFactorState,
    SecondStep,
)
from keel.problems import Conflict, TooManyRequests, Unauthorized, answers

router = APIRouter(prefix="/auth", tags=["auth"])
_IN_PERSON = allow(signed_in, by_key=False)
_CHANGING = answers(Conflict, TooManyRequests)


@router.post(
    "/sign-in/second-factor",
    dependencies=[allow(anyone)],
    responses=answers(Unauthorized, TooManyRequests),
)
async def finish_sign_in(body: SecondStep, context: Context) -> Tokens:
    """Finish a sign-in with the token of its first step and a code."""
    return await signing_in.finish(context, body)


@router.get("/second-factor", dependencies=[_IN_PERSON])
async def read_second_factor(caller: CurrentCaller, context: Context) -> SecondFactorState:
    """Tell whether you have a second factor."""
    return await turning.state_of(context, caller)


@router.post("/second-factor", dependencies=[_IN_PERSON], responses=_CHANGING)
async def enrol_second_factor(
    body: PasswordGiven, caller: CurrentCaller, context: Context
) -> Enrolment:
    """Ask for a secret for your authenticator app; it counts once you confirm it."""
    return await turning.enrol(context, caller, body.current_password)


@router.post("/second-factor/confirm", dependencies=[_IN_PERSON], responses=_CHANGING)
async def confirm_second_factor(
    body: CodeGiven, caller: CurrentCaller, context: Context
) -> RecoveryCodes:
    """Turn your second factor on with its first code; your other sessions end."""
    return await turning.confirm(context, caller, body.code)


@router.post(
    "/second-factor/recovery-codes",
    dependencies=[_IN_PERSON],
    responses=_CHANGING,
)
async def renew_recovery_codes(
    body: PasswordGiven, caller: CurrentCaller, context: Context
) -> RecoveryCodes:
    """Get new recovery codes; those from before are worth nothing."""
    return await turning.renew_codes(context, caller, body.current_password)


@router.post(
    "/second-factor/turn-off",
    status_code=204,
    dependencies=[_IN_PERSON],
    responses=_CHANGING,
)
async def turn_second_factor_off(
    body: PasswordGiven, caller: CurrentCaller, context: Context
) -> None:
    """Let your password be enough again."""
    await turning.turn_off(context, caller, body.current_password)

"""The endpoints of one's own API keys."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter

from keel.access import signed_in
from keel.auth.api_keys import managing
from keel.auth.api_keys.schemas import ApiKeyCreate, ApiKeyMade, ApiKeyRead
from keel.auth.caller import CurrentCaller
from keel.auth.context import Context
from keel.auth.guard import allow
from keel.problems import Conflict, NotFound, TooManyRequests, answers

router = APIRouter(prefix="/auth/api-keys", tags=["auth"])
_IN_PERSON = allow(signed_in, by_key=False)


@router.post(
    "",
    status_code=201,
    dependencies=[_IN_PERSON],
    responses=answers(Conflict, TooManyRequests),
)
async def create_api_key(body: ApiKeyCreate, caller: CurrentCaller, context: Context) -> ApiKeyMade:
    """Make a key for a program; it is shown this once."""
    return await managing.create(context, caller, body)


@router.get("", dependencies=[_IN_PERSON])
async def list_api_keys(caller: CurrentCaller, context: Context) -> Sequence[ApiKeyRead]:
    """List your keys, the newest first."""
    return await managing.list_own(context, caller)


@router.delete(
    "/{key_id}",
    status_code=204,
    dependencies=[_IN_PERSON],
    responses=answers(NotFound),
)
async def revoke_api_key(key_id: UUID, caller: CurrentCaller, context: Context) -> None:
    """Revoke a key; it is worth nothing from now on."""
    await managing.revoke(context, caller, key_id)

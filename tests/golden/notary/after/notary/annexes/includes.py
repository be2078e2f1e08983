"""Annexes with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from notary.annexes.schemas import AnnexRead
from notary.annexes.service import Annexes
from notary.users.schemas import UserRead
from notary.users.service import Users


class AnnexWithIncludes(AnnexRead):
    """An annex, with what `include` asks for."""

    updated_by: UserRead | MISSING | None = MISSING


async def get_annexes_with_includes(
    annexes: Annexes,
    users: Users,
) -> Including[AnnexWithIncludes]:
    """Annexes for this request and its caller, with what it asks for."""
    return Including(
        annexes,
        AnnexWithIncludes,
        updated_by=One(users, "updated_by_id"),
    )


AnnexesWithIncludes = Annotated[Including[AnnexWithIncludes], Depends(get_annexes_with_includes)]

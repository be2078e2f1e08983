"""The rules of users."""

from typing import Annotated

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session

from ledger.teams.repository import TeamRepository
from ledger.users.models import User
from ledger.users.repository import UserRepository
from ledger.users.schemas import ProfileChange, SignUp, UserRead


class UserService(AccountService[User, SignUp, ProfileChange, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(
        UserRepository(session, caller),
        team_id=TeamRepository(session, caller),
    )


Users = Annotated[UserService, Depends(get_users)]

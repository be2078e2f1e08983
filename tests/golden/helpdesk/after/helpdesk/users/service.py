"""The rules of users."""

from typing import Annotated

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session

from helpdesk.users.models import User
from helpdesk.users.repository import UserRepository
from helpdesk.users.schemas import ProfileChange, SignUp, UserRead


class UserService(AccountService[User, SignUp, ProfileChange, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(UserRepository(session, caller))


Users = Annotated[UserService, Depends(get_users)]

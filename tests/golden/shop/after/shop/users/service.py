"""The rules of users."""

from typing import Annotated

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session

from shop.users.models import User
from shop.users.repository import UserRepository
from shop.users.schemas import SignUp, UserRead, UserUpdate


class UserService(AccountService[User, SignUp, UserUpdate, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(UserRepository(session, caller))


Users = Annotated[UserService, Depends(get_users)]

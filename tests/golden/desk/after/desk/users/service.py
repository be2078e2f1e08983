"""The rules of users."""

from typing import Annotated

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session

from desk.companies.repository import CompanyRepository
from desk.users.models import User
from desk.users.repository import UserRepository
from desk.users.schemas import ProfileChange, SignUp, UserRead


class UserService(AccountService[User, SignUp, ProfileChange, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""

    tenant_repository = CompanyRepository


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(UserRepository(session, caller))


Users = Annotated[UserService, Depends(get_users)]

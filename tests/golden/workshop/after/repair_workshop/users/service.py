"""The rules of users."""

from typing import Annotated

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session

from repair_workshop.order_lines.repository import OrderLineRepository
from repair_workshop.teams.repository import TeamRepository
from repair_workshop.users.models import User
from repair_workshop.users.repository import UserRepository
from repair_workshop.users.schemas import ProfileChange, UserCreate, UserRead


class UserService(AccountService[User, UserCreate, ProfileChange, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(
        UserRepository(session, caller),
        team_id=TeamRepository(session, caller),
        current_id=OrderLineRepository(session, caller),
    )


Users = Annotated[UserService, Depends(get_users)]

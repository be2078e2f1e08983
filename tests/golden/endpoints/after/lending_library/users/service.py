"""The rules of users."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import AccountService, CurrentCaller
from keel.data import Session
from keel.problems import Unwritten

from lending_library.users.models import User
from lending_library.users.repository import UserRepository
from lending_library.users.schemas import ReplaceUserCard, SignUp, UserRead, UserUpdate


class UserService(AccountService[User, SignUp, UserUpdate, UserRead]):
    """What can happen to a user; `AccountService` hashes passwords and ends sessions."""

    async def replace_card(self, user_id: UUID, body: ReplaceUserCard) -> None:
        """Replace user card.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
        """
        await self.repository.get(user_id, lock=True)
        raise Unwritten("To be written: `PUT /users/{user_id}/card`.")


async def get_users(session: Session, caller: CurrentCaller) -> UserService:
    """The service of users for this request and its caller."""
    return UserService(UserRepository(session, caller))


Users = Annotated[UserService, Depends(get_users)]

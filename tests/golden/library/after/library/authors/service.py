"""The rules of authors."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from library.authors.models import Author
from library.authors.repository import AuthorRepository
from library.authors.schemas import AuthorCreate, AuthorRead, AuthorUpdate


class AuthorService(Service[Author, AuthorCreate, AuthorUpdate, AuthorRead]):
    """What can happen to an author; override a method to add a rule."""


async def get_authors(session: Session, caller: CurrentCaller) -> AuthorService:
    """The service of authors for this request and its caller."""
    return AuthorService(AuthorRepository(session, caller))


Authors = Annotated[AuthorService, Depends(get_authors)]

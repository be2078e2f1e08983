"""The endpoints of authors."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from library.authors.includes import AuthorsWithIncludes, AuthorWithIncludes
from library.authors.policy import POLICY
from library.authors.schemas import (
    AuthorCreate,
    AuthorInclude,
    AuthorQuery,
    AuthorRead,
    AuthorUpdate,
)
from library.authors.service import Authors

router = APIRouter(prefix="/authors", tags=["authors"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_authors(
    query: Annotated[AuthorQuery, Query()], authors: AuthorsWithIncludes, links: PageLinks
) -> Page[AuthorWithIncludes]:
    """List authors."""
    return links.add(await authors.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_author(body: AuthorCreate, authors: Authors) -> AuthorRead:
    """Add an author."""
    return await authors.create(body)


@router.get("/{author_id}", dependencies=[allow(POLICY.read)])
async def read_author(
    author_id: UUID,
    authors: AuthorsWithIncludes,
    include: Annotated[Sequence[AuthorInclude], Query()] = (),
) -> AuthorWithIncludes:
    """Read one author."""
    return await authors.read(author_id, include)


@router.patch("/{author_id}", dependencies=[allow(POLICY.update)])
async def update_author(author_id: UUID, body: AuthorUpdate, authors: Authors) -> AuthorRead:
    """Change an author; what the body leaves out stays."""
    return await authors.update(author_id, body)


@router.delete(
    "/{author_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_author(author_id: UUID, authors: Authors) -> None:
    """Delete an author."""
    await authors.delete(author_id)

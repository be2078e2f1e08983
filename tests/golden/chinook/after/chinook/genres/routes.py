"""The endpoints of genres."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.genres.policy import POLICY
from chinook.genres.schemas import GenreCreate, GenreQuery, GenreRead, GenreUpdate
from chinook.genres.service import Genres

router = APIRouter(prefix="/genres", tags=["genres"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_genres(
    query: Annotated[GenreQuery, Query()], genres: Genres, links: PageLinks
) -> Page[GenreRead]:
    """List genres."""
    return links.add(await genres.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_genre(body: GenreCreate, genres: Genres) -> GenreRead:
    """Add a genre."""
    return await genres.create(body)


@router.get("/{genre_id}", dependencies=[allow(POLICY.read)])
async def read_genre(genre_id: UUID, genres: Genres) -> GenreRead:
    """Read one genre."""
    return await genres.read(genre_id)


@router.patch("/{genre_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_genre(genre_id: UUID, body: GenreUpdate, genres: Genres) -> GenreRead:
    """Change a genre; what the body leaves out stays."""
    return await genres.update(genre_id, body)


@router.delete("/{genre_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_genre(genre_id: UUID, genres: Genres) -> None:
    """Delete a genre."""
    await genres.delete(genre_id)

"""The endpoints of reviews."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks

from library.reviews.includes import ReviewsWithIncludes, ReviewWithIncludes
from library.reviews.policy import POLICY
from library.reviews.schemas import (
    ReviewCreate,
    ReviewInclude,
    ReviewQuery,
    ReviewRead,
    ReviewUpdate,
)
from library.reviews.service import Reviews

router = APIRouter(prefix="/reviews", tags=["reviews"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_reviews(
    query: Annotated[ReviewQuery, Query()], reviews: ReviewsWithIncludes, links: PageLinks
) -> CursorPage[ReviewWithIncludes]:
    """List reviews."""
    return links.add(await reviews.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_review(body: ReviewCreate, reviews: Reviews) -> ReviewRead:
    """Add a review."""
    return await reviews.create(body)


@router.get("/{review_id}", dependencies=[allow(POLICY.read)])
async def read_review(
    review_id: UUID,
    reviews: ReviewsWithIncludes,
    include: Annotated[Sequence[ReviewInclude], Query()] = (),
) -> ReviewWithIncludes:
    """Read one review."""
    return await reviews.read(review_id, include)


@router.patch("/{review_id}", dependencies=[allow(POLICY.update)])
async def update_review(review_id: UUID, body: ReviewUpdate, reviews: Reviews) -> ReviewRead:
    """Change a review; what the body leaves out stays."""
    return await reviews.update(review_id, body)


@router.delete("/{review_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_review(review_id: UUID, reviews: Reviews) -> None:
    """Delete a review."""
    await reviews.delete(review_id)

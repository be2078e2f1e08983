"""The rules of reviews."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from library.books.repository import BookRepository
from library.reviews.models import Review
from library.reviews.repository import ReviewRepository
from library.reviews.schemas import ReviewCreate, ReviewRead, ReviewUpdate


class ReviewService(Service[Review, ReviewCreate, ReviewUpdate, ReviewRead]):
    """What can happen to a review; override a method to add a rule."""


async def get_reviews(session: Session, caller: CurrentCaller) -> ReviewService:
    """The service of reviews for this request and its caller."""
    return ReviewService(
        ReviewRepository(session, caller),
        book_id=BookRepository(session, caller),
    )


Reviews = Annotated[ReviewService, Depends(get_reviews)]

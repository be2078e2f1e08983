"""Reviews do what their policy and their schemas say."""

from keel.testing import ResourceTests

from library.reviews.repository import ReviewRepository
from library.reviews.routes import router


class TestReviews(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ReviewRepository

"""Reviews do what their policy and their schemas say."""

from keel.testing import ResourceTests

from bookshop.reviews.repository import ReviewRepository
from bookshop.reviews.routes import router


class TestReviews(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ReviewRepository

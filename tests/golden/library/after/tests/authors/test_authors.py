"""Authors do what their policy and their schemas say."""

from keel.testing import ResourceTests

from library.authors.repository import AuthorRepository
from library.authors.routes import router


class TestAuthors(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = AuthorRepository

"""Lines do what their policy and their schemas say."""

from keel.testing import ResourceTests

from shop.lines.repository import LineRepository
from shop.lines.routes import router


class TestLines(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LineRepository

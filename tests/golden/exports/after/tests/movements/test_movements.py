"""Movements do what their policy and their schemas say."""

from keel.testing import ResourceTests

from stockroom.movements.repository import MovementRepository
from stockroom.movements.routes import router


class TestMovements(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = MovementRepository

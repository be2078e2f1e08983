"""Boxes do what their policy and their schemas say."""

from keel.testing import ResourceTests

from almanac.boxes.repository import BoxRepository
from almanac.boxes.routes import router


class TestBoxes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = BoxRepository

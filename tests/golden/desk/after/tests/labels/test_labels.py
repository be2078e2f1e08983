"""Labels do what their policy and their schemas say."""

from keel.testing import ResourceTests

from desk.labels.repository import LabelRepository
from desk.labels.routes import router


class TestLabels(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LabelRepository

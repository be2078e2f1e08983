"""Labels do what their policy and their schemas say."""

from keel.testing import ResourceTests

from archive.labels.repository import LabelRepository
from archive.labels.routes import router


class TestLabels(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LabelRepository

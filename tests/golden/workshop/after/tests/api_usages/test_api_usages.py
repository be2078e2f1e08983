"""Api usages do what their policy and their schemas say."""

from keel.testing import ResourceTests

from repair_workshop.api_usages.repository import ApiUsageRepository
from repair_workshop.api_usages.routes import router


class TestApiUsages(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ApiUsageRepository

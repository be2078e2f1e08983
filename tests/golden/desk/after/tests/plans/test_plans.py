"""Plans do what their policy and their schemas say."""

from keel.testing import ResourceTests

from desk.plans.repository import PlanRepository
from desk.plans.routes import router


class TestPlans(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PlanRepository

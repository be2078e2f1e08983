"""Plans in the database."""

from keel.data import Repository

from desk.plans.models import Plan
from desk.plans.policy import POLICY


class PlanRepository(Repository[Plan]):
    """Plans that the caller may reach."""

    policy = POLICY

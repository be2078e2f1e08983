"""Api usages in the database."""

from keel.data import Repository

from repair_workshop.api_usages.models import ApiUsage
from repair_workshop.api_usages.policy import POLICY


class ApiUsageRepository(Repository[ApiUsage]):
    """Api usages that the caller may reach."""

    policy = POLICY

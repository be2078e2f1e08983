"""Companies in the database."""

from keel.data import Repository

from desk.companies.models import Company
from desk.companies.policy import POLICY


class CompanyRepository(Repository[Company]):
    """Companies that the caller may reach."""

    policy = POLICY

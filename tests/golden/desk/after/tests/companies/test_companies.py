"""Companies do what their policy and their schemas say."""

from keel.testing import ResourceTests

from desk.companies.repository import CompanyRepository
from desk.companies.routes import router


class TestCompanies(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CompanyRepository

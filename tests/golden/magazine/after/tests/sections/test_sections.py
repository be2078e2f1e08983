"""Sections do what their policy and their schemas say."""

from keel.testing import ResourceTests

from magazine.sections.repository import SectionRepository
from magazine.sections.routes import router


class TestSections(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = SectionRepository

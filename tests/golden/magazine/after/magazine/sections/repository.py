"""Sections in the database."""

from keel.data import Repository

from magazine.sections.models import Section
from magazine.sections.policy import POLICY


class SectionRepository(Repository[Section]):
    """Sections that the caller may reach."""

    policy = POLICY

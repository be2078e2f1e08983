"""Writers in the database."""

from keel.data import Repository

from lending_library.writers.models import Writer
from lending_library.writers.policy import POLICY


class WriterRepository(Repository[Writer]):
    """Writers that the caller may reach."""

    policy = POLICY

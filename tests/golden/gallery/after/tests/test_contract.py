"""The API as a whole keeps its word."""

from keel.testing import ContractTests


class TestContract(ContractTests):
    """Every operation: its guard, its documentation, and what comes of strange requests."""

"""What is promised and not written yet: loud, and no reason to hold everything else up."""

import pytest


class StillUnwritten(AssertionError):  # noqa: N818 - it is what was expected, so far
    """An operation answers 501, where a test asks for what it is there for."""


unwritten = pytest.mark.xfail(
    raises=StillUnwritten,
    strict=True,
    reason="It is written now: take `@unwritten` away, and say in this test what must be true.",
)
"""Marks a test of an operation without logic: expected to fail by a 501, and by nothing else.

Every run counts it as `xfailed`. As soon as the logic is there the test is red, until its owner
takes the mark away and says what the logic must do.
"""

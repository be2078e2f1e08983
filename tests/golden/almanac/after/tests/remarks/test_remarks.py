"""Remarks do what their policy and their schemas say."""

from keel.testing import ResourceTests

from almanac.remarks.repository import RemarkRepository
from almanac.remarks.routes import router


class TestRemarks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = RemarkRepository

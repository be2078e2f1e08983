"""Remarks do what their policy and their schemas say."""

from keel.testing import ResourceTests

from archive.remarks.repository import RemarkRepository
from archive.remarks.routes import router


class TestRemarks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = RemarkRepository

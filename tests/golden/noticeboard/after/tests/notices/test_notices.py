"""Notices do what their policy and their schemas say."""

from keel.testing import ResourceTests

from noticeboard.notices.repository import NoticeRepository
from noticeboard.notices.routes import router


class TestNotices(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = NoticeRepository

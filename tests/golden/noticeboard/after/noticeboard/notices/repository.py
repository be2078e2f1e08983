"""Notices in the database."""

from keel.data import Repository

from noticeboard.notices.models import Notice
from noticeboard.notices.policy import POLICY


class NoticeRepository(Repository[Notice]):
    """Notices that the caller may reach."""

    policy = POLICY

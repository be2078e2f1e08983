"""Remarks in the database."""

from keel.data import Repository

from archive.remarks.models import Remark
from archive.remarks.policy import POLICY


class RemarkRepository(Repository[Remark]):
    """Remarks that the caller may reach."""

    policy = POLICY

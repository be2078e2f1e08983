"""Remarks in the database."""

from keel.data import Repository

from almanac.remarks.models import Remark
from almanac.remarks.policy import POLICY


class RemarkRepository(Repository[Remark]):
    """Remarks that the caller may reach."""

    policy = POLICY

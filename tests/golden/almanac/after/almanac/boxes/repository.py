"""Boxes in the database."""

from keel.data import Repository

from almanac.boxes.models import Box
from almanac.boxes.policy import POLICY


class BoxRepository(Repository[Box]):
    """Boxes that the caller may reach."""

    policy = POLICY
    tree = "within_id"

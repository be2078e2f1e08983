"""The two ends of a pair."""

from typing import Any

from sqlalchemy import Column

from keel.access.paths import table_of
from keel.data.model import Pair


def ends(pair: type[Pair]) -> tuple[Column[Any], Column[Any]]:
    """The columns of a pair: the id of the row that has the link, and of the row it leads to."""
    near, far = table_of(pair).primary_key.columns
    return near, far


def member(pair: type[Pair]) -> str:
    """What bodies and answers call the ids at the far end: `tag_ids` for a column `tag_id`."""
    return f"{ends(pair)[1].name}s"

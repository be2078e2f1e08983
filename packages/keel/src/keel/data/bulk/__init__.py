"""Many rows in one call."""

from keel.data.bulk.each import create_each, delete_each, update_each
from keel.data.bulk.schemas import Bulk, BulkDeletions, BulkOutcomes, Identified

__all__ = [
    "Bulk",
    "BulkDeletions",
    "BulkOutcomes",
    "Identified",
    "create_each",
    "delete_each",
    "update_each",
]

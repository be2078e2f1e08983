"""Many rows in one call: where each operation stands."""

METHODS = {"create": "POST", "update": "PATCH", "delete": "POST"}
"""By operation.

The body of a `DELETE` has no meaning that intermediaries know of, and may be refused on its way, so
that many rows are deleted by a `POST`. Source: RFC 9110 section 9.3.5.
"""

PARTS = {"create": "bulk", "update": "bulk", "delete": "bulk-delete"}
"""What stands behind the path of the rows, by operation."""

"""What the OpenAPI document says beyond the routes themselves, and the page that shows it."""

from keel.openapi.describe import describe
from keel.openapi.docs import docs_page

__all__ = ["describe", "docs_page"]

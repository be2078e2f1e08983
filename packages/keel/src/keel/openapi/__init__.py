"""What the OpenAPI document says beyond the routes themselves, and the page that shows it."""

from keel.openapi.assets import swagger_ui_file
from keel.openapi.describe import describe
from keel.openapi.docs import DOCS_PATH, docs_page

__all__ = ["DOCS_PATH", "describe", "docs_page", "swagger_ui_file"]

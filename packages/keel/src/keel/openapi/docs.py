"""The docs page: Swagger UI, and the one policy that lets a browser run it."""

import re
from base64 import b64encode
from hashlib import sha256

from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import Response

SWAGGER = "https://cdn.jsdelivr.net/npm/swagger-ui-dist@5/"
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def docs_page(title: str) -> Response:
    """The page at `/docs`, with a policy that allows its own script and Swagger UI's files."""
    page = get_swagger_ui_html(
        title=title,
        openapi_url="openapi.json",  # beside the page, whatever path a proxy puts before both
        swagger_js_url=f"{SWAGGER}swagger-ui-bundle.js",
        swagger_css_url=f"{SWAGGER}swagger-ui.css",
        swagger_favicon_url="data:,",
    )
    page.headers["content-security-policy"] = _policy(bytes(page.body))
    return page


def _policy(page: bytes) -> str:
    digests = (sha256(script).digest() for script in INLINE_SCRIPT.findall(page))
    scripts = " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {SWAGGER} {scripts}; style-src {SWAGGER} 'unsafe-inline'; "
        "img-src data:; connect-src 'self'; frame-ancestors 'none'"
    )

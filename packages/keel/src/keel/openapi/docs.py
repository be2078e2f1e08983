"""The docs page: Swagger UI, and the one policy that lets a browser run it."""

import re
from base64 import b64encode
from hashlib import sha256

from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import Response

from keel.openapi.assets import SCRIPT, STYLE, VERSION

DOCS_PATH = "/docs"
_BESIDE = f"{DOCS_PATH[1:]}/{VERSION}"
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def docs_page(title: str) -> Response:
    """The page at `/docs`, which loads nothing from other hosts, and may not.

    All addresses are beside the page, whatever path a proxy puts before them.
    """
    page = get_swagger_ui_html(
        title=title,
        openapi_url="openapi.json",
        swagger_js_url=f"{_BESIDE}/{SCRIPT}",
        swagger_css_url=f"{_BESIDE}/{STYLE}",
        swagger_favicon_url="data:,",
        swagger_ui_parameters={"validatorUrl": None},  # it would send the document's address away
    )
    page.headers["content-security-policy"] = _policy(bytes(page.body))
    return page


def _policy(page: bytes) -> str:
    """What the page may do: run its own script and Swagger UI, and speak with its backend.

    Swagger UI styles its elements one by one, hence `unsafe-inline` for styles alone.
    """
    digests = (sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    scripts = " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )

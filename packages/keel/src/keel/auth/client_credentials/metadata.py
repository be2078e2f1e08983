"""What clients read to find all the rest. Source: RFC 8414 sections 2 and 3; RFC 8615."""

from fastapi import APIRouter, Request, Response

from keel.access import anyone
from keel.auth.client_credentials.exchange import GRANT
from keel.auth.client_credentials.routes import INTROSPECT_PATH, REVOKE_PATH, TOKEN_PATH
from keel.auth.client_credentials.scopes import READ, WRITE
from keel.auth.guard import allow
from keel.auth.keys.routes import KEPT_S
from keel.data import Output

_BY_SECRET = ("client_secret_basic", "client_secret_post")

metadata_router = APIRouter(prefix="/.well-known", tags=["auth"])


class ServerMetadata(Output):
    """Where and how to get tokens. Source: RFC 8414 section 2."""

    issuer: str
    token_endpoint: str
    revocation_endpoint: str
    introspection_endpoint: str
    jwks_uri: str
    scopes_supported: tuple[str, ...] = (READ, WRITE)
    response_types_supported: tuple[str, ...] = ()
    grant_types_supported: tuple[str, ...] = (GRANT,)
    token_endpoint_auth_methods_supported: tuple[str, ...] = _BY_SECRET
    revocation_endpoint_auth_methods_supported: tuple[str, ...] = _BY_SECRET
    introspection_endpoint_auth_methods_supported: tuple[str, ...] = _BY_SECRET


@metadata_router.get("/oauth-authorization-server", dependencies=[allow(anyone)])
async def read_metadata(request: Request, response: Response) -> ServerMetadata:
    """Read where clients get tokens, revoke them and ask about them."""
    response.headers["Cache-Control"] = f"public, max-age={KEPT_S}"
    issuer: str = request.app.state.settings.issuer_url
    at = f"{issuer}{request.app.state.prefix}"
    return ServerMetadata(
        issuer=issuer,
        token_endpoint=f"{at}{TOKEN_PATH}",
        revocation_endpoint=f"{at}{REVOKE_PATH}",
        introspection_endpoint=f"{at}{INTROSPECT_PATH}",
        jwks_uri=f"{issuer}/.well-known/jwks.json",
    )

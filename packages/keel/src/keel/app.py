"""The app: routers, edge, database and accounts, each in its right order."""

import asyncio
import gc
from collections.abc import AsyncGenerator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from starlette.responses import Response
from starlette.routing import BaseRoute

from keel import edge, health, telemetry
from keel.access import ANONYMOUS, anyone
from keel.auth import allow, guard_of
from keel.auth.guard import SIGN_IN_PATH, ClosedDoor, door_of
from keel.auth.methods import PASSWORD_ONLY, routers_of
from keel.auth.second_factor.needed import SecondFactorNeeded
from keel.data import Database
from keel.data.files.folder import Folder
from keel.data.files.kind import describe_uploads
from keel.dispatch import Dispatcher
from keel.openapi import DOCS_PATH, describe, docs_page, swagger_ui_file
from keel.problems import Forbidden, Unauthorized, handlers
from keel.problems.answers import Failure
from keel.settings import Settings, SettingsWithFiles

if TYPE_CHECKING:
    from keel.auth import Account
    from keel.auth.methods import Method
    from keel.versions import OlderVersion

OPENAPI_PATH = "/openapi.json"
_DOCS_FILES_PATH = f"{DOCS_PATH}/{{version}}/{{name}}"
_TAGS = {
    "auth": "Sign in, stay signed in, sign out.",
    "health": "Whether this backend lives, and whether it can serve.",
}


def create_app(  # noqa: PLR0913 - what a backend is made of
    settings: Settings,
    *,
    title: str,
    description: str,
    version: str,
    routers: Sequence[APIRouter],
    user: "type[Account] | None" = None,
    methods: "Collection[Method]" = PASSWORD_ONLY,
    tags: Mapping[str, str] | None = None,
    api: str = "",
    older: "Sequence[OlderVersion]" = (),
    mails: Path | None = None,
) -> FastAPI:
    """A backend made of `routers`; it does not start while an operation has no guard.

    Args:
        settings: What differs between machines.
        title: The backend's name.
        description: What it is for, in Markdown.
        version: The version of its API.
        routers: The endpoints, each with its guard: `dependencies=[allow(rule)]`.
        user: The model of accounts; without one, callers are always anonymous.
        methods: How accounts sign in: `password`, `second_factor` where people may have one,
            `api_key` where programs may call in their name, and `client_credentials` where they
            exchange keys for short tokens.
        tags: What the docs say about each tag of the endpoints, besides keel's own.
        api: The first part of every path but those of health and docs: `v2`; none unless said.
        older: The versions before it that are still served.
        mails: The folder with templates of mails, which come before keel's own.
    """
    telemetry.configure(settings)
    app = App(
        title=title,
        description=description,
        version=version,
        openapi_tags=_described({**_TAGS, **(tags or {})}),
        openapi_url=OPENAPI_PATH if settings.docs else None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_function_name,
        lifespan=_lifespan,
    )
    if user:
        _refuse_bad_settings(settings, methods)
    app.state.settings = settings
    app.state.user = user
    app.state.mail_templates = mails
    app.state.methods = frozenset(methods)
    app.state.api_keys = app.state.client_tokens = None
    app.state.prefix = f"/{api}" if api else ""
    _include(app, [*(routers_of(methods) if user else ()), *routers], older)
    handlers.install(app)
    app.add_middleware(Dispatcher, fastapi=app)
    edge.install(app, settings, {each.name: each.retirement for each in older})
    # What is loaded by now stays as long as the process. Python would look through it for garbage
    # again and again: 0.06 s each time, in the middle of requests and at the end of every tool.
    gc.freeze()
    return app


class App(FastAPI):
    """FastAPI, whose document also says what all operations share."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made when first asked for."""
        if self.openapi_schema is None:
            described = describe_uploads(super().openapi(), self.routes)
            refusals = partial(_refusals, self.state.methods)
            document = describe(described, self.routes, refusals)
            _tell_where_to_sign_in(document, self.state.prefix)
            for name, scheme in _schemes_of_programs(self.state.methods, self.state.prefix):
                _tell_where_it_is_taken(document, self.routes, name, scheme)
            self.openapi_schema = document
        return self.openapi_schema


def refuse_unguarded(app: FastAPI) -> None:
    """Refuse an app with operations that nobody said who may call.

    Raises:
        RuntimeError: There are some; the message names each.
    """
    unguarded = [
        f"  {method} {route.path}"
        for route in iter_route_contexts(app.routes)
        if route.path not in {DOCS_PATH, _DOCS_FILES_PATH, OPENAPI_PATH} and guard_of(route) is None
        for method in sorted(route.methods or ())
    ]
    if unguarded:
        raise RuntimeError(
            "\n".join(
                [
                    "Operations without a guard:",
                    *unguarded,
                    "Say who may call each: dependencies=[allow(rule)].",
                ]
            )
        )


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncGenerator[None]:
    refuse_unguarded(app)
    settings: Settings = app.state.settings
    if isinstance(settings, SettingsWithFiles):
        app.state.files = Folder(settings.files_dir)
        await asyncio.to_thread(app.state.files.prepare)
    telemetry.configure(settings)  # again: the server's loggers may have come after `create_app`
    app.state.database = Database(
        settings.database_url,
        pool_size=settings.pool_size,
        pool_wait_s=settings.pool_wait_s,
        statement_timeout_s=settings.statement_timeout_s,
    )
    try:
        async with _accounts(app):
            yield
    finally:
        await app.state.database.close()


@asynccontextmanager
async def _accounts(app: FastAPI) -> AsyncGenerator[None]:
    if app.state.user is None:
        yield
        return
    from keel.auth.running import accounts  # noqa: PLC0415 - see there

    async with accounts(app):
        yield


def _described(tags: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "description": about} for name, about in tags.items()]


def _include(app: FastAPI, routers: Sequence[APIRouter], older: "Sequence[OlderVersion]") -> None:
    """Put every endpoint at its place: below the version, in those before it, and at the root."""
    for router in routers:
        app.include_router(router, prefix=app.state.prefix)
    app.state.older = frozenset(each.name for each in older)
    for each in older:
        each.mount(app, routers)
    if app.state.user:
        for router in _well_known(app.state.methods):
            app.include_router(router)
    app.include_router(health.router, dependencies=[allow(anyone)])
    if app.state.settings.docs:
        app.add_route(DOCS_PATH, _docs, include_in_schema=False)
        app.add_route(_DOCS_FILES_PATH, swagger_ui_file, include_in_schema=False)


def _refuse_bad_settings(settings: Settings, methods: "Collection[Method]") -> None:
    """Refuse what accounts cannot be kept with."""
    settings.refuse_without_mail()
    if "client_credentials" in methods:
        settings.refuse_without_issuer()
    _refuse_bad_keys(settings)


def _refuse_bad_keys(settings: Settings) -> None:
    # Before the app starts, so that it ends in one line and not in a server's traceback.
    if settings.signing_keys_file is None:
        return
    from keel.auth.keys.settings import keys_of  # noqa: PLC0415 - takes 0.1 s to load

    keys_of(settings)


def _well_known(methods: "Collection[Method]") -> Iterator[APIRouter]:
    # Not below the version of an API: RFC 8615 section 3 says where it is.
    from keel.auth.keys.routes import well_known_router  # noqa: PLC0415 - only with accounts

    yield well_known_router
    if "client_credentials" in methods:
        from keel.auth.client_credentials.metadata import metadata_router  # noqa: PLC0415 - as well

        yield metadata_router


async def _docs(request: Request) -> Response:
    return docs_page(request.app.title)


def _tell_where_to_sign_in(document: dict[str, Any], prefix: str) -> None:
    for scheme in document["components"].get("securitySchemes", {}).values():
        for flow in scheme.get("flows", {}).values():
            flow["tokenUrl"] = f"{prefix}{flow['tokenUrl']}"


def _schemes_of_programs(
    methods: "Collection[Method]", prefix: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    if "api_key" in methods:
        said = "A key of `POST /auth/api-keys`."
        yield "api key", {"type": "http", "scheme": "bearer", "description": said}
    if "client_credentials" in methods:
        flow: dict[str, Any] = {"tokenUrl": f"{prefix}/auth/token", "scopes": {}}
        yield "client", {"type": "oauth2", "flows": {"clientCredentials": flow}}


def _tell_where_it_is_taken(
    document: dict[str, Any], routes: Sequence[BaseRoute], name: str, scheme: dict[str, Any]
) -> None:
    document["components"]["securitySchemes"][name] = scheme
    for route in iter_route_contexts(routes):
        door = door_of(route)
        if not (isinstance(door, ClosedDoor) and door.by_key and route.include_in_schema):
            continue
        for method in route.methods or ():
            operation = document["paths"][route.path_format][method.lower()]
            operation["security"].append({name: []})


def _function_name(route: APIRoute) -> str:
    return route.name


def _refusals(methods: "Collection[Method]", route: RouteContext) -> Iterator[Failure]:
    if "second_factor" in methods and (route.path or "").endswith(SIGN_IN_PATH):
        yield SecondFactorNeeded
    rule = guard_of(route)
    if rule is None or rule.admits(ANONYMOUS):
        return
    yield Unauthorized
    if not rule.known:
        yield Forbidden(f"Your account may not do this; it is for: {rule}.")
